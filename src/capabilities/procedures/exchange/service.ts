import { buffer } from 'node:stream/consumers';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { exportWorkbook, fileResponse } from '#web/http/export.ts';
import { MEDIA_TYPES } from '#platform/uploads/verdict.ts';
import type { UploadedFile } from '#web/http/form-values.ts';
import { differencesBetween } from '../diff.ts';
import { createProcedure, startDraft } from '../drafts/service.ts';
import type { ProcedureVersion } from '../schema.ts';
import { publishedVersions } from '../service.ts';
import { readDrafts, readProcedures, readVersionsOf } from '../store.ts';
import { readJson, writeJson } from './json.ts';
import { readSheets } from './read-sheets.ts';
import { type CatalogueEntry, type PlannedEntry, type ReadEntry } from './schema.ts';
import { sheetsOf } from './sheets.ts';

/** Procedures as a file that can be read back: the version in force today, else the newest published, else the draft. */
export async function catalogueFile(
  ctx: Context,
  procedureIds: readonly number[],
  format: 'json' | 'xlsx',
): Promise<Response> {
  const entries = await catalogueEntries(ctx, procedureIds);
  const name = `danh-muc-thu-tuc-${localDateOf(ctx.now)}`;
  if (format === 'xlsx') return exportWorkbook(name, sheetsOf(entries));
  return fileResponse(`${name}.json`, writeJson(entries), 'application/json; charset=utf-8');
}

async function catalogueEntries(
  ctx: Context,
  procedureIds: readonly number[],
): Promise<readonly CatalogueEntry[]> {
  const today = localDateOf(ctx.now);
  const versions = [...(await publishedVersions(ctx)), ...(await readDrafts(ctx.db))];
  return procedureIds.flatMap((procedureId) => {
    const own = versions.filter((version) => version.procedureId === procedureId);
    const version = own.find((one) => holdsToday(one, today)) ?? own.at(-1);
    if (!version) return [];
    const { slug, code, validFrom, content } = version;
    return [{ slug, code, validFrom, content }];
  });
}

function holdsToday(version: ProcedureVersion, today: string): boolean {
  const { state, validFrom, validTo } = version;
  return (
    state === 'published' && validFrom !== null && validFrom <= today && (validTo === null || today < validTo)
  );
}

const READ_TYPES = new Set<string>([MEDIA_TYPES.xlsx, MEDIA_TYPES.json]);
const NO_CATALOGUE =
  'Tệp không phải danh mục thủ tục. Hãy xuất danh mục ra XLSX hoặc JSON, sửa trên tệp đó rồi nhập lại.';

/** Keeps an uploaded file for the look before and the import itself. Refuses what cannot be read. Returns its name. */
export async function keepImport(ctx: Context, file: UploadedFile): Promise<string> {
  await authorise(ctx, 'procedure.edit');
  if (!READ_TYPES.has(file.mediaType)) refuse('invalid', 'Tệp chưa đọc được.', { file: NO_CATALOGUE });
  await readFile(await buffer(await ctx.files.open(file)));
  const { hash } = await ctx.files.adopt(file);
  return hash;
}

/** What importing a kept file would do, entry by entry; changes nothing. */
export async function planImport(ctx: Context, hash: string): Promise<readonly PlannedEntry[]> {
  await authorise(ctx, 'procedure.edit');
  if (!/^[0-9a-f]{64}$/.test(hash)) refuse('missing', 'Không có tệp nhập này. Hãy tải tệp lên lại.');
  const entries = await readFile(await buffer(await ctx.files.open(hash)));
  const procedures = await readProcedures(ctx.db);
  const planned: PlannedEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const earlier = entries.slice(0, index);
    const known = procedures.find(
      ({ slug, code }) => slug === entry.slug || (code !== null && code === entry.code),
    );
    planned.push(await planEntry(ctx, withRepetition(entry, earlier), known?.id ?? null));
  }
  return planned;
}

function withRepetition(entry: ReadEntry, earlier: readonly ReadEntry[]): ReadEntry {
  const same = earlier.find(
    ({ slug, code }) => (slug !== '' && slug === entry.slug) || (code !== null && code === entry.code),
  );
  if (!same) return entry;
  return { ...entry, problems: [...entry.problems, `Trùng với ${same.place.toLowerCase()} (${same.name}).`] };
}

async function planEntry(ctx: Context, entry: ReadEntry, procedureId: number | null): Promise<PlannedEntry> {
  const wrong = entry.content === null || entry.problems.length > 0;
  const base = { ...entry, procedureId, differences: [] };
  if (wrong) return { ...base, effect: 'wrong' };
  if (procedureId === null) return { ...base, effect: 'new' };
  const newest = newestOf(await readVersionsOf(ctx.db, procedureId));
  const differences = newest && entry.content ? differencesBetween(newest.content, entry.content) : [];
  return { ...base, differences, effect: differences.length > 0 ? 'change' : 'same' };
}

function newestOf(versions: readonly ProcedureVersion[]): ProcedureVersion | undefined {
  return versions.findLast((version) => version.state === 'published') ?? versions.at(-1);
}

export type ImportResult = { readonly created: number; readonly changed: number; readonly skipped: number };

/** Makes drafts of everything in a kept file that is new or different. What is wrong or the same is left alone. */
export async function applyImport(ctx: Context, hash: string): Promise<ImportResult> {
  await authorise(ctx, 'procedure.edit');
  return inTransaction(ctx, async (tx) => {
    const planned = await planImport(tx, hash);
    const fresh = planned.filter((entry) => entry.effect === 'new');
    const changed = planned.filter((entry) => entry.effect === 'change');
    if (fresh.length + changed.length === 0) {
      refuse('invalid', 'Tệp không có thủ tục nào mới hoặc thay đổi để nhập.');
    }
    for (const { code, content, slug } of fresh)
      if (content) await createProcedure(tx, { code, content, slug });
    for (const { procedureId, content, validFrom } of changed) {
      if (content && procedureId !== null) await startDraft(tx, { procedureId, content, validFrom });
    }
    return {
      created: fresh.length,
      changed: changed.length,
      skipped: planned.length - fresh.length - changed.length,
    };
  });
}

/** Workbooks are ZIP files and begin with `PK`; everything else is read as JSON. */
async function readFile(bytes: Uint8Array): Promise<readonly ReadEntry[]> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isWorkbook ? readSheets(bytes) : readJson(new TextDecoder().decode(bytes));
}
