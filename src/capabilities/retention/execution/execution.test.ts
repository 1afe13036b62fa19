import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordChecks } from '#app/record-checks.ts';
import { systemContext } from '#foundation/context.ts';
import { verifyLog } from '#foundation/log/verification/service.ts';
import { addFiles } from '#capabilities/dossiers/files/service.ts';
import { viewDossier } from '#capabilities/dossiers/view/service.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { signIn } from '#test/log.ts';
import { textOf } from '#test/pdf.ts';
import { returnedDossier } from '#test/returned.ts';
import { uploadOf } from '#test/uploads.ts';
import { keptPaper } from '#test/vaults.ts';
import { visitorOf } from '#test/visitor.ts';
import { placeHold } from '../holds/service.ts';
import { decide, disposalView, proposeDisposal } from '../service.ts';
import { PRIVATE, privateDossierOf } from './private-dossier.fixture.ts';
import { carryOutDisposal, queueDueDisposals } from './service.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const OTHER_PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/X 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const BEFORE = '2022-05-03T08:00:00+07:00';
const NIGHT = '2022-05-10T03:00:00+07:00';

let system: TestSystem;
let signer: string;
beforeAll(async () => {
  system = await openTestWorld();
  signer = await mkdtemp(path.join(tmpdir(), 'motcua-signer-'));
});
afterAll(async () => {
  await system.close();
  await rm(signer, { recursive: true });
});
beforeEach(() => system.setClock(TUESDAY_MORNING));

const privateDossier = async (): Promise<string> => privateDossierOf(system);

const KEPT = 'Giấy tờ thử xóa trong kho';

/** Everything of the dossier proposed and approved, on the night before it is carried out. */
async function approved(...numbers: readonly string[]): Promise<number> {
  system.setClock(BEFORE);
  const { rows } = await system.superuser.query<{ id: number }>(
    'select id::int from dossiers where number = any($1) order by number',
    [numbers],
  );
  const clerk = await actAs(system, 'van-thu.an-hoa');
  const id = await proposeDisposal(clerk, {
    unitId: clerk.actor?.post.unitId ?? 0,
    kind: 'dossier',
    all: false,
    ids: rows.map((row) => row.id),
    reason: 'Hết thời hạn bảo quản',
  });
  await decide(await actAs(system, 'chu-tich.an-hoa'), {
    id,
    sequence: 1,
    outcome: 'approved',
    council: 'Hội đồng theo Quyết định 10/QĐ-UBND',
    decisionNumber: '15/QĐ-UBND',
    decidedOn: '2022-05-03',
    executeOn: '2022-05-10',
  });
  await signIn(system, signer);
  return id;
}

async function carryOut(id: number): Promise<void> {
  system.setClock(NIGHT);
  await carryOutDisposal(await systemContext(system, 'job'), id);
}

/** Every word of every table, as a dump would have it. */
async function everything(): Promise<string> {
  const { rows } = await system.superuser.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const dump = await system.superuser.query<{ line: string }>(`select t::text as line from ${name} t`);
    texts.push(...dump.rows.map(({ line }) => line));
  }
  return texts.join('\n');
}

async function findings(): Promise<readonly string[]> {
  await signIn(system, signer);
  const ctx = await systemContext(system, 'verify');
  const order = {
    signer: await openLogSigner({ folder: signer, origin: 'localhost:3000/nhat-ky' }),
    checks: await recordChecks(ctx),
    onLine: () => undefined,
  };
  const { findings: found } = await verifyLog(ctx, order);
  // These tests set the clock back to 2020 for each dossier, which the check rightly finds.
  return found
    .map(({ sentence }) => sentence)
    .filter((sentence) => !sentence.includes('sớm hơn các mục trước nó'));
}

describe('Disposal', () => {
  test('leaves no word of a person in any table, keeps the figures, and every proof stays valid', async () => {
    const number = await privateDossier();
    await keptPaper(system, number, KEPT);
    const before = await everything();
    for (const word of [
      PRIVATE.fullName,
      PRIVATE.phone,
      PRIVATE.email,
      PRIVATE.address,
      'đã ký trước mặt',
      KEPT,
    ])
      expect(before).toContain(word);
    const id = await approved(number);
    const figures = async () =>
      (
        await system.superuser.query(
          `select state, received_at, due_at, finished_at, timeliness, returned_at, receiving_unit_id, procedure_id,
             (select count(*) from dossier_steps where dossier_id = d.id) as steps,
             (select sum(amount) from dossier_fees where dossier_id = d.id) as fees
           from dossiers d where number = $1`,
          [number],
        )
      ).rows;
    const kept = await figures();
    await carryOut(id);
    const after = await everything();
    for (const word of [
      ...Object.values(PRIVATE),
      KEPT,
      'đã ký trước mặt',
      'Bà B nhận đủ',
      'nguyen thi thu xoa',
    ])
      expect(after).not.toContain(word);
    expect(await figures()).toEqual(kept);
    expect(await findings()).toEqual([]);
    expect((await disposalView(await actAs(system, 'chu-tich.an-hoa'), id)).disposal).toMatchObject({
      state: 'done',
      disposed: 1,
      held: 0,
    });
  });

  test('is shown to officers and to the person with the receipt, and prints a certificate with its proof', async () => {
    const number = await privateDossier();
    const { rows } = await system.superuser.query<{ code: string }>(
      'select check_code as code from dossiers where number = $1',
      [number],
    );
    const id = await approved(number);
    await carryOut(id);
    await signIn(system, signer);
    const boss = await visitorOf(system, 'chu-tich.an-hoa');
    const page = await boss.get(`/dossiers/${number}`);
    expect(page.text).toContain('Hồ sơ đã tiêu hủy dữ liệu cá nhân');
    expect(page.text).toContain('15/QĐ-UBND');
    expect((await boss.get(`/dossiers/${number}/receipt.pdf`)).status).toBe(409);
    const citizen = await (await visitorOf(system)).get(`/tra-cuu/${number}?ma=${rows[0]?.code}`);
    expect(citizen.text).toContain('Đã tiêu hủy ngày 10/5/2022');
    const { response, status } = await boss.get(`/retention/disposals/${id}/certificate.pdf`);
    expect(status).toBe(200);
    const text = textOf(new Uint8Array(await response.arrayBuffer())).replaceAll(/[\s\u200b]+/g, '');
    for (const words of ['BIÊN BẢN TIÊU HỦY', '15/QĐ-UBND', number, 'Bằng chứng trong nhật ký'])
      expect(text.toLowerCase()).toContain(words.replaceAll(/\s/g, '').toLowerCase());
    expect(text).not.toContain('Thử Xóa');
  });

  test('goes on where it was killed: rows gone, files not yet', async () => {
    const number = await privateDossier();
    const fileHash = await keepFile(number, PDF);
    const id = await approved(number);
    system.setClock(NIGHT);
    const ctx = await systemContext(system, 'job');
    const killed = {
      ...ctx,
      files: { ...ctx.files, remove: async () => Promise.reject(new Error('killed')) },
    };
    await expect(carryOutDisposal(killed, id)).rejects.toThrow('killed');
    expect(await everything()).not.toContain(PRIVATE.fullName);
    expect(await system.files.has(fileHash)).toBe(true);
    expect((await disposalView(await actAs(system, 'chu-tich.an-hoa'), id)).disposal.state).toBe('approved');
    await carryOut(id);
    expect(await system.files.has(fileHash)).toBe(false);
    expect((await disposalView(await actAs(system, 'chu-tich.an-hoa'), id)).disposal).toMatchObject({
      state: 'done',
      disposed: 1,
    });
    await carryOut(id);
    expect(await findings()).toEqual([]);
  });

  test('by two workers at once happens once', async () => {
    const numbers = [await privateDossier(), (await returnedDossier(system)).number];
    const id = await approved(...numbers);
    await Promise.all([carryOut(id), carryOut(id), carryOut(id)]);
    const { rows } = await system.superuser.query(
      `select from history_events e join dossiers d on d.id = e.stream_id
       where e.stream = 'dossier' and e.kind = 'disposed' and d.number = any($1)`,
      [numbers],
    );
    expect(rows).toHaveLength(2);
    expect(await findings()).toEqual([]);
  });

  test('leaves bytes that another dossier has', async () => {
    const number = await privateDossier();
    const shared = await keepFile(number, OTHER_PDF);
    const other = await receivedDossier(system);
    await addFiles(
      await actAs(system, 'mot-cua.an-hoa'),
      { number: other.number, purpose: 'other', paperPosition: null },
      [await uploadOf(system, OTHER_PDF)],
    );
    await carryOut(await approved(number));
    expect(await system.files.has(shared)).toBe(true);
  });

  test('leaves out what was held in the meantime', async () => {
    const number = await privateDossier();
    const id = await approved(number);
    await placeHold(await actAs(system, 'thanh-tra'), {
      kind: 'dossier',
      number,
      reason: 'Đoàn thanh tra yêu cầu',
      document: '',
    });
    await carryOut(id);
    expect(await everything()).toContain(PRIVATE.fullName);
    expect((await disposalView(await actAs(system, 'chu-tich.an-hoa'), id)).disposal).toMatchObject({
      state: 'done',
      disposed: 0,
      held: 1,
    });
  });

  test('does nothing before its day, and a lost job is queued again at night', async () => {
    const number = (await returnedDossier(system)).number;
    const id = await approved(number);
    system.setClock('2022-05-09T03:00:00+07:00');
    await carryOutDisposal(await systemContext(system, 'job'), id);
    expect((await disposalView(await actAs(system, 'chu-tich.an-hoa'), id)).disposal.state).toBe('approved');
    await system.superuser.query('delete from graphile_worker._private_jobs');
    system.setClock(NIGHT);
    await queueDueDisposals(await systemContext(system, 'sweep'));
    const { rows } = await system.superuser.query('select task_identifier from graphile_worker.jobs');
    expect(rows).toContainEqual({ task_identifier: 'dispose' });
  });
});

describe('The history', () => {
  test('is erased by a decision that is in force and by nothing else', async () => {
    const number = await privateDossier();
    const { rows } = await system.superuser.query<{ id: string }>(
      'select id from dossiers where number = $1',
      [number],
    );
    const erase = async (item: number) =>
      system.superuser.query('set role motcua_app; select erase_history(' + item + '); reset role');
    await expect(erase(1)).rejects.toThrow(/no decision in force/);
    await system.superuser.query('reset role');
    await expect(
      system.superuser.query(`update history_events set payload = '{}' where stream_id = $1`, [rows[0]?.id]),
    ).rejects.toThrow(/append-only/);
  });
});

async function keepFile(number: string, bytes: Buffer): Promise<string> {
  // The dossier has been returned, so the file is laid beside it as if it had come with the papers.
  const upload = await uploadOf(system, bytes);
  const { hash } = await system.files.adopt(upload);
  await system.superuser.query(
    `insert into dossier_files (dossier_id, purpose, name, media_type, size, hash, added_by, added_at)
     select id, 'other', 'Nguyễn Thị Thử Xóa.pdf', 'application/pdf', $2, $3, received_by, received_at
     from dossiers where number = $1`,
    [number, bytes.length, hash],
  );
  const dossier = await viewDossier(await actAs(system, 'mot-cua.an-hoa'), number);
  expect(dossier.files.map((file) => file.hash)).toContain(hash);
  return hash;
}
