import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { uploadOf } from '#test/uploads.ts';
import { PDF } from '#platform/uploads/specimens.fixture.ts';
import type { Context } from '#foundation/context.ts';
import { checkLines, checkSent, keptCheck, keptChecks, removeCheck } from './service.ts';

const WRONG = 'Tổng số 10 hồ sơ, trong đó: đúng hạn 7 hồ sơ, quá hạn 2 hồ sơ.';
const RIGHT = 'Tổng số 10 hồ sơ, trong đó: đúng hạn 8 hồ sơ, quá hạn 2 hồ sơ.';

let system: TestSystem;
let officer: Context;

beforeAll(async () => {
  system = await openTestWorld();
  officer = await actAs(system, 'chuyen-vien.tu-phap');
});
afterAll(async () => system.close());

async function sent(name: string, content: string) {
  const file = await uploadOf(system, Buffer.from(content), { field: 'file', name });
  return checkSent(officer, { file, text: '', keep: false });
}

describe('A report that is sent in', () => {
  test('is read and what cannot be true is named with its line; nothing is kept', async () => {
    const { checked, keptId } = await sent('bao-cao.txt', `Báo cáo\n\n${WRONG}\n`);
    expect(checked.findings.map(({ severity, lines }) => ({ severity, lines }))).toEqual([
      { severity: 'error', lines: [3] },
    ]);
    expect(keptId).toBeNull();
    expect(await keptChecks(officer)).toEqual([]);
  });

  test('in which nothing contradicts itself has no findings', async () => {
    expect((await sent('bao-cao.txt', RIGHT)).checked).toMatchObject({ findings: [], figures: 3 });
  });

  test('that has a picture and no words is refused with what to do', async () => {
    const file = await uploadOf(system, PDF, { field: 'file', name: 'quet.pdf' });
    await expect(checkSent(officer, { file, text: '', keep: false })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { file: expect.stringMatching(/ảnh chụp/) },
    });
  });

  test('is held against the days on which offices are closed', async () => {
    // 26 April 2020 was a Sunday.
    const lines = ['Quyết định số 12/QĐ-UBND ngày 26/4/2020 của UBND huyện về việc kiện toàn Ban chỉ đạo.'];
    const { findings } = await checkLines(officer, lines);
    expect(findings.map(({ severity }) => severity)).toContain('hint');
  });
});

describe('A result that somebody keeps', () => {
  test('is theirs alone, and gone when they remove it', async () => {
    const { keptId } = await checkSent(officer, { text: WRONG, keep: true });
    const id = keptId ?? 0;
    expect((await keptCheck(officer, id)).findings).toHaveLength(1);
    expect(await keptChecks(officer)).toMatchObject([{ id, name: 'Đoạn đã dán', findings: 1 }]);
    const other = await actAs(system, 'truong-phong.tu-phap');
    expect(await keptChecks(other)).toEqual([]);
    await expect(keptCheck(other, id)).rejects.toMatchObject({ kind: 'missing' });
    await expect(removeCheck(other, id)).rejects.toMatchObject({ kind: 'missing' });
    await removeCheck(officer, id);
    await expect(removeCheck(officer, id)).rejects.toMatchObject({ kind: 'missing' });
  });
});

test('Five hundred pages are read to the end, beside other work', async () => {
  const page = Array.from({ length: 45 }, (_, line) => (line % 9 === 0 ? RIGHT : `Nội dung dòng ${line}.`));
  const lines = Array.from({ length: 500 }, () => page).flat();
  lines.push(WRONG);
  const { findings } = await checkLines(officer, lines);
  expect(findings.filter(({ severity }) => severity === 'error').map((found) => found.lines)).toEqual([
    [22_501],
  ]);
});
