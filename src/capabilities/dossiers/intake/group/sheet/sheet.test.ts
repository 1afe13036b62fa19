import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { batchOf, commonOf, countDossiers, lineOf, newIdNumber, press } from '#test/groups.ts';
import { codesOn, pageCountOf } from '#test/pdf.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { readLines } from '../batches/store.ts';
import type { CommonInput } from '../schema.ts';
import { receiveSheet } from './service.ts';

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

const common = async (): Promise<CommonInput> => commonOf(await actAs(system, COUNTER));

describe('A sheet at the counter', () => {
  test('becomes a dossier, a number and a receipt for each person, under one group number', async () => {
    const lines = [lineOf(1), lineOf(2), lineOf(3)];
    const number = await receiveSheet(await actAs(system, COUNTER), {
      common: await common(),
      lines,
      mode: 'all',
    });
    expect(number).toMatch(/^000\.17\.22\.H08-200428-N\d\d$/);
    const received = await readLines(system.db, (await batchOf(system, number)).id);
    expect(received.map(({ outcome }) => outcome)).toEqual(['received', 'received', 'received']);
    expect(new Set(received.map((one) => one.number)).size).toBe(3);
    const printed = await counter.get(`/intake/batches/${number}/receipts.pdf`);
    const bytes = new Uint8Array(await printed.response.arrayBuffer());
    expect(pageCountOf(bytes)).toBe(3);
    const bars = codesOn(bytes).filter((code) => code.startsWith('CODE-128'));
    expect(bars).toEqual(received.map((one) => `CODE-128:${one.number}`));
  });

  test('receives nothing when one line is wrong and all were wanted, and says which cell', async () => {
    const before = await countDossiers(system);
    const lines = [lineOf(1), lineOf(2, { idNumber: '12' }), lineOf(5, { fullName: '' })];
    const all = receiveSheet(await actAs(system, COUNTER), { common: await common(), lines, mode: 'all' });
    await expect(all).rejects.toMatchObject({
      kind: 'invalid',
      fields: { 'lines.1.idNumber': expect.any(String), 'lines.4.fullName': expect.any(String) },
    });
    expect(await countDossiers(system)).toBe(before);
  });

  test('receives the right lines alone when so wanted, and keeps the others to be put right', async () => {
    const lines = [lineOf(1), lineOf(2, { idNumber: '12', fullName: 'Lê Văn Sai' })];
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
    const idNumber = newIdNumber();
    const ask = async (change: Partial<CommonInput>) =>
      receiveSheet(await actAs(system, COUNTER), {
        common: { ...(await common()), ...change },
        lines: [lineOf(1, { idNumber, fullName: 'Võ Thị C' })],
        mode: 'all',
      });
    await ask({});
    await expect(ask({})).rejects.toMatchObject({
      fields: { 'lines.0.fullName': expect.stringContaining('đang có hồ sơ') },
    });
    expect(await ask({ confirmedDuplicate: true })).toMatch(/-N\d\d$/);
  });

  test('undoes what the reception itself refuses of one line, and nothing else', async () => {
    const idNumber = newIdNumber();
    const lines = [
      lineOf(1, { idNumber, fullName: 'Võ Thị Trước' }),
      lineOf(2, { idNumber, fullName: 'Lê Văn Sau' }),
      lineOf(3),
    ];
    const asked = { common: { ...(await common()), confirmedDuplicate: true }, lines };
    const before = await countDossiers(system);
    const all = receiveSheet(await actAs(system, COUNTER), { ...asked, mode: 'all' });
    await expect(all).rejects.toMatchObject({ fields: { 'lines.1.fullName': expect.any(String) } });
    expect(await countDossiers(system)).toBe(before);
    const number = await receiveSheet(await actAs(system, COUNTER), { ...asked, mode: 'good' });
    const outcomes = (await readLines(system.db, (await batchOf(system, number)).id)).map(
      (one) => one.outcome,
    );
    expect(outcomes).toEqual(['received', 'refused', 'received']);
    const { rows } = await system.superuser.query<{ full_name: string }>(
      `select full_name from applicants where folded_name in ('vo thi truoc', 'le van sau')`,
    );
    expect(rows).toEqual([{ full_name: 'Võ Thị Trước' }]);
  });

  test('says once what is wrong with what all have in common', async () => {
    const wanted = {
      common: { ...(await common()), papers: [] },
      lines: [lineOf(1), lineOf(2)],
      mode: 'good' as const,
    };
    const before = await countDossiers(system);
    await expect(receiveSheet(await actAs(system, COUNTER), wanted)).rejects.toMatchObject({
      kind: 'invalid',
    });
    expect(await countDossiers(system)).toBe(before);
  });
});

describe('The page of the sheet', () => {
  test('takes cells from a spreadsheet, looks at them, and receives once however often it is sent', async () => {
    const page = await counter.get(`/intake/${SLUG}/group`);
    const [one, two] = [newIdNumber(), newIdNumber()];
    const pasted = `Họ và tên\tSố giấy tờ\nĐinh Thị D\t${one}\t\tThôn 1\r\nĐinh Văn E\t${two}`;
    const filled = await press(counter, page, [
      '/group',
      '/group/draft',
      {
        act: 'paste',
        pasted,
        sharedAddress: 'Thôn Vạn Long',
      },
    ]);
    expect(filled.html).toContain('value="Đinh Thị D"');
    const looked = await press(counter, filled, ['/group', '/group/draft', { act: 'check', pasted: '' }]);
    expect(looked.text).toContain('Mọi dòng đều đúng');
    const before = await countDossiers(system);
    const done = await counter.send(looked, '/group', { mode: 'all', pasted: '' });
    const twice = await counter.send(looked, '/group', { mode: 'all', pasted: '' });
    expect(twice.location).toBe(done.location);
    expect(await countDossiers(system)).toBe(before + 2);
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
      lines: [lineOf(1)],
      mode: 'all',
    });
    const other = await visitorOf(system, 'mot-cua.an-toan');
    for (const part of ['', '/result.xlsx', '/receipts.pdf'])
      expect((await other.get(`/intake/batches/${number}${part}`)).status).toBe(404);
    expect((await other.get('/intake/batches')).text).not.toContain(number);
  });
});
