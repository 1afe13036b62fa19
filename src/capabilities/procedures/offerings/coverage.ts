import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { holdsOn } from '#foundation/organisation/rules.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import type { PublishedVersion } from '../schema.ts';
import { allOfferings, publishedOn } from '../service.ts';
import { countersOf } from './rules.ts';

export type UnitCoverage = {
  readonly unit: Unit;
  readonly total: number;
  readonly online: number;
  readonly postal: number;
};

export type Coverage = {
  readonly date: LocalDate;
  readonly procedures: readonly PublishedVersion[];
  readonly units: readonly UnitCoverage[];
  /** Procedures by level and domain. */
  readonly domains: readonly DomainCoverage[];
  /** Procedures in force that no counter takes: nobody can hand them in. */
  readonly unoffered: readonly PublishedVersion[];
};

export type DomainCoverage = {
  readonly domain: string;
  readonly commune: number;
  readonly district: number;
  readonly partial: number;
  readonly full: number;
  readonly postal: number;
};

/** How the catalogue of a date is covered: what each counter takes, and what nobody does. */
export async function coverageOn(ctx: Context, date: LocalDate): Promise<Coverage> {
  await authorise(ctx, 'organisation.read');
  const procedures = await publishedOn(ctx, date);
  const inForce = new Set(procedures.map((version) => version.procedureId));
  const tree = await organisationOn(ctx, date);
  const offerings = (await allOfferings(ctx)).filter(
    (o) => holdsOn(o, date) && inForce.has(o.procedureId) && tree.units.has(o.unitId),
  );
  const offered = new Set(offerings.map((offering) => offering.procedureId));
  return {
    date,
    procedures,
    units: countersOf(tree).map((unit) => {
      const own = offerings.filter((offering) => offering.unitId === unit.id);
      const taking = (part: string) =>
        own.filter((o) => o.channels.some((channel) => channel.startsWith(part)));
      return { unit, total: own.length, online: taking('online').length, postal: taking('postal').length };
    }),
    domains: domainsOf(procedures),
    unoffered: procedures.filter((version) => !offered.has(version.procedureId)),
  };
}

function domainsOf(procedures: readonly PublishedVersion[]): readonly DomainCoverage[] {
  const byDomain = Map.groupBy(procedures, (version) => version.content.domain);
  const domains = [...byDomain].toSorted(([a], [b]) => compareText(a, b));
  return domains.map(([domain, versions]) => {
    const count = (matches: (content: PublishedVersion['content']) => boolean) =>
      versions.filter((version) => matches(version.content)).length;
    return {
      domain,
      commune: count(({ level }) => level === 'commune'),
      district: count(({ level }) => level === 'district'),
      partial: count(({ onlineLevel }) => onlineLevel === 'partial'),
      full: count(({ onlineLevel }) => onlineLevel === 'full'),
      postal: count(({ postal }) => postal),
    };
  });
}
