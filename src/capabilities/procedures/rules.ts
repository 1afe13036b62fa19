/** Decisions about the catalogue that need no database: what may be published, and for which period. */
import { type OrganisationTree, UNIT_FUNCTION_LABELS } from '#foundation/organisation/schema.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import type { ProcedureContent, StepPlace } from './content.ts';
import { EXTERNAL_LABELS, SCOPE_LABELS } from './labels.ts';
import { type Offering, type ProcedureVersion, type PublishedVersion, STEP_ROLES } from './schema.ts';

/** Parts of the content that are edited together; a problem says where it is put right. */
export const SECTION_CODES = [
  'general',
  'time',
  'papers',
  'steps',
  'fees',
  'results',
  'legal',
  'eform',
] as const;

export type Section = (typeof SECTION_CODES)[number];

export type Problem = { readonly section: Section | 'publish'; readonly message: string };

/** Hours of a working day by which quotas are measured against the limit. */
export const HOURS_A_DAY = 8;

/**
 * What a question is compared with, and how much each part counts: the everyday name and the code most, the words people
 * use next, then the official name, which is long and shares most of its words with others.
 */
export function searchFields(version: Pick<ProcedureVersion, 'code' | 'content'>) {
  const { shortName, synonyms, name, domain } = version.content;
  return [
    { text: shortName, weight: 5 },
    ...synonyms.map((text) => ({ text, weight: 4 })),
    { text: name, weight: 3 },
    { text: version.code ?? '', weight: 5 },
    { text: domain, weight: 1 },
  ];
}

/** Hours that the steps may take together. Calendar days count as shares of eight hours, not as working time. */
export function limitHours(limit: ProcedureContent['timeLimit']): number {
  if (limit.unit === 'same-day') return HOURS_A_DAY;
  return limit.unit === 'working-hour' ? limit.value : limit.value * HOURS_A_DAY;
}

/** Hours of all steps. */
export function quotaHours(steps: ProcedureContent['steps']): number {
  return steps.reduce((sum, step) => sum + step.workingHours, 0);
}

/**
 * Everything that keeps a content from being published (Decree 63/2010/ND-CP, Art. 8 clause 2), every reason at once.
 * `functions` are the fields of work that district units have on the day it begins.
 */
export function contentProblems(
  content: ProcedureContent,
  functions: ReadonlySet<string>,
): readonly Problem[] {
  return [
    ...missingParts(content),
    ...quotaProblems(content),
    ...content.steps.flatMap((step, index) => placeProblems(step.place, index + 1, functions)),
    ...stepOrderProblems(content.steps),
    ...feeProblems(content.fees),
  ];
}

/** Fields of work that units of the district have in an organisation. */
export function districtFunctions(tree: OrganisationTree): ReadonlySet<string> {
  const units = [...tree.units.values()].filter((unit) => unit.level === 'district');
  const committee = units.some((unit) => unit.kind === 'people-committee') ? ['people-committee'] : [];
  return new Set([...committee, ...units.flatMap((unit) => unit.functions)]);
}

function missingParts(content: ProcedureContent): readonly Problem[] {
  const problems: (Problem | false)[] = [
    content.applicants.length === 0 && {
      section: 'general',
      message: 'Chưa chọn đối tượng thực hiện (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm e).',
    },
    content.papers.length === 0 && {
      section: 'papers',
      message: 'Chưa có thành phần hồ sơ nào (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d).',
    },
    content.steps.length === 0 && {
      section: 'steps',
      message: 'Chưa có trình tự thực hiện (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm b).',
    },
    content.results.length === 0 && {
      section: 'results',
      message: 'Chưa ghi kết quả giải quyết (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h).',
    },
    content.legalBasis.length === 0 && {
      section: 'legal',
      message:
        'Chưa có căn cứ pháp lý. Thủ tục phải được quy định trong văn bản quy phạm pháp luật (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 1).',
    },
  ];
  return problems.filter((problem) => problem !== false);
}

function quotaProblems({ timeLimit, steps }: ProcedureContent): readonly Problem[] {
  const [quota, limit] = [quotaHours(steps), limitHours(timeLimit)];
  if (quota <= limit) return [];
  return [
    {
      section: 'steps',
      message: `Thời gian các bước cộng lại là ${formatNumber(quota)} giờ, vượt thời hạn giải quyết ${formatNumber(limit)} giờ. Hãy giảm ${formatNumber(quota - limit)} giờ.`,
    },
  ];
}

function placeProblems(place: StepPlace, order: number, functions: ReadonlySet<string>): readonly Problem[] {
  const messages = [placeProblem(place, functions), roleProblem(place)].filter((message) => message !== null);
  return messages.map((message) => ({ section: 'steps', message: `Bước ${order}: ${message}` }));
}

/** A place that nobody could be found for: the dossier would stand still there. */
function placeProblem({ scope, function: code }: StepPlace, functions: ReadonlySet<string>): string | null {
  if (scope === 'district') return districtProblem(code, functions);
  if (scope === 'external') {
    return code !== null && code in EXTERNAL_LABELS
      ? null
      : 'chọn cơ quan ngoài hệ thống thực hiện bước này.';
  }
  return code === null ? null : `bước ở ${SCOPE_LABELS[scope]} không chọn thêm lĩnh vực.`;
}

function districtProblem(code: string | null, functions: ReadonlySet<string>): string | null {
  if (code === null) return 'chọn lĩnh vực của cơ quan cấp huyện thực hiện bước này.';
  if (functions.has(code)) return null;
  const name = Object.entries(UNIT_FUNCTION_LABELS).find(([known]) => known === code)?.[1] ?? code;
  return `vào ngày có hiệu lực, cấp huyện không có cơ quan nào phụ trách “${name}”.`;
}

function roleProblem({ scope, role }: StepPlace): string | null {
  if (!STEP_ROLES.some((known) => known === role)) return 'vai trò này không tham gia giải quyết hồ sơ.';
  if (scope === 'reception' && role !== 'one-stop') {
    return 'bước ở Bộ phận Một cửa do cán bộ một cửa thực hiện (Nghị định 61/2018/NĐ-CP, Điều 17 và Điều 20).';
  }
  return null;
}

/** Decree 61/2018/ND-CP: the one-stop receives (Art. 17) and returns the result (Art. 20). */
function stepOrderProblems(steps: ProcedureContent['steps']): readonly Problem[] {
  const problems: Problem[] = [];
  if (steps.length > 0 && steps[0]?.place.scope !== 'reception') {
    problems.push({
      section: 'steps',
      message: 'Bước đầu phải là tiếp nhận ở Bộ phận Một cửa (Nghị định 61/2018/NĐ-CP, Điều 17).',
    });
  }
  if (steps.length > 1 && steps.at(-1)?.place.scope !== 'reception') {
    problems.push({
      section: 'steps',
      message: 'Bước cuối phải là trả kết quả ở Bộ phận Một cửa (Nghị định 61/2018/NĐ-CP, Điều 20).',
    });
  }
  return problems;
}

function feeProblems(fees: ProcedureContent['fees']): readonly Problem[] {
  return fees
    .filter((fee) => fee.amountVnd === null && fee.setBy === '')
    .map((fee) => ({
      section: 'fees',
      message: `“${fee.name}” chưa có mức thu: ghi mức thu hoặc văn bản, cơ quan quy định mức thu.`,
    }));
}

/** What an announcing decision is about. */
export type Announcement = {
  readonly from: LocalDate;
  readonly decision: string;
  readonly decisionDate: LocalDate | null;
};

export type Placement = {
  /** Where the new version ends because a later one begins; null when open. */
  readonly validTo: LocalDate | null;
  /** The version it takes over from, which then ends the day before. */
  readonly replaces: PublishedVersion | null;
  readonly problems: readonly Problem[];
};

/**
 * Where a new version fits between the published ones of its procedure. `today` is the local date of the decision to
 * publish: what holds today or held before is not cut out of the past.
 */
export function placeVersion(
  announcement: Announcement,
  published: readonly PublishedVersion[],
  today: LocalDate,
): Placement {
  const { from } = announcement;
  const later = published.filter((version) => version.validFrom >= from);
  const next = later.reduce<LocalDate | null>(
    (first, { validFrom }) => (first === null || validFrom < first ? validFrom : first),
    null,
  );
  const replaces =
    published.find((v) => v.validFrom < from && (v.validTo === null || v.validTo > from)) ?? null;
  const blocking = later.find((version) => version.validFrom === from || version.validFrom <= today);
  return {
    validTo: next,
    replaces,
    problems: [...announcementProblems(announcement, today), ...(blocking ? [overlapProblem(blocking)] : [])],
  };
}

function overlapProblem(version: PublishedVersion): Problem {
  return {
    section: 'publish',
    message: `Phiên bản ${version.number} đã được công bố có hiệu lực từ ${formatDate(version.validFrom)}, thời gian hiệu lực sẽ chồng lên nhau. Hãy chọn ngày sau ngày đó.`,
  };
}

/** Decree 63/2010/ND-CP, Art. 13: a procedure is announced by a decision. */
function announcementProblems(announcement: Announcement, today: LocalDate): readonly Problem[] {
  const { from, decision, decisionDate } = announcement;
  const problems: Problem[] = [];
  if (decision.trim() === '') {
    const past = from < today ? ' Ngày hiệu lực đã qua thì càng phải có quyết định làm căn cứ.' : '';
    problems.push({
      section: 'publish',
      message: `Ghi số quyết định công bố (Nghị định 63/2010/NĐ-CP, Điều 13).${past}`,
    });
  }
  if (decisionDate !== null && decisionDate > today) {
    problems.push({
      section: 'publish',
      message: `Quyết định công bố ghi ngày ${formatDate(decisionDate)}, sau hôm nay. Hãy kiểm tra lại ngày ký.`,
    });
  }
  return problems;
}

/** Whether two periods [validFrom, validTo) share a day. */
export function periodsOverlap(
  a: Pick<Offering, 'validFrom' | 'validTo'>,
  b: Pick<Offering, 'validFrom' | 'validTo'>,
): boolean {
  return (a.validTo === null || b.validFrom < a.validTo) && (b.validTo === null || a.validFrom < b.validTo);
}
