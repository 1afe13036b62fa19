import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { can } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { acts as readActs } from '../acts/service.ts';
import { namesIn } from '../acts/words.ts';
import { contactCorrections } from '../contact/service.ts';
import { organisationPaths, type UnitVersion } from '../schema.ts';
import { organisationOn, predecessorsOf, successorsOf, unitHistory, unitVersions } from '../service.ts';
import {
  actEvents,
  correctionEvents,
  periodOf,
  type RelatedUnit,
  type UnitCard,
  versionFor,
} from './view.ts';

/** Everything about a unit as of a date, or a refusal when no unit ever had the code. */
export async function unitCard(ctx: Context, code: string, date: LocalDate): Promise<UnitCard> {
  const acts = await readActs(ctx);
  const versions = await unitVersions(ctx);
  const version =
    versionFor(await unitHistory(ctx, code), date) ??
    refuse('missing', 'Chưa có đơn vị nào mang mã này. Hãy tìm theo tên trong cây tổ chức.');
  const tree = await organisationOn(ctx, date);
  const { id: _versionId, unitId, ...rest } = version;
  const events = [
    ...actEvents(acts, code, {
      nameOf: namesIn(acts),
      date,
      hrefOf: (act) => organisationPaths.act(act.code),
    }),
    ...correctionEvents(await contactCorrections(ctx, unitId), localDateOf),
  ];
  return {
    date,
    isToday: date === localDateOf(ctx.now),
    tree,
    unit: { ...rest, id: unitId },
    isStanding: tree.units.has(unitId),
    parent: relatedUnit(versions, version.parentId, date),
    children: tree.children.get(unitId) ?? [],
    events: events.toSorted((one, other) => one.at.localeCompare(other.at)),
    predecessors: await predecessors(ctx, unitId, date),
    successors: tree.units.has(unitId) ? [] : await successorsOf(ctx, unitId, date),
    mayCorrect: can(ctx.actor, 'organisation.change'),
    mayReadPeople: can(ctx.actor, 'people.read'),
  };
}

async function predecessors(ctx: Context, unitId: number, date: LocalDate): Promise<readonly RelatedUnit[]> {
  const versions = await unitVersions(ctx);
  return (await predecessorsOf(ctx, unitId, date)).flatMap((id) => relatedUnit(versions, id, date) ?? []);
}

/** A unit as it is or last was on a date. */
function relatedUnit(
  versions: readonly UnitVersion[],
  unitId: number | null,
  date: LocalDate,
): RelatedUnit | null {
  const version = versionFor(
    versions.filter((candidate) => candidate.unitId === unitId),
    date,
  );
  return version ? { code: version.code, name: version.name, note: periodOf(version) } : null;
}
