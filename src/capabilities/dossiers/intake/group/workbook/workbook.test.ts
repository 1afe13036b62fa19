import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { workbookOf } from '#web/http/export.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { batchOf, countDossiers, newIdNumber, press } from '#test/groups.ts';
import { differencesIn } from '#test/records.ts';
import { type Visited, type Visitor, visitorOf } from '#test/visitor.ts';
import { dossierRecords } from '../../../rebuild/records.ts';
import { carryOutBatch } from '../batches/carry-out.ts';
import { sweepBatches } from '../batches/service.ts';
import { lockNextLine, readLines } from '../batches/store.ts';
import { batchRecords } from '../records.ts';
import { COLUMNS, LIST_TITLE, TEMPLATE_FIELDS } from './columns.ts';
import { linesIn } from './read.ts';

const SLUG = 'chung-thuc-ban-sao-tu-ban-chinh';
const COUNTER = 'mot-cua.an-hoa';
let system: TestSystem;
let counter: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  counter = await visitorOf(system, COUNTER);
});

const numberIn = (visited: Visited): string =>
  decodeURIComponent(visited.location?.split('/').at(-1) ?? 'nowhere');

type Row = Partial<Record<(typeof TEMPLATE_FIELDS)[number], string | number>>;

async function workbook(rows: readonly Row[]): Promise<File> {
  const bytes = await workbookOf([
    {
      title: LIST_TITLE,
      head: TEMPLATE_FIELDS.map((field) => COLUMNS[field].header),
      rows: rows.map((row) => TEMPLATE_FIELDS.map((field) => row[field] ?? null)),
    },
  ]);
  return new File([bytes], 'danh-sach.xlsx');
}

async function planned(rows: readonly Row[], fields: Record<string, string> = {}): Promise<string> {
  const file = await workbook(rows);
  const page = await counter.get(`/intake/${SLUG}/import`);
  return numberIn(await counter.send(page, '/import', { file, ...fields }));
}

async function started(number: string, mode = 'all'): Promise<Visited> {
  return counter.send(await counter.get(`/intake/batches/${number}`), '/start', { mode });
}

async function carriedOut(number: string): Promise<void> {
  await carryOutBatch(await systemContext(system, 'job'), (await batchOf(system, number)).id);
}

const row = (name: string, change: Row = {}): Row => ({
  fullName: name,
  idNumber: newIdNumber(),
  address: 'Thôn 3, xã An Hòa',
  ...change,
});

describe('A workbook', () => {
  test('is read by the names of its columns, in any order, with the zeros that numbers lost', async () => {
    const file = await workbook([row('Nguyễn Thị B', { idNumber: 52_090_000_001, phone: 905_000_123 })]);
    const [read] = await linesIn(new Uint8Array(await file.arrayBuffer()));
    expect(read).toMatchObject({ line: 2, idNumber: '052090000001', phone: '0905000123' });
  });

  test('is looked at first: which cell is wrong and how to mend it, and nothing is received', async () => {
    const before = await countDossiers(system);
    const number = await planned([row('Trần Thị G'), row('Trần Văn H', { idNumber: 'x1' }), row('')]);
    const page = await counter.get(`/intake/batches/${number}`);
    expect(page.text).toContain('Số định danh, mã số thuế');
    expect(page.text).toContain('Hãy ghi đầy đủ họ và tên');
    expect(page.text).toContain('Còn 2 dòng chưa đúng');
    expect(await countDossiers(system)).toBe(before);
    expect((await started(number)).status).toBe(422);
  });

  test('finds who is being served already, and numbers that belong to another name, before anything is received', async () => {
    const known = row('Bùi Thị S');
    const first = await planned([known]);
    await started(first);
    await carriedOut(first);
    const again = await counter.get(`/intake/batches/${await planned([known])}`);
    expect(again.text).toContain('đang có hồ sơ');
    const other = await counter.get(
      `/intake/batches/${await planned([{ ...known, fullName: 'Ngô Văn T' }])}`,
    );
    expect(other.text).toContain('Số này đã ghi cho người tên');
    expect(other.text).not.toContain('Bùi Thị S');
  });

  test('is received line by line in the name of who began, and tells what came of it', async () => {
    const number = await planned([
      row('Trần Thị G'),
      row('Trần Văn H', { idNumber: 'x1' }),
      row('Trần Thị K'),
    ]);
    expect((await counter.follow(await started(number, 'good'))).text).toContain('Đang tiếp nhận');
    await carriedOut(number);
    const { id, state, received, refused } = await batchOf(system, number);
    expect({ state, received, refused }).toEqual({ state: 'done', received: 2, refused: 1 });
    const { rows } = await system.superuser.query<{ login: string }>(
      `select distinct a.login from dossiers d join accounts a on a.officer_id = d.received_by
        join intake_batch_rows r on r.dossier_id = d.id where r.batch_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ login: COUNTER }]);
    const result = await counter.get(`/intake/batches/${number}/result.xlsx`);
    expect(result.response.headers.get('content-disposition')).toContain('.xlsx');
  });

  test('is received once, whoever else carries it out at the same time, and goes on where it was cut', async () => {
    // Nothing else would stop somebody from being received twice.
    const rows = Array.from({ length: 12 }, (_, place) => row(`Lê Thị L${place}`));
    const number = await planned(rows, { confirmedDuplicate: 'yes' });
    await started(number);
    const before = await countDossiers(system);
    const { id } = await batchOf(system, number);
    // Cut in the middle of a line: the line is as it was.
    const cut = system.db.transaction().execute(async (db) => {
      await lockNextLine(db, id);
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    await Promise.all([carriedOut(number), carriedOut(number), carriedOut(number)]);
    expect(await countDossiers(system)).toBe(before + 12);
    await carriedOut(number);
    expect(await batchOf(system, number)).toMatchObject({ state: 'done', received: 12 });
  });

  test('stops when whoever began works there no more, and says so', async () => {
    const number = await planned([row('Lê Thị M')]);
    await started(number);
    const { id, accountId } = await batchOf(system, number);
    await system.superuser.query('update accounts set disabled_at = now() where id = $1', [accountId]);
    await carriedOut(number);
    await system.superuser.query('update accounts set disabled_at = null where id = $1', [accountId]);
    const [only] = await readLines(system.db, id);
    expect(only).toMatchObject({ outcome: 'refused', problem: expect.stringContaining('không còn làm') });
  });

  test('that nobody wants is given up, and begun only once', async () => {
    const number = await planned([row('Lê Thị N')]);
    const page = await counter.get(`/intake/batches/${number}`);
    const beside = await counter.get(`/intake/batches/${number}`);
    expect((await press(counter, beside, ['/start', '/withdrawal'])).location).toBe('/intake/batches');
    expect((await counter.send(page, '/start', { mode: 'all' })).status).toBe(409);
  });

  test('of the wrong kind is refused with what to do', async () => {
    const page = await counter.get(`/intake/${SLUG}/import`);
    const none = await counter.send(page, '/import', {});
    expect(none.text).toContain('Chọn tệp Excel');
    const empty = await counter.send(page, '/import', { file: await workbook([]) });
    expect(empty.text).toContain('Tệp không có dòng nào');
  });

  test('has a template that is read back', async () => {
    const file = await counter.get(`/intake/${SLUG}/import/template.xlsx`);
    const bytes = new Uint8Array(await file.response.arrayBuffer());
    await expect(linesIn(bytes)).rejects.toMatchObject({
      fields: { file: expect.stringContaining('không có dòng') },
    });
  });
});

describe('Dossiers that were received on paper', () => {
  test('keep their number and day, and are none of today', async () => {
    const earlier = { earlier: 'yes' };
    const number = await planned(
      [row('Phạm Thị P', { paperNumber: '15/2019', receivedOn: '3/6/2019' }), row('Phạm Văn Q')],
      earlier,
    );
    expect((await counter.get(`/intake/batches/${number}`)).text).toContain('Hãy ghi số hồ sơ trên giấy');
    await started(number, 'good');
    await carriedOut(number);
    const [first] = await readLines(system.db, (await batchOf(system, number)).id);
    expect(first).toMatchObject({ outcome: 'received', problem: '' });
    const { rows } = await system.superuser.query<Record<string, unknown>>(
      `select paper_number, received_at::text, entered_at::text from dossiers where id = $1`,
      [first?.dossierId],
    );
    expect(rows[0]).toMatchObject({
      paper_number: '15/2019',
      received_at: expect.stringContaining('2019-06-03'),
    });
    expect(rows[0]?.['entered_at']).toContain('2020-04-28');
    expect((await counter.get(`/dossiers/${first?.number}`)).text).toContain('15/2019');
    const today = await counter.get('/dossiers?from=28/4/2020&to=28/4/2020&q=phạm thị p');
    expect(today.text).not.toContain(first?.number);
    const twice = await planned(
      [row('Phạm Thị P', { paperNumber: '15/2019', receivedOn: '3/6/2019' })],
      earlier,
    );
    expect((await counter.get(`/intake/batches/${twice}`)).text).toContain('Số này đã được nhập thành hồ sơ');
  });
});

describe('What stays of a group', () => {
  test('is what its history says, and its dossiers are what theirs say', async () => {
    expect(await differencesIn(system, batchRecords)).toEqual([]);
    expect(await differencesIn(system, await dossierRecords(await systemContext(system, 'test')))).toEqual(
      [],
    );
  });

  test('is its number and its dossiers alone, a month after its end', async () => {
    const number = await planned([row('Hồ Thị R')]);
    const { fileHash } = await batchOf(system, number);
    system.setClock('2020-06-20T08:00:00+07:00');
    await sweepBatches(await systemContext(system, 'sweep'));
    expect(await batchOf(system, number)).toMatchObject({ fileHash: null, common: {} });
    expect(await system.files.has(fileHash ?? '')).toBe(false);
  });
});
