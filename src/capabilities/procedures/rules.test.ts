import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import { sampleContent, sampleStep } from './content.fixture.ts';
import { procedureContent } from './content.ts';
import { contentProblems, limitHours, periodsOverlap, placeVersion } from './rules.ts';
import type { ProcedureContent, PublishedVersion } from './schema.ts';

const FUNCTIONS = new Set(['people-committee', 'justice']);
const reception = { scope: 'reception', function: null, role: 'one-stop' } as const;
const problems = (parts: Partial<ProcedureContent>) =>
  contentProblems(sampleContent(parts), FUNCTIONS).map((problem) => problem.message);

describe('a content may be published', () => {
  test('when all its parts are there', () => {
    expect(problems({})).toEqual([]);
  });

  test.each([
    ['no papers', { papers: [] }, 'thành phần hồ sơ'],
    ['no result', { results: [] }, 'kết quả'],
    ['no legal basis', { legalBasis: [] }, 'căn cứ pháp lý'],
    ['nobody who applies', { applicants: [] }, 'đối tượng thực hiện'],
    ['no steps', { steps: [] }, 'trình tự'],
    [
      'a fee that nobody sets',
      { fees: [{ name: 'Phí', amountVnd: null, per: 'bản', note: '', setBy: '' }] },
      'mức thu',
    ],
  ] as const)('not with %s', (_what, parts, words) => {
    expect(problems(parts)).toEqual([expect.stringContaining(words)]);
  });

  test('not when its steps take longer than the limit', () => {
    expect(problems({ timeLimit: { unit: 'working-day', value: 2.5, note: '' } })).toEqual([]);
    expect(problems({ timeLimit: { unit: 'working-day', value: 2, note: '' } })).toEqual([
      'Thời gian các bước cộng lại là 20 giờ, vượt thời hạn giải quyết 16 giờ. Hãy giảm 4 giờ.',
    ]);
  });

  test('not when a step is at a place that does not exist that day', () => {
    const at = (place: ProcedureContent['steps'][number]['place']) =>
      problems({
        steps: [
          sampleStep('Nhận', reception, 1),
          sampleStep('Làm', place, 1),
          sampleStep('Trả', reception, 1),
        ],
      });
    expect(at({ scope: 'district', function: 'justice', role: 'specialist' })).toEqual([]);
    expect(at({ scope: 'district', function: 'health', role: 'specialist' })).toEqual([
      expect.stringContaining('không có cơ quan nào phụ trách “Y tế”'),
    ]);
    expect(at({ scope: 'district', function: null, role: 'specialist' })).toHaveLength(1);
    expect(at({ scope: 'external', function: 'somewhere', role: 'specialist' })).toHaveLength(1);
    expect(at({ scope: 'commune', function: null, role: 'it-administrator' })).toEqual([
      expect.stringContaining('không tham gia giải quyết'),
    ]);
    expect(at({ scope: 'reception', function: null, role: 'chairman' })).toHaveLength(1);
  });

  test('not when it does not begin and end at the one-stop', () => {
    const work = sampleStep('Thẩm tra', { scope: 'commune', function: null, role: 'specialist' }, 1);
    expect(problems({ steps: [work, sampleStep('Trả', reception, 1)] })).toEqual([
      expect.stringContaining('Bước đầu'),
    ]);
    expect(problems({ steps: [sampleStep('Nhận', reception, 1), work] })).toEqual([
      expect.stringContaining('Bước cuối'),
    ]);
  });
});

test('a calendar day counts as a share of eight hours, a same-day procedure as one day', () => {
  expect(limitHours({ unit: 'calendar-day', value: 15, note: '' })).toBe(120);
  expect(limitHours({ unit: 'same-day', cutoff: '15:00', note: '' })).toBe(8);
  expect(limitHours({ unit: 'working-hour', value: 4, note: '' })).toBe(4);
});

describe('a new version', () => {
  const today = '2020-04-28';
  const announcement = { from: '2020-06-01', decision: '12/QĐ-UBND', decisionDate: '2020-04-20' };

  test('takes over from the one in force and inherits nothing else', () => {
    const current = version(1, '2016-01-01', null);
    expect(placeVersion(announcement, [current], today)).toEqual({
      validTo: null,
      replaces: current,
      problems: [],
    });
  });

  test('cannot begin on the day of another or before one that holds already', () => {
    const begun = version(2, '2020-03-01', null);
    const messages = (from: LocalDate, others: readonly PublishedVersion[]) =>
      placeVersion({ ...announcement, from }, others, today).problems.map(({ message }) => message);
    expect(messages('2020-03-01', [begun])).toHaveLength(1);
    expect(messages('2019-01-01', [begun])).toEqual([expect.stringContaining('chồng lên nhau')]);
    expect(messages('2020-06-01', [version(3, '2020-06-01', null)])).toHaveLength(1);
  });

  test('needs a decision, all the more for a day gone by, and none from the future', () => {
    const messages = (parts: object) =>
      placeVersion({ ...announcement, ...parts }, [], today).problems.map(({ message }) => message);
    expect(messages({ decision: ' ' })).toEqual([expect.stringContaining('số quyết định')]);
    expect(messages({ decision: '', from: '2020-01-01' })).toEqual([expect.stringContaining('đã qua')]);
    expect(messages({ decisionDate: '2020-05-01' })).toEqual([expect.stringContaining('sau hôm nay')]);
  });

  test('never overlaps another, whatever is published in whatever order', () => {
    const days = fc
      .integer({ min: 0, max: 60 })
      .map((n) => new Date(Date.UTC(2020, 4, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 12 }), (starts) => {
        let published: readonly PublishedVersion[] = [];
        for (const [index, from] of starts.entries()) published = publish(published, index + 1, from);
        for (const day of [...starts, '2020-07-01']) {
          expect(published.filter((v) => holdsOn(v, day)).length).toBeLessThanOrEqual(1);
        }
        const overlaps = published.filter((a) => published.some((b) => a !== b && periodsOverlap(a, b)));
        expect(overlaps).toEqual([]);
      }),
    );
  });

  function publish(published: readonly PublishedVersion[], number: number, from: LocalDate) {
    const { validTo, replaces, problems } = placeVersion({ ...announcement, from }, published, today);
    if (problems.length > 0) return published;
    const closed = published.map((v) => (v === replaces ? { ...v, validTo: from } : v));
    return [...closed, version(number, from, validTo ?? replaces?.validTo ?? null)];
  }
});

test('a content is stored and read as the same value', () => {
  const content = sampleContent({ onlineLevel: 'full', conditions: 'Có' });
  expect(procedureContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
});

function version(number: number, validFrom: LocalDate, validTo: LocalDate | null): PublishedVersion {
  return {
    id: number,
    procedureId: 1,
    slug: 'thu-tuc-mau',
    code: null,
    number,
    state: 'published',
    validFrom,
    validTo,
    content: sampleContent(),
    decision: '1/QĐ-UBND',
    decisionDate: null,
    endDecision: '',
    revision: 1,
    publishedAt: new Date('2020-01-01T00:00:00Z'),
  };
}
