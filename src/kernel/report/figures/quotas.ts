/** What was allotted, what of it is used, and what is not. */
import type { Figure, FiguredPassage } from './figure.ts';

export type Quota = {
  readonly given: Figure;
  readonly used: Figure | null;
  readonly unused: Figure | null;
};

type Side = 'given' | 'used' | 'unused';

/** The last of them in the words before a figure says what it is. */
const SIDES: readonly (readonly [Side, RegExp])[] = [
  [
    'unused',
    /chưa (?:sử dụng|tuyển dụng|tuyển|bố trí|thực hiện|giải ngân|phân bổ)|còn (?:lại|thiếu|dư|trống)|số còn|(?<!\p{L})dư(?= )/gu,
  ],
  [
    'used',
    /có mặt|hiện có|đã (?:sử dụng|tuyển dụng|tuyển|bố trí|giải ngân|chi)|(?<!chưa )(?:sử dụng|thực hiện|thực có|thực tế có|giải ngân)/g,
  ],
  [
    'given',
    /(?<!chưa )(?:được )?(?:tỉnh |huyện |trung ương |cấp trên )?giao|chỉ tiêu|(?:được )?phân bổ|định mức/g,
  ],
];

/** Who is counted: what the law calls administrative quota is filled with civil servants, that of services with public employees. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['hành chính', /hành chính|công chức/g],
  ['sự nghiệp', /sự nghiệp|viên chức/g],
  ['hợp đồng', /hợp đồng/g],
];

const PEOPLE = [
  'biên chế',
  'người',
  'công chức',
  'viên chức',
  'cán bộ',
  'chỉ tiêu',
  'vị trí',
  'lao động',
  '',
];

type Sided = { readonly figure: Figure; readonly side: Side; readonly kind: string };

/** Quotas of people and of money by paragraph: the figure given, the one used and the one unused of the same kind. */
export function quotasIn(passages: readonly FiguredPassage[]): readonly Quota[] {
  return passages.flatMap((figured) => {
    if (!/giao|chỉ tiêu|phân bổ|định mức/.test(figured.low) || figured.passage.kind === 'table-row')
      return [];
    return quotasOf(sidesOf(figured));
  });
}

function sidesOf({ figures, low }: FiguredPassage): readonly Sided[] {
  const found: Sided[] = [];
  let clauseSide: { readonly side: Side; readonly sentence: number } | null = null;
  for (const [index, figure] of figures.entries()) {
    if (figure.role !== 'amount' || !figure.isExact) continue;
    const from = Math.max(figures[index - 1]?.unitEnd ?? 0, figure.start - 200);
    const before = low.slice(from, figure.start);
    const behindEnd = Math.min(figures[index + 1]?.start ?? low.length, figure.unitEnd + 60);
    const behind = /^[^.,;:()]*/.exec(low.slice(figure.unitEnd, behindEnd))?.[0] ?? '';
    const own = lastOf(SIDES, before) ?? lastOf(SIDES, behind);
    if (own !== null) clauseSide = { side: own, sentence: figure.sentence };
    // Parts of what was given are given too: "giao 727 biên chế, trong đó biên chế hành chính 77".
    const inherited: Side | null = clauseSide?.sentence === figure.sentence ? clauseSide.side : null;
    const side = own ?? (figure.depth === 0 ? inherited : null);
    if (side === null) continue;
    const kind = lastOf(KINDS, before) ?? lastOf(KINDS, behind) ?? '';
    // "Biên chế sự nghiệp: giao 245; có mặt 225": the kind is said once.
    const last = found.at(-1);
    const goesOn = kind === '' && last?.figure.sentence === figure.sentence;
    found.push({ figure, side, kind: goesOn ? last.kind : kind });
  }
  return found;
}

function lastOf<Name extends string>(names: readonly (readonly [Name, RegExp])[], text: string): Name | null {
  let best: { readonly name: Name; readonly at: number } | null = null;
  for (const [name, pattern] of names) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const at = index + words.length;
      if (best === null || at > best.at) best = { name, at };
    }
  }
  return best?.name ?? null;
}

/** To every figure given, what is said to be used and unused of it: in its sentence, or further down of the same kind. */
function quotasOf(sided: readonly Sided[]): readonly Quota[] {
  const givens = sided.filter(({ side }) => side === 'given');
  const quotas = givens.map(
    ({ figure, kind }) => ({ given: figure, kind, used: null, unused: null }) as Open,
  ); // the sides are filled below
  for (const { figure, side, kind } of sided) {
    if (side === 'given') continue;
    const isOpen = (quota: Open): boolean => quota[side] === null && isOfKind(figure, quota.given);
    const quota =
      quotas.find((one) => one.given.sentence === figure.sentence && one.kind === kind && isOpen(one)) ??
      quotas.findLast((one) => kind !== '' && one.kind === kind && one.given.start < figure.start);
    if (quota && isOpen(quota)) quota[side] = figure;
  }
  return quotas.filter(({ used, unused }) => used !== null || unused !== null);
}

type Open = { given: Figure; kind: string; used: Figure | null; unused: Figure | null };

function isOfKind(figure: Figure, given: Figure): boolean {
  if (PEOPLE.includes(figure.unit) && PEOPLE.includes(given.unit)) return true;
  return figure.unit === given.unit;
}

/** Whether it is of people, of whom there cannot be more than were allotted; money can be overspent. */
export function isOfPeople({ given, used }: Quota): boolean {
  const units = [given.unit, used?.unit ?? ''];
  return units.some((unit) => unit !== '') && units.every((unit) => PEOPLE.includes(unit));
}
