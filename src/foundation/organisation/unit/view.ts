import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import type { Act } from '../acts/schema.ts';
import { changesTouching, documentOf, type NameOf, sentenceOf } from '../acts/words.ts';
import type { OrganisationTree, Unit, UnitVersion } from '../schema.ts';

/** Something in the life of a unit, in the order of its dates. */
export type UnitEvent = {
  readonly at: LocalDate;
  readonly title: string;
  readonly source: string;
  readonly href: string | null;
  /** Whether it has happened on the date of the page, or only is prepared. */
  readonly state: 'done' | 'todo';
  readonly isLikely: boolean;
};

/** A unit that came before or after, with its name then or now. */
export type RelatedUnit = { readonly code: string; readonly name: string; readonly note: string };

/** Everything about a unit as of a date. */
export type UnitCard = {
  readonly date: LocalDate;
  readonly isToday: boolean;
  readonly tree: OrganisationTree;
  /** The unit as it stands on the date; when it does not, as it was last before, or will first be. */
  readonly unit: Unit;
  readonly isStanding: boolean;
  readonly parent: RelatedUnit | null;
  readonly children: readonly Unit[];
  readonly events: readonly UnitEvent[];
  readonly predecessors: readonly RelatedUnit[];
  readonly successors: readonly Unit[];
  readonly mayCorrect: boolean;
  readonly mayReadPeople: boolean;
};

/** The version that holds on a date; else the last one before it; else the first. Null when there is none. */
export function versionFor(versions: readonly UnitVersion[], date: LocalDate): UnitVersion | null {
  return versions.findLast((version) => version.validFrom <= date) ?? versions[0] ?? null;
}

/** What acts did and will do with a unit, oldest first; withdrawn acts are left out. */
export function actEvents(
  acts: readonly Act[],
  code: string,
  { nameOf, date, hrefOf }: { nameOf: NameOf; date: LocalDate; hrefOf: (act: Act) => string },
): readonly UnitEvent[] {
  return acts
    .filter((act) => act.state !== 'withdrawn')
    .flatMap((act) =>
      changesTouching(act, code).map((change) => ({
        at: act.effectiveOn,
        title: sentenceOf(change, nameOf),
        source: documentOf(act),
        href: hrefOf(act),
        state: act.state === 'in-force' && act.effectiveOn <= date ? ('done' as const) : ('todo' as const),
        isLikely: act.certainty === 'likely',
      })),
    );
}

/** What was corrected without an act. */
export function correctionEvents(
  events: readonly NamedEvent[],
  dateOf: (at: Date) => LocalDate,
): readonly UnitEvent[] {
  return events.map((event) => ({
    at: dateOf(event.at),
    title: 'Sửa địa chỉ, số điện thoại',
    source: event.officerName === null ? 'Hệ thống' : `${event.officerName}, ${event.postTitle ?? ''}`,
    href: null,
    state: 'done',
    isLikely: false,
  }));
}

/** The period of a version in words. */
export function periodOf(version: Pick<UnitVersion, 'validFrom' | 'validTo'>): string {
  const from = `từ ${formatDate(version.validFrom)}`;
  return version.validTo === null ? from : `${from} đến trước ${formatDate(version.validTo)}`;
}
