/** What a process meets where it is to run: who is there, how long the law gives, which facts and procedures there are. */
import type { Role } from '#foundation/access/roles.ts';
import { calendarFor } from '#foundation/calendar/service.ts';
import type { Context } from '#foundation/context.ts';
import {
  ancestorsOf,
  committeeOf,
  descendantsOf,
  unitsWithFunction,
} from '#foundation/organisation/rules.ts';
import type { OrganisationTree, Unit } from '#foundation/organisation/schema.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import { rolesByUnit } from '#foundation/people/service.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { UnitRole } from '#kernel/process/schema.ts';
import type { Surroundings } from '#kernel/process/validation/requirements.ts';
import type { TimeLimit } from '#kernel/working-time/limit.ts';
import type { ProcedureContent, StepPlace } from '#capabilities/procedures/schema.ts';
import { offeringUnits, publishedOn } from '#capabilities/procedures/service.ts';
import { stepPlaceOf } from '#capabilities/procedures/words.ts';
import { variablesOf } from '../variables.ts';

/** The surroundings of a procedure's process on its first day, at every counter that takes it then. */
export async function surroundingsOf(
  ctx: Context,
  { procedureId, content }: { readonly procedureId: number; readonly content: ProcedureContent },
  day: LocalDate,
): Promise<Surroundings> {
  const tree = await organisationOn(ctx, day);
  const offerings = await offeringUnits(ctx, procedureId, day);
  const counters = offerings.flatMap(({ unitId }) => tree.units.get(unitId) ?? []);
  const roles = await rolesByUnit(ctx);
  const limits = await Promise.all(
    counters.map(async ({ id }) => {
      const { minutesPerWorkingDay } = await calendarFor(ctx, id);
      return limitMinutes(content.timeLimit, minutesPerWorkingDay);
    }),
  );
  const slugs = new Set((await publishedOn(ctx, day)).map(({ slug }) => slug));
  return {
    limitMinutes: limits.length === 0 ? limitMinutes(content.timeLimit, USUAL_DAY) : Math.min(...limits),
    variables: variablesOf(content),
    units: counters.map((unit) => ({
      name: unit.shortName,
      has: (unitRole) => isFilled(unitRole, { tree, unit, roles }),
    })),
    knowsProcedure: (slug) => slugs.has(slug),
  };
}

const USUAL_DAY = 480;

/**
 * Working minutes that the law gives the whole. Days of the calendar count as shares of working days, as the quotas of a
 * procedure's steps do: each gets its share of the working time there really is.
 */
function limitMinutes(limit: TimeLimit, minutesPerDay: number): number {
  if (limit.unit === 'same-day') return minutesPerDay;
  return limit.value * (limit.unit === 'working-hour' ? 60 : minutesPerDay);
}

type Counter = {
  readonly tree: OrganisationTree;
  readonly unit: Unit;
  readonly roles: ReadonlyMap<number, ReadonlySet<Role>>;
};

/** Whether every unit that the place can mean for a dossier of this counter has a post with the role. */
function isFilled(unitRole: UnitRole, counter: Counter): boolean {
  const place = stepPlaceOf(unitRole);
  if (place === null) return false;
  if (place.scope === 'external') return true;
  const units = unitsAt(place, counter);
  return units.length > 0 && units.every(({ id }) => counter.roles.get(id)?.has(place.role) === true);
}

/** The units a place can mean: one, or every commune of the district when dossiers come from all of them. */
function unitsAt({ scope, function: field }: StepPlace, { tree, unit }: Counter): readonly Unit[] {
  if (scope === 'reception') return [unit];
  if (scope === 'commune') return unit.level === 'commune' ? [unit] : communesOf(tree, unit.id);
  const district = ancestorsOf(tree, unit.id).find(
    ({ kind, level }) => kind === 'people-committee' && level === 'district',
  );
  if (district === undefined) return [];
  if (field === null || field === 'people-committee') return [district];
  return unitsWithFunction(tree, field, district.id).slice(0, 1);
}

function communesOf(tree: OrganisationTree, unitId: number): readonly Unit[] {
  const committee = committeeOf(tree, unitId);
  if (committee === null) return [];
  return descendantsOf(tree, committee.id).filter(
    ({ kind, level }) => kind === 'people-committee' && level === 'commune',
  );
}
