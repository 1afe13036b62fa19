import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { workbookOf } from '#web/http/export.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receptionOf } from '#test/dossiers.ts';
import { formOf } from '#test/page.ts';
import { codesOn, pageCountOf } from '#test/pdf.ts';
import { differencesIn } from '#test/records.ts';
import { type Visited, type Visitor, visitorOf } from '#test/visitor.ts';
import { dossierRecords } from '../../rebuild/records.ts';
import { carryOutBatch } from './batches/carry-out.ts';
import { findBatch, lockNextLine, readLines } from './batches/store.ts';
import { sweepBatches } from './batches/service.ts';
import { batchRecords } from './records.ts';
import type { CommonInput, Line } from './schema.ts';
import { receiveSheet } from './sheet/service.ts';
import { linesIn } from './workbook/read.ts';
import { COLUMNS, LIST_TITLE, TEMPLATE_FIELDS } from './workbook/columns.ts';

const SLUG = 'chung-thuc-ban-sao-tu-ban-chinh';
const COUNTER = 'mot-cua.an-hoa';
let system: TestSystem;
let counter: Visitor;
let lastId = 500;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  counter = await visitorOf(system, COUNTER);
});

const newNumber = (): string => `052090${String((lastId += 1)).padStart(6, '0')}`;

function line(place: number, change: Partial<Line> = {}): Line {
  return {
    line: place,
    kind: 'citizen',
    fullName: `Nguyễn Thị B${place}`,
    idNumber: newNumber(),
    phone: '',
    email: '',
    address: 'Thôn 3, xã An Hòa',
    representative: '',
    summary: '',
    paperNumber: '',
    receivedOn: '',
    ...change,
  };
}

async function common(): Promise<CommonInput> {
  const { applicant: _applicant, ...rest } = await receptionOf(await actAs(system, COUNTER), SLUG);
  return { ...rest, earlier: undefined } as CommonInput; // The reception has everything else.
}

async function countDossiers(): Promise<number> {
  const { rows } = await system.superuser.query<{ total: number }>(
    'select count(*)::int as total from dossiers',
  );
  return rows[0]?.total ?? 0;
}

const numberIn = (visited: Visited): string =>
  decodeURIComponent(visited.location?.split('/').at(-1) ?? 'nowhere');

/** Presses a button of a page that sends its form to another address. */
async function press(
  { html }: Visited,
  [form, address]: readonly [string, string],
  fields: Readonly<Record<string, string>> = {},
): Promise<Visited> {
  const { action, fields: typed } = formOf(html, form);
  return counter.post(action.slice(0, -form.length) + address, { ...typed, ...fields });
}

async function batchOf(number: string) {
  const batch = await findBatch(system.db, number);
  if (!batch) throw new Error(`No batch ${number}`);
  return batch;
}

describe('A sheet at the counter', () => {
  test('becomes a dossier, a number and a receipt for each person, under one group number', async () => {
    const lines = [line(1), line(2), line(3)];
    const number = await receiveSheet(await actAs(system, COUNTER), {
      common: await common(),
      lines,
      mode: 'all',
    });
    expect(number).toMatch(/^000\.17\.22\.H08-200428-N\d\d$/);
    const received = await readLines(system.db, (await batchOf(number)).id);
    expect(received.map(({ outcome }) => outcome)).toEqual(['received', 'received', 'received']);
    expect(new Set(received.map((one) => one.number)).size).toBe(3);
    const printed = await counter.get(`/intake/batches/${number}/receipts.pdf`);
    const bytes = new Uint8Array(await printed.response.arrayBuffer());
    expect(pageCountOf(bytes)).toBe(3);
    const bars = codesOn(bytes).filter((code) => code.startsWith('CODE-128'));
    expect(bars).toEqual(received.map((one) => `CODE-128:${one.number}`));
  });

  test('receives nothing when one line is wrong and all were wanted, and says which cell', async () => {
    const before = await countDossiers();
    const lines = [line(1), line(2, { idNumber: '12' }), line(5, { fullName: '' })];
    const all = receiveSheet(await actAs(system, COUNTER), { common: await common(), lines, mode: 'all' });
    await expect(all).rejects.toMatchObject({
      kind: 'invalid',
      fields: { 'lines.1.idNumber': expect.any(String), 'lines.4.fullName': expect.any(String) },
    });
    expect(await countDossiers()).toBe(before);
  });

  test('receives the right lines alone when so wanted, and keeps the others to be put right', async () => {
    const lines = [line(1), line(2, { idNumber: '12', fullName: 'Lê Văn Sai' })];
    const number = await receiveSheet(await actAs(system, COUNTER), {
      common: await common(),
      lines,
      mode: 'good',
    });
    const page = await counter.get(`/intake/batches/${number}`);
    expect(page.text).toContain('Sửa và tiếp nhận các dòng còn lại');
    const again = await counter.get(`/intake/${SLUG}/group?from=${number}`);
    expect(again.html).toContain('value="Lê Văn Sai"');
    expect(again.html).not.toContain('value="Nguyễn Thị B1"');
  });

  test('asks before somebody is received twice for the same', async () => {
    const idNumber = newNumber();
    const ask = async (change: Partial<CommonInput>) =>
      receiveSheet(await actAs(system, COUNTER), {
        common: { ...(await common()), ...change },
        lines: [line(1, { idNumber, fullName: 'Võ Thị C' })],
        mode: 'all',
      });
    await ask({});
    await expect(ask({})).rejects.toMatchObject({
      fields: { 'lines.0.fullName': expect.stringContaining('đang có hồ sơ') },
    });
    expect(await ask({ confirmedDuplicate: true })).toMatch(/-N\d\d$/);
  });

  test('says once what is wrong with what all have in common', async () => {
    const wanted = {
      common: { ...(await common()), papers: [] },
      lines: [line(1), line(2)],
      mode: 'good' as const,
    };
    const before = await countDossiers();
    await expect(receiveSheet(await actAs(system, COUNTER), wanted)).rejects.toMatchObject({
      kind: 'invalid',
    });
    expect(await countDossiers()).toBe(before);
  });
});

describe('The page of the sheet', () => {
  test('takes cells from a spreadsheet, looks at them, and receives once however often it is sent', async () => {
    const page = await counter.get(`/intake/${SLUG}/group`);
    const [one, two] = [newNumber(), newNumber()];
    const pasted = `Họ và tên\tSố giấy tờ\nĐinh Thị D\t${one}\t\tThôn 1\r\nĐinh Văn E\t${two}`;
    const filled = await press(page, ['/group', '/group/draft'], {
      act: 'paste',
      pasted,
      sharedAddress: 'Thôn Vạn Long',
    });
    expect(filled.html).toContain('value="Đinh Thị D"');
    const looked = await press(filled, ['/group', '/group/draft'], { act: 'check', pasted: '' });
    expect(looked.text).toContain('Mọi dòng đều đúng');
    const before = await countDossiers();
    const done = await counter.send(looked, '/group', { mode: 'all', pasted: '' });
    const twice = await counter.send(looked, '/group', { mode: 'all', pasted: '' });
    expect(twice.location).toBe(done.location);
    expect(await countDossiers()).toBe(before + 2);
    expect((await counter.follow(done)).text).toContain('Đinh Văn E');
  });

  test('shows what is wrong at its cell and keeps what was typed', async () => {
    const page = await counter.get(`/intake/${SLUG}/group`);
    const wrong = await counter.send(page, '/group', {
      mode: 'all',
      'lines.0.fullName': 'Nguyễn Thị B',
      'lines.0.idNumber': '99',
      'lines.0.address': 'Thôn 3',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('12 chữ số');
    expect(wrong.html).toContain('value="99"');
    expect((await counter.send(page, '/group', { mode: 'all' })).text).toContain('Hãy nhập ít nhất một dòng');
  });

  test('is of the counter alone', async () => {
    for (const login of ['chu-tich.an-hoa', 'quan-tri'])
      expect((await (await visitorOf(system, login)).get(`/intake/${SLUG}/group`)).status).toBe(403);
    const number = await receiveSheet(await actAs(system, COUNTER), {
      common: await common(),
      lines: [line(1)],
      mode: 'all',
    });
    const other = await visitorOf(system, 'mot-cua.an-toan');
    for (const part of ['', '/result.xlsx', '/receipts.pdf'])
      expect((await other.get(`/intake/batches/${number}${part}`)).status).toBe(404);
    expect((await other.get('/intake/batches')).text).not.toContain(number);
  });
});

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
  await carryOutBatch(await systemContext(system, 'job'), (await batchOf(number)).id);
}

const row = (name: string, change: Row = {}): Row => ({
  fullName: name,
  idNumber: newNumber(),
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
    const before = await countDossiers();
    const number = await planned([row('Trần Thị G'), row('Trần Văn H', { idNumber: 'x1' }), row('')]);
    const page = await counter.get(`/intake/batches/${number}`);
    expect(page.text).toContain('Số định danh, mã số thuế');
    expect(page.text).toContain('Hãy ghi đầy đủ họ và tên');
    expect(page.text).toContain('Còn 2 dòng chưa đúng');
    expect(await countDossiers()).toBe(before);
    expect((await started(number)).status).toBe(422);
  });

  test('is received line by line in the name of who began, and tells what came of it', async () => {
    const number = await planned([
      row('Trần Thị G'),
      row('Trần Văn H', { idNumber: 'x1' }),
      row('Trần Thị K'),
    ]);
    expect((await counter.follow(await started(number, 'good'))).text).toContain('Đang tiếp nhận');
    await carriedOut(number);
    const { id, state, received, refused } = await batchOf(number);
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
    const number = await planned(Array.from({ length: 12 }, (_, place) => row(`Lê Thị L${place}`)));
    await started(number);
    const before = await countDossiers();
    const { id } = await batchOf(number);
    // Cut in the middle of a line: the line is as it was.
    const cut = system.db.transaction().execute(async (db) => {
      await lockNextLine(db, id);
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    await Promise.all([carriedOut(number), carriedOut(number), carriedOut(number)]);
    expect(await countDossiers()).toBe(before + 12);
    await carriedOut(number);
    expect(await batchOf(number)).toMatchObject({ state: 'done', received: 12 });
  });

  test('stops when whoever began works there no more, and says so', async () => {
    const number = await planned([row('Lê Thị M')]);
    await started(number);
    const { id, accountId } = await batchOf(number);
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
    expect((await press(beside, ['/start', '/withdrawal'])).location).toBe('/intake/batches');
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
    const [first] = await readLines(system.db, (await batchOf(number)).id);
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
    const { fileHash } = await batchOf(number);
    system.setClock('2020-06-20T08:00:00+07:00');
    await sweepBatches(await systemContext(system, 'sweep'));
    expect(await batchOf(number)).toMatchObject({ fileHash: null, common: {} });
    expect(await system.files.has(fileHash ?? '')).toBe(false);
  });
});
