/** From what records and reviewers say to points. Decree 61/2018/NĐ-CP, Article 31; the steps are those of the set. */
import { formatNumber } from '#kernel/vietnamese/format.ts';
import { TIMELINESS_LABELS } from '#capabilities/slips/words.ts';
import type {
  Criterion,
  MeasureKind,
  Measures,
  Points,
  PointsByCode,
  Score,
  ScoredCriterion,
  ScoringSet,
} from './schema.ts';

type Scored = Pick<ScoredCriterion, 'points' | 'explanation'>;
type UnitName = (unitId: number) => string;

/** The score of a dossier as far as it is known; marks of reviewers count where the set lets them. */
export function scoreOf(
  set: Pick<ScoringSet, 'criteria' | 'bands'>,
  known: { readonly measures: Measures; readonly marks: PointsByCode },
  unitName: UnitName,
): Score {
  const lines = set.criteria.map((criterion) => lineOf(criterion, known, unitName));
  const points = lines.flatMap((line) => (line.points === null ? [] : [line.points]));
  const total = points.reduce<number>((sum, one) => sum + one, 0);
  const isWhole = points.length === set.criteria.length;
  const band = isWhole ? set.bands.find(({ from }) => total >= from) : undefined;
  return { lines, total, known: points.length, band: band?.name ?? null };
}

/** Whether a reviewer may give points for a criterion. */
export function takesMarks({ measure, adjustable }: Criterion): boolean {
  return measure === null || adjustable;
}

function lineOf(
  criterion: Criterion,
  { measures, marks }: { readonly measures: Measures; readonly marks: PointsByCode },
  unitName: UnitName,
): ScoredCriterion {
  const mark = takesMarks(criterion) ? marks[criterion.code] : undefined;
  const { measure } = criterion;
  const read = measure === null ? UNREAD : MEASURES[measure](measures, unitName);
  if (mark === undefined) return { criterion, ...read, source: read.points === null ? null : 'records' };
  const said = measure === null ? '' : ` Theo dữ liệu: ${read.explanation}`;
  return { criterion, points: mark, source: 'reviewer', explanation: `Người đánh giá chấm.${said}` };
}

const UNREAD: Scored = { points: null, explanation: 'Chưa có dữ liệu; người đánh giá chấm và ghi lý do.' };

const TIME_POINTS = { early: 2, 'on-time': 1, late: 0 } as const satisfies Record<
  NonNullable<Measures['timeliness']>,
  Points
>;

const MEASURES = {
  // Shorter than by rule 2, as long as by rule 1, longer 0.
  'total-time': ({ timeliness }) =>
    timeliness === null
      ? { points: null, explanation: 'Chưa có dữ liệu: hồ sơ chưa có kết quả.' }
      : {
          points: TIME_POINTS[timeliness],
          explanation: `${TIMELINESS_LABELS[timeliness]} so với ngày hẹn trả.`,
        },
  'unit-time': ({ units }, unitName) => unitTime(units, unitName),
  supplements: ({ supplements }) => ({
    points: fewer(supplements),
    explanation:
      supplements === 0 ? 'Không phải bổ sung hồ sơ lần nào.' : `Đã yêu cầu bổ sung ${supplements} lần.`,
  }),
  agencies: ({ agencies }) =>
    agencies === null
      ? { points: null, explanation: 'Chưa có dữ liệu về việc người nộp phải liên hệ cơ quan nào thêm.' }
      : {
          points: fewer(agencies),
          explanation:
            agencies === 0
              ? 'Không phải liên hệ thêm cơ quan nào.'
              : `Phải liên hệ thêm ${agencies} cơ quan, đơn vị.`,
        },
} as const satisfies Readonly<Record<MeasureKind, (measures: Measures, unitName: UnitName) => Scored>>;

/** None 2, one 1, more 0. */
function fewer(count: number): Points {
  if (count === 0) return 2;
  return count === 1 ? 1 : 0;
}

/** The slowest unit decides: all shorter 2, one over its time 0, else 1. */
function unitTime(units: Measures['units'], unitName: UnitName): Scored {
  if (units === null || units.length === 0) {
    return { points: null, explanation: 'Chưa có dữ liệu: các cơ quan chưa làm xong phần việc.' };
  }
  const explanation = units
    .map(
      ({ unitId, usedMinutes, quotaMinutes }) =>
        `${unitName(unitId)}: ${hours(usedMinutes)} trên ${hours(quotaMinutes)} giờ`,
    )
    .join('; ');
  return { points: slowest(units), explanation: `${explanation}.` };
}

function slowest(units: NonNullable<Measures['units']>): Points {
  if (units.some(({ usedMinutes, quotaMinutes }) => usedMinutes > quotaMinutes)) return 0;
  return units.every(({ usedMinutes, quotaMinutes }) => usedMinutes < quotaMinutes) ? 2 : 1;
}

/** `1,5`: working hours, one decimal. */
function hours(minutes: number): string {
  return formatNumber(Math.round(minutes / 6) / 10);
}
