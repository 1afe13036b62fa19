import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { refuse } from '#kernel/refusal.ts';
import { MARK, readSequences, readTables, tableForCopy } from './catalog.ts';
import { withoutGuards } from './guards.ts';
import type { ReadLog } from './make.ts';
import type { Manifest, Part, Sequence, TablePart } from './manifest.ts';
import { readPart, type Shelved } from './part.ts';
import { copyIn, copyOut, countOf, quoted, type Session } from './session.ts';
import { queueReceivedJobs, receiveJobs, WAITING_JOBS } from './waiting-jobs.ts';

export type Loading = {
  readonly shelved: Shelved;
  readonly manifest: Manifest;
  readonly readLog: ReadLog;
  readonly onLine: (line: string) => void;
};

/**
 * Loads all rows into the tables that the migrations made and proves each table against the backup: as many rows, the same
 * bytes when they are written out again, the same log. One transaction: all of it or nothing. The mark of an unfinished
 * restore goes with it.
 */
export async function loadDatabase(session: Session, loading: Loading): Promise<void> {
  await session.query('begin');
  await refuseOtherTables(session, loading.manifest);
  await withoutGuards(session, async () => {
    await emptyTables(session, loading.manifest.tables);
    for (const table of loading.manifest.tables) await loadTable(session, loading, table);
    await loadSequences(session, loading.manifest.sequences);
    await loadJobs(session, loading);
  });
  await refreshViews(session);
  await proveRest(session, loading);
  for (const table of loading.manifest.tables) await proveTable(session, table);
  await session.query(`drop table ${MARK}`);
  await session.query('commit');
  await session.query('analyze');
}

/** The migrations of the backup made other tables than it holds: something changed them behind the product. */
async function refuseOtherTables(session: Session, manifest: Manifest): Promise<void> {
  const here = (await readTables(session)).map(tableForCopy);
  const there = manifest.tables.map(tableForCopy);
  const different = [
    ...here.filter((table) => !there.includes(table)),
    ...there.filter((table) => !here.includes(table)),
  ];
  if (different.length === 0) return;
  refuse(
    'conflict',
    `Bảng trong bản sao lưu khác với bảng mà các bước nâng cấp tạo ra: ${different.join('; ')}. Cơ sở dữ liệu gốc đã bị sửa ngoài Một Cửa; hãy hỏi người quản trị của nó.`,
  );
}

/** Migrations put rows in too; they are in the backup as well, as they are now. */
async function emptyTables(session: Session, tables: readonly TablePart[]): Promise<void> {
  if (tables.length === 0) return;
  const names = tables.map(({ schema, name }) => quoted(schema, name));
  await session.query(`truncate ${names.join(', ')}`);
}

async function loadTable(session: Session, { shelved, onLine }: Loading, table: TablePart): Promise<void> {
  await readPart(shelved, table, copyIn(session, tableForCopy(table)));
  if (table.rows > 100_000) onLine(`Đã nạp bảng ${table.name}: ${table.rows} dòng…`);
}

async function loadSequences(session: Session, sequences: readonly Sequence[]): Promise<void> {
  for (const { schema, name, last } of sequences) {
    const sequence = quoted(schema, name);
    if (last !== null) await session.query('select setval($1::regclass, $2::bigint)', [sequence, last]);
    else
      await session.query(
        'select setval(seqrelid, seqstart, false) from pg_sequence where seqrelid = $1::regclass',
        [sequence],
      );
  }
}

async function loadJobs(session: Session, { shelved, manifest }: Loading): Promise<void> {
  await readPart(shelved, manifest.jobs, await receiveJobs(session));
  await queueReceivedJobs(session);
}

async function refreshViews(session: Session): Promise<void> {
  const { rows } = await session.query<{ view: string }>(
    `select c.oid::regclass::text as view from pg_class c where c.relkind = 'm' order by c.oid`,
  );
  for (const { view } of rows) await session.query(`refresh materialized view ${view}`);
}

async function proveTable(session: Session, table: TablePart): Promise<void> {
  await prove(session, tableForCopy(table), { ...table, title: `Bảng ${table.name}` });
}

async function proveRest(session: Session, { manifest, readLog }: Loading): Promise<void> {
  await prove(session, WAITING_JOBS, { ...manifest.jobs, title: 'Danh sách việc nền' });
  const sequences = await readSequences(session);
  if (JSON.stringify(sequences) !== JSON.stringify(manifest.sequences))
    refuseUnproven('Bộ đếm', 'giá trị khác');
  if ((await readLog(session)) !== manifest.log)
    refuseUnproven('Nhật ký công khai', 'kích thước hoặc gốc khác');
}

type Proof = Pick<Part, 'bytes' | 'sha256'> & { readonly rows: number; readonly title: string };

async function prove(session: Session, rows: string, proof: Proof): Promise<void> {
  const [stream, digest] = [copyOut(session, rows), createHash('sha256')];
  await pipeline(stream, digest);
  const count = await countOf(session, stream);
  if (count !== proof.rows) refuseUnproven(proof.title, `${count} dòng, đúng ra là ${proof.rows}`);
  if (digest.digest('hex') !== proof.sha256) refuseUnproven(proof.title, 'nội dung khác');
}

function refuseUnproven(title: string, difference: string): never {
  refuse(
    'conflict',
    `${title} sau khi phục hồi không giống bản sao lưu (${difference}), nên chưa giữ lại gì. Hãy thử phục hồi lại, hoặc dùng bản sao lưu khác.`,
  );
}
