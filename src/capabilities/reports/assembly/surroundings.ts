import { localDateOf } from '#kernel/local-date.ts';
import type { Context } from '#foundation/context.ts';
import { committeeOf, descendantsOf } from '#foundation/organisation/rules.ts';
import type { OrganisationTree } from '#foundation/organisation/schema.ts';
import { organisationOn, unitNames } from '#foundation/organisation/service.ts';
import { documentsFound } from '#capabilities/documents/service.ts';
import type { Indicator } from '#capabilities/indicators/schema.ts';
import { breakdownsOf, catalogue } from '#capabilities/indicators/service.ts';
import type { ReportScope } from '../schema.ts';
import { documentFinder, documentNote, type DocumentFinder } from './document-names.ts';
import type { KnownIndicator, NamedUnit, Surroundings } from './schema.ts';

/** Everything that texts may speak of, for a report: the organisation is that of the last day of its period. */
export async function surroundingsOf(
  ctx: Context,
  scope: ReportScope,
  named: { readonly indicators: readonly string[]; readonly documents: readonly string[] },
): Promise<Surroundings> {
  const today = localDateOf(ctx.now);
  const tree = await organisationOn(ctx, scope.period.to < today ? scope.period.to : today);
  const find = named.documents.length === 0 ? null : await registerFinder(ctx);
  return {
    scope,
    indicators: await knownIndicators(ctx, new Set(named.indicators)),
    unitIds: new Map([...tree.units.values()].map(({ code, id }) => [code, id])),
    unitName: await unitNames(ctx, 'name'),
    unitsBelow: unitsBelow(tree, scope.unitId),
    agency: agencyOf(tree, scope.unitId),
    noteOf: (written) => {
      const [document] = find?.(written) ?? [];
      return document ? documentNote(document) : null;
    },
  };
}

/** More than any register of an authority holds; they are some hundred bytes each. */
const WHOLE_REGISTER = 20_000;

/** A finder over the whole register of documents. */
export async function registerFinder(ctx: Context): Promise<DocumentFinder> {
  const everything = { q: '', type: '', issuer: '', year: null, sure: '' } as const;
  const { documents } = await documentsFound(ctx, everything, { limit: WHOLE_REGISTER, offset: 0 });
  return documentFinder(documents);
}

/** The indicators that are named, and those that make them up. */
async function knownIndicators(
  ctx: Context,
  named: ReadonlySet<string>,
): Promise<ReadonlyMap<string, KnownIndicator>> {
  const all = await catalogue(ctx);
  const parts = all.filter(({ code }) => named.has(code)).flatMap(partsOf);
  const wanted = new Set([...named, ...parts]);
  const known = await Promise.all(
    all
      .filter(({ code }) => wanted.has(code))
      .map(async (indicator) => [indicator.code, await describedBy(ctx, indicator)] as const),
  );
  return new Map(known);
}

async function describedBy(ctx: Context, indicator: Indicator): Promise<KnownIndicator> {
  const { name, unitOfMeasure, kind } = indicator;
  return {
    name,
    unitOfMeasure,
    kind,
    parts: partsOf(indicator),
    breakdowns: await breakdownsOf(ctx, indicator),
  };
}

function partsOf({ relations }: Indicator): readonly string[] {
  return relations.find((relation) => relation.kind === 'sum')?.of ?? [];
}

function unitsBelow(tree: OrganisationTree, unitId: number): Surroundings['unitsBelow'] {
  const below = descendantsOf(tree, unitId).filter(({ id }) => id !== unitId);
  const names = (units: typeof below): readonly NamedUnit[] => units.map(({ id, name }) => ({ id, name }));
  return {
    below: names(below.filter(({ parentId }) => parentId === unitId)),
    communes: names(below.filter(({ kind, level }) => kind === 'people-committee' && level === 'commune')),
    departments: names(below.filter(({ kind, parentId }) => kind === 'department' && parentId === unitId)),
  };
}

/** A People's Committee stands alone at the top; any other unit under its committee. The place is that of the committee. */
function agencyOf(tree: OrganisationTree, unitId: number): Surroundings['agency'] {
  const unit = tree.units.get(unitId);
  const committee = committeeOf(tree, unitId);
  const isOwn = unit === undefined || committee === null || committee.id === unit.id;
  return {
    agency: unit?.name ?? '',
    parentAgency: isOwn ? null : committee.name,
    place: placeOf(committee?.name ?? ''),
  };
}

/** `An Lão` of `Ủy ban nhân dân huyện An Lão`. */
function placeOf(committee: string): string {
  return committee.replace(
    /^Ủy ban nhân dân\s+(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+/u,
    '',
  );
}
