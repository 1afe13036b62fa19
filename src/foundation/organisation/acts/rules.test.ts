import { describe, expect, test } from 'vitest';
import { actOn, creation, made, problemsOf, standingOn } from './acts.fixture.ts';
import { decideInForce, decideWithdrawn } from './rules.ts';
import type { Act, ActDraft } from './schema.ts';

const OPENING = actOn('2011-01-01', [
  creation('huyen', { kind: 'people-committee', administrativeCode: '542' }),
  creation('van-phong', { parent: 'huyen' }),
  creation('mot-cua', { parent: 'van-phong', kind: 'one-stop' }),
  creation('tram-a', { parent: 'huyen', kind: 'service-unit' }),
  creation('tram-b', { parent: 'huyen', kind: 'service-unit' }),
]);

const MERGER = actOn('2019-07-01', [
  creation('trung-tam', { parent: 'huyen', kind: 'service-unit' }),
  { kind: 'merge', from: ['tram-a', 'tram-b'], into: 'trung-tam' },
]);

describe('an act counts from its date', () => {
  test('a renamed unit keeps its old name until the day before', () => {
    const organisation = made(
      OPENING,
      actOn('2015-05-01', [{ kind: 'rename', code: 'tram-a', name: 'Trạm mới', shortName: 'Trạm mới' }]),
    );
    expect(standingOn(organisation, '2015-04-30').get('tram-a')?.name).toBe('Phòng tram-a');
    expect(standingOn(organisation, '2015-05-01').get('tram-a')?.name).toBe('Trạm mới');
  });

  test('a rename may also change what the unit does and its codes', () => {
    const organisation = made(
      OPENING,
      actOn('2015-05-01', [
        { kind: 'rename', code: 'tram-a', name: 'Trạm', shortName: 'Trạm', also: { functions: ['health'] } },
      ]),
    );
    expect(standingOn(organisation, '2016-01-01').get('tram-a')?.functions).toEqual(['health']);
  });

  test('a moved unit stands under its new parent', () => {
    const organisation = made(
      OPENING,
      actOn('2015-05-01', [{ kind: 'move', code: 'tram-a', parent: 'van-phong' }]),
    );
    expect(standingOn(organisation, '2015-05-01').get('tram-a')?.parent).toBe('van-phong');
    expect(standingOn(organisation, '2015-04-30').get('tram-a')?.parent).toBe('huyen');
  });

  test('two changes of one unit on one date leave one period', () => {
    const organisation = made(
      OPENING,
      actOn('2015-05-01', [
        { kind: 'move', code: 'tram-a', parent: 'van-phong' },
        { kind: 'rename', code: 'tram-a', name: 'Trạm', shortName: 'Trạm' },
      ]),
    );
    expect(organisation.periods.filter((period) => period.code === 'tram-a')).toMatchObject([
      { validFrom: '2011-01-01', validTo: '2015-05-01' },
      { validFrom: '2015-05-01', validTo: null, name: 'Trạm', parent: 'van-phong' },
    ]);
  });
});

describe('the work of a unit that ends', () => {
  test('goes to the unit it is merged into', () => {
    const organisation = made(OPENING, MERGER);
    const after = standingOn(organisation, '2019-07-01');
    expect([after.has('tram-a'), after.has('tram-b'), after.has('trung-tam')]).toEqual([false, false, true]);
    expect(organisation.successions.map(({ predecessor, successor }) => [predecessor, successor])).toEqual([
      ['tram-a', 'trung-tam'],
      ['tram-b', 'trung-tam'],
    ]);
  });

  test('goes to its parts when it is divided; it stays when only a part is taken from it', () => {
    const parts = [creation('phan-1', { parent: 'huyen' }), creation('phan-2', { parent: 'huyen' })];
    const divided = made(
      OPENING,
      actOn('2015-05-01', [...parts, { kind: 'split', code: 'tram-a', into: ['phan-1', 'phan-2'] }]),
    );
    expect(standingOn(divided, '2015-05-01').has('tram-a')).toBe(false);
    expect(divided.successions).toHaveLength(2);
    const reduced = made(
      OPENING,
      actOn('2015-05-01', [
        creation('phan-1', { parent: 'huyen' }),
        { kind: 'split', code: 'tram-a', into: ['tram-a', 'phan-1'] },
      ]),
    );
    expect(standingOn(reduced, '2015-05-01').has('tram-a')).toBe(true);
    expect(reduced.successions).toEqual([]);
  });

  test('goes to the successors the act names, or ends with a reason', () => {
    const abolish = { kind: 'abolish', code: 'tram-a' } as const;
    const followed = made(OPENING, actOn('2015-05-01', [{ ...abolish, successors: ['tram-b'] }]));
    expect(followed.successions).toMatchObject([{ predecessor: 'tram-a', successor: 'tram-b' }]);
    const closed = made(
      OPENING,
      actOn('2015-05-01', [{ ...abolish, successors: [], withoutSuccessor: 'Không còn nhiệm vụ' }]),
    );
    expect(standingOn(closed, '2015-05-01').has('tram-a')).toBe(false);
  });
});

const REFUSALS: readonly (readonly [string, ActDraft, string])[] = [
  [
    'a unit is not known',
    actOn('2015-05-01', [{ kind: 'move', code: 'khong-co', parent: 'huyen' }]),
    'Không có đơn vị nào mang mã khong-co',
  ],
  [
    'it counts before the unit existed',
    actOn('2010-05-01', [{ kind: 'rename', code: 'tram-a', name: 'Trạm', shortName: 'Trạm' }]),
    'chưa thành lập (thành lập từ 1/1/2011)',
  ],
  [
    'the code of a new unit was used before',
    actOn('2015-05-01', [creation('tram-a', { parent: 'huyen' })]),
    'Mã tram-a đã dùng',
  ],
  [
    'children stay without parent',
    actOn('2015-05-01', [{ kind: 'abolish', code: 'van-phong', successors: ['huyen'] }]),
    'Phòng mot-cua (mot-cua) mất cơ quan cấp trên',
  ],
  [
    'the parent does not exist',
    actOn('2015-05-01', [creation('moi', { parent: 'chua-co' })]),
    'không có đơn vị nào mang mã chua-co',
  ],
  [
    'a unit comes below itself',
    actOn('2015-05-01', [{ kind: 'move', code: 'van-phong', parent: 'mot-cua' }]),
    'cấp dưới của chính nó',
  ],
  [
    'nobody takes over the work',
    actOn('2015-05-01', [{ kind: 'abolish', code: 'tram-a', successors: [] }]),
    'Chưa có đơn vị kế thừa',
  ],
  [
    'the successor ends in the same act',
    actOn('2015-05-01', [
      { kind: 'abolish', code: 'tram-a', successors: ['tram-b'] },
      { kind: 'abolish', code: 'tram-b', successors: ['huyen'] },
    ]),
    'Đơn vị kế thừa tram-b của tram-a cũng kết thúc',
  ],
  [
    'a unit is merged into itself',
    actOn('2015-05-01', [{ kind: 'merge', from: ['tram-a'], into: 'tram-a' }]),
    'không thể sáp nhập vào chính nó',
  ],
  [
    'a unit would end on the day it began',
    actOn('2011-01-01', [{ kind: 'abolish', code: 'tram-a', successors: ['tram-b'] }], 'cung-ngay'),
    'không thể kết thúc ngay ngày đó',
  ],
  [
    'two committees carry one administrative code',
    actOn('2015-05-01', [creation('huyen-2', { kind: 'people-committee', administrativeCode: '542' })]),
    'Mã đơn vị hành chính 542 bị trùng',
  ],
];

describe('an act is refused when', () => {
  test.each(REFUSALS)('%s', (_, act, sentence) => {
    expect(problemsOf(OPENING, act)).toContain(sentence);
  });

  test('several things are wrong, all of them are told', () => {
    const act = actOn('2015-05-01', [
      { kind: 'move', code: 'x', parent: 'huyen' },
      { kind: 'move', code: 'y', parent: 'huyen' },
    ]);
    expect(problemsOf(OPENING, act)).toMatch(/mã x .*mã y /s);
  });
});

describe('acts that are in force already', () => {
  const kept = (act: ActDraft): Act => ({ ...act, id: 1, state: 'in-force', decidedAt: new Date(0) });

  test('are named when an earlier act would break them', () => {
    const early = actOn('2018-01-01', [{ kind: 'abolish', code: 'tram-a', successors: ['tram-b'] }]);
    const outcome = decideInForce([kept(OPENING), kept(MERGER)], early);
    expect('problems' in outcome && outcome.problems[0]).toContain('“Quyết định ngày 2019-07-01”');
  });

  test('cannot be withdrawn once they count', () => {
    const outcome = decideWithdrawn([kept(OPENING), kept(MERGER)], kept(MERGER), '2019-07-01');
    expect('problems' in outcome && outcome.problems[0]).toContain('Hãy lập quyết định mới');
  });

  test('can be withdrawn before their date, and the organisation is as before', () => {
    const outcome = decideWithdrawn([kept(OPENING), kept(MERGER)], kept(MERGER), '2019-06-30');
    expect(outcome).toEqual({ organisation: made(OPENING) });
  });

  test('stay when a later act in force builds on them', () => {
    const later = actOn('2020-01-01', [{ kind: 'move', code: 'trung-tam', parent: 'van-phong' }]);
    const outcome = decideWithdrawn([kept(OPENING), kept(MERGER), kept(later)], kept(MERGER), '2019-06-30');
    expect('problems' in outcome && outcome.problems[0]).toContain('“Quyết định ngày 2020-01-01”');
  });
});
