/** A small world for reports without a database: a district, four indicators, two documents. */
import type { Period } from '#kernel/period/period.ts';
import { type Figure, type FigureAsk, figurePath, partOf } from '#capabilities/indicators/schema.ts';
import type { Section, TemplateContent } from '../schema.ts';
import { type AssemblyInput, figureKey, type KnownIndicator, type Surroundings } from './schema.ts';

export const YEAR: Period = { kind: 'year', from: '2020-01-01', to: '2020-12-31' };
export const BASE: Period = { kind: 'year', from: '2015-01-01', to: '2015-12-31' };
export const DISTRICT = 1;

function indicator(name: string, unitOfMeasure: string, more: Partial<KnownIndicator> = {}): KnownIndicator {
  return { name, unitOfMeasure, kind: 'count', parts: [], breakdowns: [], ...more };
}

export const INDICATORS: ReadonlyMap<string, KnownIndicator> = new Map([
  ['BC-GIAO', indicator('Biên chế được giao', 'biên chế', { parts: ['BC-HC', 'BC-SN'] })],
  ['BC-HC', indicator('Biên chế hành chính', 'biên chế')],
  ['BC-SN', indicator('Biên chế sự nghiệp', 'biên chế')],
  ['HS-DUNGHAN', indicator('Hồ sơ đúng hạn', '%', { kind: 'ratio' })],
  ['PA-NHAN', indicator('Phản ánh nhận được', 'phản ánh')],
  [
    'HS-NHAN',
    indicator('Hồ sơ tiếp nhận', 'hồ sơ', {
      breakdowns: [
        {
          key: 'channel',
          label: 'Kênh nộp',
          values: [
            { value: 'counter', label: 'trực tiếp' },
            { value: 'online', label: 'trực tuyến' },
            { value: 'post', label: 'bưu chính' },
          ],
        },
      ],
    }),
  ],
]);

export const SURROUNDINGS: Surroundings = {
  scope: { unitId: DISTRICT, period: YEAR, comparison: BASE },
  indicators: INDICATORS,
  unitIds: new Map([['xa-a', 2]]),
  unitName: (id) => (id === DISTRICT ? 'Ủy ban nhân dân huyện An Lão' : `Xã số ${id}`),
  unitsBelow: {
    below: [],
    communes: [
      { id: 2, name: 'Xã số 2' },
      { id: 3, name: 'Xã số 3' },
    ],
    departments: [],
  },
  agency: { agency: 'Ủy ban nhân dân huyện An Lão', parentAgency: null, place: 'An Lão' },
  noteOf: (written) =>
    written === 'QĐ 1/QĐ-UBND' ? 'Quyết định số 1/QĐ-UBND ngày 2/1/2020 về kế hoạch năm 2020' : null,
};

/** A figure that answers a question; without a value nobody knows it. */
export function answer(ask: FigureAsk, value: number | null, more: Partial<Figure> = {}): Figure {
  const { name = ask.code, unitOfMeasure = '', kind = 'count' } = INDICATORS.get(ask.code) ?? {};
  return {
    code: ask.code,
    name,
    unitOfMeasure,
    kind,
    unitId: ask.unitId,
    period: ask.period,
    value,
    part: partOf(ask.filter),
    content: '',
    origin: value === null ? 'none' : 'observed',
    takenAt: new Date('2021-01-05T02:00:00Z'),
    source:
      value === null
        ? null
        : {
            documentId: null,
            title: 'Sổ theo dõi',
            place: 'dòng 3',
          },
    certainty: 'certain',
    note: '',
    href: figurePath(ask),
    ...more,
  };
}

export function figuresOf(
  given: readonly (readonly [
    ask: Partial<FigureAsk> & { code: string },
    value: number,
    more?: Partial<Figure>,
  ])[],
): ReadonlyMap<string, Figure> {
  return new Map(
    given.map(([part, value, more]) => {
      const ask = { unitId: DISTRICT, period: YEAR, ...part };
      return [figureKey(ask), answer(ask, value, more)] as const;
    }),
  );
}

export function section(key: string, more: Partial<Section>): Section {
  return {
    key,
    title: '',
    level: 3,
    isNumbered: true,
    owner: null,
    guidance: '',
    body: '',
    place: 'text',
    isCollected: false,
    ...more,
  };
}

export function templateOf(...sections: readonly Section[]): TemplateContent {
  return {
    frame: {
      typeName: 'BÁO CÁO',
      title: 'Kết quả cải cách hành chính [[kỳ]]',
      recipients: ['Như trên'],
      authority: ['TM. ỦY BAN NHÂN DÂN'],
      signerTitle: 'CHỦ TỊCH',
    },
    sections,
  };
}

export function inputOf(template: TemplateContent, more: Partial<AssemblyInput> = {}): AssemblyInput {
  return { template, scope: SURROUNDINGS.scope, texts: new Map(), isDraft: true, ...more };
}
