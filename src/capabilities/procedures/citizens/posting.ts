import type { PostingSheetForm } from '#capabilities/slips/schema.ts';
import type { Context } from '#foundation/context.ts';
import { committeeOf } from '#foundation/organisation/rules.ts';
import type { OrganisationTree, Unit } from '#foundation/organisation/schema.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { refuse } from '#kernel/refusal.ts';
import { ONLINE_LEVEL_LABELS } from '../labels.ts';
import { procedurePaths, type ProcedureContent } from '../schema.ts';
import { applicantWords, feeWords, hoursWords, legalWords, limitWords, placeWords } from '../words.ts';
import type { OpenPlace, PublicProcedure } from './service.ts';

/**
 * The sheet that a counter puts on its wall (Decree 63/2010/ND-CP, Art. 17 clause 1 point b), for the counter with this
 * code or the first that takes the procedure.
 */
export async function postingSheetOf(
  ctx: Context,
  procedure: PublicProcedure,
  unitCode: string | undefined,
): Promise<PostingSheetForm> {
  const { version, places } = procedure;
  const place = unitCode === undefined ? places[0] : places.find(({ unit }) => unit.code === unitCode);
  if (!place)
    return refuse('missing', 'Nơi này không tiếp nhận thủ tục. Hãy chọn nơi khác trên trang của thủ tục.');
  const tree = await organisationNow(ctx);
  const { content, slug, code, validFrom } = version;
  return {
    ...office(place, tree),
    ...partsOf(content),
    code: code ?? 'chưa có mã',
    channels: channelsOf(content),
    url: `${ctx.publicUrl}${procedurePaths.publicOne(slug)}`,
    validFrom,
  };
}

function office({ unit, hours }: OpenPlace, tree: OrganisationTree) {
  const committee = committeeOf(tree, unit.id) ?? unit;
  const above = committee.parentId === null ? undefined : tree.units.get(committee.parentId);
  return {
    letterhead: { parentAgency: above?.name ?? null, agency: committee.name, place: placeName(committee) },
    oneStop: {
      name: 'Bộ phận Tiếp nhận và Trả kết quả',
      address: unit.address || committee.address || `Trụ sở ${committee.name}`,
      phone: unit.phone || committee.phone || null,
      hours: hours.join('; ') || null,
      website: null,
    },
  };
}

/** `An Hòa` of `UBND xã An Hòa`: where a paper is dated. */
function placeName({ shortName }: Unit): string {
  return shortName.replace(/^(UBND\s+)?(xã|thị trấn|phường|huyện|thị xã|thành phố|tỉnh)\s+/iu, '');
}

function partsOf(content: ProcedureContent) {
  return {
    name: content.name,
    domain: content.domain,
    applicants: applicantWords(content.applicants),
    resolvingUnit:
      content.level === 'commune'
        ? 'Ủy ban nhân dân cấp xã'
        : 'Cơ quan chuyên môn, Ủy ban nhân dân cấp huyện',
    papers: content.papers.map(({ name, kind, copies, condition }) => ({
      name,
      kind,
      quantity: copies,
      condition: condition || null,
    })),
    sets: 1,
    timeLimit: limitWords(content),
    fees: content.fees.map((fee) => ({ name: fee.name, amount: feeWords(fee), note: fee.note || null })),
    steps: content.steps.map((step) => ({
      name: step.name,
      unit: placeWords(step.place),
      duration: hoursWords(step.workingHours),
    })),
    results: content.results.map(({ name }) => name),
    conditions: content.conditions || null,
    legalBasis: content.legalBasis.map(legalWords),
  };
}

function channelsOf({ onlineLevel, postal }: ProcedureContent): readonly string[] {
  return [
    'Trực tiếp',
    ...(onlineLevel === 'none' ? [] : [ONLINE_LEVEL_LABELS[onlineLevel]]),
    ...(postal ? ['Bưu chính công ích'] : []),
  ];
}
