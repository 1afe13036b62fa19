/**
 * Reports that are sound, of many shapes, with errors planted in them: what the checker is measured by. All figures of a
 * report come of one draw, so that what is said twice agrees; all documents of one registry, so that numbers follow dates.
 */
import { weekdayOf } from '#kernel/local-date.ts';
import type { Knowledge, KnownFigure } from '../schema.ts';
import { frameOf } from './frame.fixture.ts';
import { headOf, tailOf } from './form.fixture.ts';
import { asDocx, asPdf } from './layout.fixture.ts';
import { marked } from './marks.fixture.ts';
import { heading, outlineOf, partTitle } from './outline.fixture.ts';
import { papersOf } from './papers.fixture.ts';
import { plain, type Piece, piece, sayLackOf, sectionOf, type Total } from './pieces.fixture.ts';
import { placeOf } from './places.fixture.ts';
import { type Random, randomFrom } from './random.fixture.ts';
import { type Block, type Saying } from './saying.fixture.ts';
import { sayAgain } from './sayings/numbers.fixture.ts';
import { sayQuotas } from './sayings/quotas.fixture.ts';
import { OUT_OF_FORCE, sayForce, saySeries } from './sayings/series.fixture.ts';
import { sayAfterwards, sayKnown, sayOther } from './sayings/periods.fixture.ts';
import type { Told } from './sayings/told.fixture.ts';
import { skipped } from './damage.fixture.ts';
import { BUDGET } from './topics/budget.fixture.ts';
import { COMMUNE } from './topics/commune.fixture.ts';
import { EDUCATION } from './topics/education.fixture.ts';
import { INSPECTION } from './topics/inspection.fixture.ts';
import { REFORM } from './topics/reform.fixture.ts';
import type { Area, Section } from './topics/topic.fixture.ts';
import { handOf } from './writing.fixture.ts';

export type Planted = { readonly error: string; readonly what: string; readonly lines: readonly number[] };

export type Report = {
  readonly seed: number;
  readonly shape: 'pdf' | 'docx';
  readonly lines: readonly string[];
  readonly planted: readonly Planted[];
  readonly knowledge: Knowledge;
};

const AREAS: readonly Area[] = [REFORM, REFORM, INSPECTION, BUDGET, EDUCATION, COMMUNE];

/**
 * Writes a report.
 * @param errors what to plant, as far as this report has a place for it, each once.
 */
export function writeReport(seed: number, errors: readonly string[]): Report {
  const random = randomFrom(seed);
  const area = random.pick(AREAS);
  const place = placeOf(random, area === COMMUNE);
  const told: Told = { random, hand: handOf(random), frame: frameOf(random), who: place.who };
  const known: KnownFigure[] = [];
  const pieces = [
    ...headOf(told, area, place).map(alone),
    ...bodyOf({ area, place, told, known }),
    ...tailOf(told, place).map(alone),
  ];
  const { blocks, plantings } = plant(pieces, errors, random);
  const shape = random.chance(0.5) ? 'pdf' : 'docx';
  const { lines, places } = (shape === 'pdf' ? asPdf : asDocx)(blocks, random);
  return {
    seed,
    shape,
    lines,
    planted: plantings.map((planting, id) => ({ ...planting, lines: places.get(id) ?? [] })),
    knowledge: {
      documents: OUT_OF_FORCE,
      figures: known,
      isDayOff: (date) => weekdayOf(date) % 6 === 0,
    },
  };
}

const alone = (saying: Saying): Piece => ({ ...saying, joins: false, isDashed: false });

type Asked = {
  readonly area: Area;
  readonly place: ReturnType<typeof placeOf>;
  readonly told: Told;
  /** Filled with what indicators say. */
  readonly known: KnownFigure[];
};

function bodyOf({ area, place, told, known }: Asked): readonly Piece[] {
  const { random, frame } = told;
  const outline = outlineOf(random);
  const sections = random.some(area.sections, random.between(2, area.sections.length));
  const unused = area.sections.filter((section) => !sections.includes(section));
  const papers = papersOf({ frame, place: place.name, titles: area.papers, random });
  const share = Math.ceil(papers.length / (sections.length + 1));
  const pieces: Piece[] = outline.parts ? [alone({ blocks: [partTitle(0)], wrongs: [] })] : [];
  const totals: Total[] = [];
  const numbered = (at: number, text: string): Piece =>
    headingPiece(heading(outline.first(at), text, outline.isUpper), at);
  sections.forEach((section, at) => {
    const own = papers.slice(at * share, (at + 1) * share);
    const { pieces: said, totals: stated } = sectionOf({ area, section, place, told, papers: own });
    totals.push(...stated);
    pieces.push(numbered(at, section.heading));
    pieces.push(headingPiece(heading(outline.second(at, 0), random.pick(RESULTS), false), 0), ...said);
    if (at === 0)
      pieces.push(
        ...onlyOnce(told, area, papers.slice(sections.length * share)).map((saying) => piece(saying, random)),
      );
    pieces.push(
      headingPiece(heading(outline.second(at, 1), random.pick(LACKS), false), 1),
      alone(sayLackOf(section, told)),
    );
  });
  pieces.push(numbered(sections.length, 'Đánh giá chung'), ...closing({ told, totals, unused, known }, area));
  return [...pieces, alone(repeated(pieces, random))];
}

const RESULTS = ['Kết quả đạt được', 'Những kết quả chủ yếu', 'Tình hình thực hiện', 'Kết quả thực hiện'];
const LACKS = ['Tồn tại, hạn chế', 'Khó khăn, vướng mắc', 'Những hạn chế và nguyên nhân'];

/** A first heading cannot skip anything. */
function headingPiece(block: Block, at: number): Piece {
  const wrong = at === 0 ? null : skipped(block);
  return alone({ blocks: [block], wrongs: wrong === null ? [] : [wrong] });
}

/** What stands in a report only once. */
function onlyOnce(told: Told, area: Area, papers: Parameters<typeof sayForce>[1][]): readonly Saying[] {
  const { random } = told;
  const central = papers.find(({ symbol, year }) => symbol.startsWith('NĐ') && year !== null);
  return [
    ...sayQuotas(told, random.between(1, 2)),
    ...(random.chance(0.5) ? [saySeries(told, area.papers)] : []),
    ...(central === undefined ? [] : [sayForce(told, central)]),
  ];
}

type Closing = {
  readonly told: Told;
  readonly totals: readonly Total[];
  readonly unused: readonly Section[];
  readonly known: KnownFigure[];
};

function closing({ told, totals, unused, known }: Closing, area: Area): readonly Piece[] {
  const { random } = told;
  const again = random.some(totals, 2).map(({ topic, total }) => sayAgain(topic, told, total));
  const topic = unused[0]?.topics[0];
  const figures = topic === undefined ? [] : [sayKnown(topic, told, known)];
  const prose = plain(`Nhìn chung, ${area.title} có nhiều chuyển biến, hoàn thành các nhiệm vụ đề ra.`, told);
  const sayings = [prose, ...again, ...figures, sayOther(told), sayAfterwards(told)];
  return sayings.map((saying) => piece(saying, random));
}

/** A place where a paragraph of before may stand once more; empty in a sound report. */
function repeated(pieces: readonly Piece[], random: Random): Saying {
  const long = pieces.filter(
    ({ blocks }) =>
      blocks.length === 1 &&
      (blocks[0]?.text.length ?? 0) > 90 &&
      blocks[0]?.kind === 'paragraph' &&
      blocks[0].notes === undefined,
  );
  if (long.length === 0) return { blocks: [], wrongs: [] };
  return {
    blocks: [],
    wrongs: [{ error: 'said-twice', what: 'a paragraph stands twice', blocks: random.pick(long).blocks }],
  };
}

type Plantings = readonly Omit<Planted, 'lines'>[];

function plant(
  pieces: readonly Piece[],
  errors: readonly string[],
  random: Random,
): { readonly blocks: readonly Block[]; readonly plantings: Plantings } {
  const chosen = new Map<Piece, readonly Block[]>();
  const plantings: Omit<Planted, 'lines'>[] = [];
  for (const error of errors) {
    const places = pieces.filter(
      (one) => !chosen.has(one) && one.wrongs.some((wrong) => wrong.error === error),
    );
    if (places.length === 0) continue;
    const place = random.pick(places);
    const wrong = random.pick(place.wrongs.filter((one) => one.error === error));
    chosen.set(place, marked(wrong.blocks, plantings.length));
    plantings.push({ error, what: wrong.what });
  }
  return {
    plantings,
    blocks: joined(pieces.map((one) => ({ ...one, blocks: chosen.get(one) ?? one.blocks }))),
  };
}

/** Statements that go on in a paragraph are put behind each other. */
function joined(pieces: readonly Piece[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { blocks: own, joins, isDashed } of pieces) {
    const [first, ...rest] = own;
    const last = blocks.at(-1);
    if (first === undefined) continue;
    if (joins && rest.length === 0 && last?.kind === 'paragraph') {
      blocks[blocks.length - 1] = {
        ...last,
        text: `${last.text} ${first.text}`,
        notes: [...(last.notes ?? []), ...(first.notes ?? [])],
      };
    } else if (isDashed && rest.length === 0 && first.kind === 'paragraph') {
      blocks.push({ ...first, text: `- ${first.text}` });
    } else {
      blocks.push(...own);
    }
  }
  return blocks;
}
