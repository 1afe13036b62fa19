import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { differencesIn } from '#test/records.ts';
import { unitByCode } from '#foundation/organisation/service.ts';
import {
  answerFindings,
  assembleWhole,
  checkedReport,
  deleteDraft,
  figureChanges,
  freeze,
  issue,
  reopen,
  takeApart,
  withdraw,
} from '../freezing/service.ts';
import { acceptParts, collect, handOn, remind, returnPart } from '../progress/service.ts';
import { reportRecords } from '../records.ts';
import type { Section } from '../schema.ts';
import { comment, sectionView, writePart } from '../sections/service.ts';
import { publishTemplate } from '../templates/publication/service.ts';
import { addTemplate } from '../templates/service.ts';
import { wholeReport } from './frame.ts';
import type { ReportPart } from './schema.ts';
import { makeReport, waitingCount } from './service.ts';

let system: TestSystem;
let versionId = 0;
let district = 0;
let commune = 0;

const section = (key: string, body: string, more: Partial<Section> = {}): Section => ({
  key,
  title: `Mục ${key}`,
  level: 2,
  isNumbered: true,
  owner: null,
  guidance: '',
  body,
  place: 'text',
  isCollected: false,
  ...more,
});

beforeAll(async () => {
  system = await openTestWorld();
  const ctx = await actAs(system, 'noi-vu');
  district = (await unitByCode(ctx, 'huyen-an-lao')).id;
  commune = (await unitByCode(ctx, 'xa-an-hoa')).id;
  ({ versionId } = await addTemplate(ctx, {
    code: 'thu-nghiem',
    name: 'Báo cáo thử',
    kind: 'year',
    draft: {
      legalBasis: 'Nghị định số 09/2019/NĐ-CP',
      validFrom: '2019-03-12',
      validUntil: null,
      content: {
        frame: {
          typeName: 'Báo cáo',
          title: 'Kết quả cải cách hành chính [[kỳ]]',
          recipients: ['Lưu: VT'],
          authority: ['TM. ỦY BAN NHÂN DÂN'],
          signerTitle: 'CHỦ TỊCH',
        },
        sections: [
          section('tiep-nhan', 'Trong kỳ đã tiếp nhận [[HS-NHAN]].', { owner: { function: 'justice' } }),
          section('danh-gia', '[[viết: Đánh giá chung]]', { owner: { function: 'finance-planning' } }),
        ],
      },
    },
  }));
  await publishTemplate(ctx, { versionId, revision: 1 }).catch(async () =>
    publishTemplate(ctx, { versionId, revision: 0 }),
  );
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

const homeAffairs = async () => actAs(system, 'noi-vu');
const chairman = async () => actAs(system, 'chu-tich.huyen');

async function made(): Promise<number> {
  return makeReport(await homeAffairs(), {
    versionId,
    unitId: district,
    period: '2020',
    comparison: '',
    dueOn: '2020-05-20',
    partsDueOn: '',
    copiedFrom: null,
  });
}

const wholeOf = async (id: number) => wholeReport(await homeAffairs(), id);
async function partFor(id: number, key: string): Promise<ReportPart> {
  const part = (await wholeOf(id)).parts.find(({ sectionKey }) => sectionKey === key);
  if (!part) throw new Error(`no part ${key}`);
  return part;
}

async function write(id: number, key: string, login: string, words: Record<string, string>): Promise<void> {
  const { number, version } = await partFor(id, key);
  await writePart(await actAs(system, login), {
    id,
    part: number,
    version,
    body: null,
    writings: words,
    explanations: {},
    isSubmitted: true,
  });
}

async function reference(id: number) {
  return { id, sequence: (await wholeOf(id)).report.sequence };
}

async function acceptAll(id: number): Promise<void> {
  const { parts } = await wholeOf(id);
  const seen = parts.filter(({ state }) => state === 'submitted').map((p) => `${p.number}.${p.version}`);
  await acceptParts(await homeAffairs(), { id, parts: seen });
}

async function assembled(): Promise<number> {
  const id = await made();
  await write(id, 'tiep-nhan', 'truong-phong.tu-phap', {});
  await write(id, 'danh-gia', 'truong-phong.tai-chinh', { 1: 'Công tác được thực hiện đúng kế hoạch.' });
  await acceptAll(id);
  const { findings } = await checkedReport(await homeAffairs(), id);
  const answers = Object.fromEntries(findings.map(({ key }) => [key, 'Đã đối chiếu, đúng như nguồn.']));
  await answerFindings(await homeAffairs(), { id, answers });
  await assembleWhole(await homeAffairs(), await reference(id));
  return id;
}

async function frozen(): Promise<number> {
  const id = await assembled();
  await freeze(await chairman(), await reference(id));
  return id;
}

describe('A report in the making', () => {
  test('gives each section to the unit that does the work, some days before it is due, and tells it', async () => {
    const id = await made();
    const justice = await actAs(system, 'truong-phong.tu-phap');
    const part = await partFor(id, 'tiep-nhan');
    expect(part).toMatchObject({ unitId: justice.actor?.post.unitId, dueOn: '2020-05-13', state: 'asked' });
    expect((await waitingCount(justice)).waiting).toBeGreaterThan(0);
    const { rows } = await system.superuser.query(`select 1 from notices where template = 'report-asked'`);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('is not made by a department for the whole district', async () => {
    const ctx = await actAs(system, 'truong-phong.tu-phap');
    const input = { versionId, unitId: district, period: '2020', comparison: '', dueOn: '2020-05-20' };
    await expect(makeReport(ctx, { ...input, partsDueOn: '', copiedFrom: null })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('is written by the unit that was asked and by no other, never over what another wrote', async () => {
    const id = await made();
    await expect(write(id, 'danh-gia', 'truong-phong.tu-phap', { 1: 'x' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const stale = await partFor(id, 'danh-gia');
    await write(id, 'danh-gia', 'truong-phong.tai-chinh', { 1: 'Đúng kế hoạch.' });
    const late = writePart(await actAs(system, 'chuyen-vien.tai-chinh'), {
      id,
      part: stale.number,
      version: stale.version,
      body: null,
      writings: { 1: 'Khác.' },
      explanations: {},
      isSubmitted: false,
    });
    await expect(late).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('is not sent with an empty place, and comes back with a reason', async () => {
    const id = await made();
    await expect(write(id, 'danh-gia', 'truong-phong.tai-chinh', {})).rejects.toMatchObject({
      kind: 'invalid',
    });
    await write(id, 'danh-gia', 'truong-phong.tai-chinh', { 1: 'Sơ sài.' });
    const { number: part, version } = await partFor(id, 'danh-gia');
    await returnPart(await homeAffairs(), { id, part, version, reason: 'Hãy nêu kết quả cụ thể.' });
    expect(await partFor(id, 'danh-gia')).toMatchObject({
      state: 'returned',
      returnReason: 'Hãy nêu kết quả cụ thể.',
    });
  });

  test('takes parts of communes, which stand in the section', async () => {
    const id = await made();
    const input = { id, sectionKey: 'danh-gia', units: [commune], dueOn: '2020-05-10' };
    await collect(await homeAffairs(), input);
    const part = (await wholeOf(id)).parts.find(({ isCollected }) => isCollected);
    await writePart(await actAs(system, 'van-thu.an-hoa'), {
      id,
      part: part?.number ?? 0,
      version: 0,
      body: null,
      explanations: {},
      isSubmitted: true,
      writings: { part: 'Xã đã niêm yết đủ thủ tục.' },
    });
    const view = await sectionView(await homeAffairs(), id, 'danh-gia');
    expect(JSON.stringify(view.assembled.blocks)).toContain('Xã đã niêm yết đủ thủ tục.');
    await comment(await homeAffairs(), { id, sectionKey: 'danh-gia', comment: 'Cảm ơn xã.' });
    expect(await remind(await homeAffairs(), id)).toBe(2);
  });

  test('goes to another unit with another day', async () => {
    const id = await made();
    const { number: part, version } = await partFor(id, 'danh-gia');
    await handOn(await homeAffairs(), { id, part, version, unitId: commune, dueOn: '2020-05-11' });
    expect(await partFor(id, 'danh-gia')).toMatchObject({ unitId: commune, dueOn: '2020-05-11' });
  });

  test('is put together when every part is accepted, and taken apart with a reason', async () => {
    const early = await made();
    await expect(assembleWhole(await homeAffairs(), await reference(early))).rejects.toMatchObject({
      kind: 'conflict',
    });
    const id = await assembled();
    await takeApart(await homeAffairs(), { ...(await reference(id)), reason: 'Còn sửa lời văn.' });
    expect((await wholeOf(id)).report.state).toBe('drafting');
  });

  test('is frozen by a second person, whose frozen figures stay; issued, opened again, withdrawn', async () => {
    const id = await assembled();
    await expect(freeze(await homeAffairs(), await reference(id))).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const seen = await reference(id);
    await freeze(await chairman(), seen);
    await expect(freeze(await chairman(), seen)).rejects.toMatchObject({ kind: 'conflict' });
    expect((await wholeOf(id)).files).toHaveLength(4);
    expect(await figureChanges(await homeAffairs(), id)).toMatchObject({ total: 1, changes: [] });
    const signed = {
      number: '15/BC-UBND',
      issuedOn: '2020-04-28',
      signer: 'Nguyễn Văn A',
      signerTitle: 'CHỦ TỊCH',
    };
    await issue(await homeAffairs(), { ...(await reference(id)), ...signed });
    expect((await wholeOf(id)).report.issued?.number).toBe('15/BC-UBND');
    await reopen(await chairman(), { ...(await reference(id)), reason: 'Số liệu đính chính.' });
    expect((await wholeOf(id)).report).toMatchObject({ state: 'drafting', issue: 2, issued: null });
    const other = await frozen();
    await withdraw(await chairman(), { ...(await reference(other)), reason: 'Ban hành nhầm.' });
    expect((await wholeOf(other)).report.state).toBe('withdrawn');
  });

  test('is deleted only while nothing of it was frozen', async () => {
    const id = await made();
    await deleteDraft(await homeAffairs(), { ...(await reference(id)), reason: 'Lập trùng báo cáo.' });
    expect((await wholeOf(id)).report.state).toBe('deleted');
  });

  test('is what its history says', async () => {
    await frozen();
    expect(await differencesIn(await systemContext(system, 'check'), reportRecords)).toEqual([]);
  });
});
