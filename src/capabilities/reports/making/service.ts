import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { periodWords } from '#kernel/period/words.ts';
import { authorise, can, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { descendantsOf, unitByCode, unitsWithFunction } from '#foundation/organisation/rules.ts';
import type { OrganisationTree, Unit } from '#foundation/organisation/schema.ts';
import { organisationNow, unitNow } from '#foundation/organisation/service.ts';
import { KIND_PERIODS, type Section, type SectionOwner } from '../schema.ts';
import { countWaiting, insertReport, readCopyable, readReports, readWaiting, saveReport } from '../store.ts';
import { ownersOf } from '../templates/outline.ts';
import { type OpenVersion, publishedTemplates } from '../templates/service.ts';
import type { NewPart, ReportDeed } from './deeds.ts';
import { foldReport } from './fold.ts';
import { happened, wholeReport } from './frame.ts';
import { partsDue } from './rules.ts';
import { type MakeInput, PAGE_SIZE, type ReportListQuery, type ReportPart } from './schema.ts';
import { tellAsked } from './telling.ts';
import { isWritten, periodOf } from './texts.ts';

/**
 * Makes a report of a unit for a period: every section that somebody writes goes to its unit, as the organisation is today,
 * with the day by which it is wanted, and the units are told.
 */
export async function makeReport(ctx: Context, input: MakeInput): Promise<number> {
  await authorise(ctx, 'report.assemble', input.unitId);
  const unit = await unitNow(ctx, input.unitId);
  const opened = (await publishedTemplates(ctx)).find(({ version }) => version.id === input.versionId);
  if (!opened) {
    const sentence = 'Mẫu này không còn dùng. Hãy tải lại trang rồi chọn mẫu khác.';
    refuse('conflict', sentence, { versionId: sentence });
  }
  refuseOtherPeriod(opened, input.period);
  const partsDueOn = await dueOfParts(ctx, input);
  return inTransaction(ctx, async (tx) => {
    const parts = await partsOf(tx, { unit, opened, dueOn: partsDueOn, copiedFrom: input.copiedFrom });
    if (parts.length === 0) refuse('conflict', 'Mẫu này chưa có mục nào để viết. Hãy chọn mẫu khác.');
    const made = {
      kind: 'made',
      payload: {
        templateVersionId: input.versionId,
        unitId: unit.id,
        period: input.period,
        comparison: input.comparison || null,
        title: titleOf(opened, input.period),
        dueOn: input.dueOn,
        copiedFrom: input.copiedFrom,
        parts,
      },
    } as const satisfies ReportDeed;
    const events = happened(tx, 0, [made]);
    const id = await insertReport(tx.db, foldReport(0, events).report);
    await record(tx, { name: 'report', id, after: 0 }, [made]);
    const whole = foldReport(id, events);
    await saveReport(tx.db, null, whole);
    await tellAsked(tx, whole, whole.parts);
    return id;
  });
}

function titleOf({ template }: OpenVersion, period: string): string {
  return `${template.name}, ${periodWords(periodOf(period))}`;
}

function refuseOtherPeriod({ template }: OpenVersion, code: string): void {
  const wanted = KIND_PERIODS[template.kind];
  if (wanted !== null && periodOf(code).kind !== wanted) {
    const sentence = 'Kỳ này không hợp với loại báo cáo của mẫu. Hãy chọn kỳ khác, hoặc mẫu khác.';
    refuse('invalid', sentence, { period: sentence });
  }
}

async function dueOfParts(ctx: Context, { dueOn, partsDueOn, unitId }: MakeInput): Promise<string> {
  const today = localDateOf(ctx.now);
  if (dueOn < today) refuseField('dueOn', 'Hạn của báo cáo phải từ hôm nay trở đi.');
  if (partsDueOn === '') return partsDue(await calendarFor(ctx, unitId), dueOn, today);
  if (partsDueOn < today || partsDueOn > dueOn) {
    refuseField('partsDueOn', 'Hạn của các phần phải từ hôm nay đến hạn của báo cáo.');
  }
  return partsDueOn;
}

function refuseField(field: string, sentence: string): never {
  return refuse('invalid', sentence, { [field]: sentence });
}

type Making = {
  readonly unit: Unit;
  readonly opened: OpenVersion;
  readonly dueOn: string;
  readonly copiedFrom: number | null;
};

async function partsOf(ctx: Context, making: Making): Promise<readonly NewPart[]> {
  const { unit, opened, dueOn, copiedFrom } = making;
  const tree = await organisationNow(ctx);
  const { sections } = opened.version.content;
  const owners = ownersOf(sections);
  const before = copiedFrom === null ? [] : (await copied(ctx, copiedFrom, unit.id)).parts;
  return sections
    .filter(isWritten)
    .flatMap((section) => writersOf(tree, unit, { section, owner: owners.get(section.key) ?? null }))
    .map((part, index) => ({ number: index + 1, ...part, dueOn, texts: takenOver(before, part) }));
}

type Writer = Pick<NewPart, 'sectionKey' | 'unitId' | 'isCollected'>;

function writersOf(
  tree: OrganisationTree,
  unit: Unit,
  { section, owner }: { readonly section: Section; readonly owner: SectionOwner | null },
): readonly Writer[] {
  const sectionKey = section.key;
  const own = { sectionKey, unitId: ownerUnit(tree, unit, owner), isCollected: false };
  if (!section.isCollected) return [own];
  const communes = descendantsOf(tree, unit.id).filter(
    ({ id, level, kind }) => id !== unit.id && level === 'commune' && kind === 'people-committee',
  );
  const collected = communes.map(({ id }) => ({ sectionKey, unitId: id, isCollected: true }));
  return section.body.trim() === '' ? collected : [own, ...collected];
}

/** The unit that does the work today; where there is none, the office for home affairs, else the unit itself. */
export function ownerUnit(tree: OrganisationTree, unit: Unit, owner: SectionOwner | null): number {
  const named =
    owner !== null && 'unitCode' in owner
      ? unitByCode(tree, owner.unitCode)
      : owner !== null
        ? unitsWithFunction(tree, owner.function, unit.id)[0]
        : undefined;
  return (named ?? unitsWithFunction(tree, 'home-affairs', unit.id)[0] ?? unit).id;
}

async function copied(ctx: Context, id: number, unitId: number) {
  const whole = await wholeReport(ctx, id);
  if (whole.report.unitId !== unitId || whole.report.state === 'deleted') {
    refuseField('copiedFrom', 'Chỉ chép được lời văn từ báo cáo khác của cùng đơn vị.');
  }
  return whole;
}

/** Words of people are taken over as suggestions; what they said of figures was about others. */
function takenOver(before: readonly ReportPart[], { sectionKey, unitId, isCollected }: Writer) {
  const same = before.find(
    (part) =>
      part.sectionKey === sectionKey &&
      part.isCollected === isCollected &&
      (!isCollected || part.unitId === unitId),
  );
  return { body: same?.texts.body ?? null, writings: same?.texts.writings ?? {}, explanations: {} };
}

/** What a report can be made of: templates in use, units the actor may make one for, earlier reports of a unit. */
export async function makeChoices(ctx: Context) {
  const actor = await authorise(ctx, 'report.assemble', requireActor(ctx).post.unitId);
  const allowed = await unitsWith(ctx, 'report.assemble');
  const tree = await organisationNow(ctx);
  const units = [...tree.units.values()].filter(({ id }) => allowed === null || allowed.includes(id));
  const committee = units.find(({ kind }) => kind === 'people-committee');
  const unitId = committee?.id ?? actor.post.unitId;
  return {
    templates: await publishedTemplates(ctx),
    units,
    unitId,
    copyable: (await Promise.all(units.map(async ({ id }) => readCopyable(ctx.db, id)))).flat(),
  };
}

/** A page of all reports; drafts that were deleted only when asked for. */
export async function reportList(
  ctx: Context,
  { state, unit, q, page }: ReportListQuery,
  pageSize = PAGE_SIZE,
) {
  await authorise(ctx, 'report.read');
  const filter = { state, unitId: unit, words: q, limit: pageSize, offset: (page - 1) * pageSize };
  return readReports(ctx.db, filter, localDateOf(ctx.now));
}

/** Parts that wait for the actor's unit. */
export async function waitingParts(ctx: Context) {
  await authorise(ctx, 'report.read');
  return readWaiting(ctx.db, await unitsActedFor(ctx));
}

/** How many they are, for the navigation. */
export async function waitingCount(
  ctx: Context,
): Promise<{ readonly waiting: number; readonly late: number }> {
  if (!can(ctx.actor, 'report.write')) return { waiting: 0, late: 0 };
  return countWaiting(ctx.db, await unitsActedFor(ctx), localDateOf(ctx.now));
}
