/** The tree of sections: what their levels say of a list in order, as in an outline. Pure. */
import type { Level, Section, SectionOwner } from '../schema.ts';

/** Index behind the last section that stands under the one at `index`. */
export function endOf(sections: readonly Section[], index: number): number {
  const level = sections[index]?.level ?? 1;
  const next = sections.findIndex((other, at) => at > index && other.level <= level);
  return next === -1 ? sections.length : next;
}

/** Index of the section above, or null at the top. */
export function parentOf(sections: readonly Section[], index: number): number | null {
  const level = sections[index]?.level ?? 1;
  const above = sections.findLastIndex((other, at) => at < index && other.level < level);
  return above === -1 ? null : above;
}

/** Who writes each section, by its key; null: the office that makes the report. */
export function ownersOf(sections: readonly Section[]): ReadonlyMap<string, SectionOwner | null> {
  const owners = new Map<string, SectionOwner | null>();
  for (const [index, section] of sections.entries()) {
    const above = parentOf(sections, index);
    const inherited = above === null ? null : (owners.get(sections[above]?.key ?? '') ?? null);
    owners.set(section.key, section.owner ?? inherited);
  }
  return owners;
}

/** Moves a section with all below it before the neighbour above or behind the one below; the same when there is none. */
export function moved(sections: readonly Section[], index: number, by: 'up' | 'down'): readonly Section[] {
  const end = endOf(sections, index);
  if (by === 'down') {
    return isSibling(sections, index, end)
      ? exchanged(sections, index, [end, endOf(sections, end)])
      : sections;
  }
  const above = sections.findLastIndex(
    ({ level }, at) => at < index && level <= (sections[index]?.level ?? 1),
  );
  return above !== -1 && isSibling(sections, above, index)
    ? exchanged(sections, above, [index, end])
    : sections;
}

function isSibling(sections: readonly Section[], one: number, other: number): boolean {
  return sections[one]?.level === sections[other]?.level && sections[other] !== undefined;
}

/** The part that begins at `first` changes places with the one right behind it. */
function exchanged(
  sections: readonly Section[],
  first: number,
  [second, end]: readonly [number, number],
): readonly Section[] {
  return [
    ...sections.slice(0, first),
    ...sections.slice(second, end),
    ...sections.slice(first, second),
    ...sections.slice(end),
  ];
}

/** A section with all below it one level deeper or higher; the same where a level is missing for one of them. */
export function indented(sections: readonly Section[], index: number, by: 1 | -1): readonly Section[] {
  const end = endOf(sections, index);
  const isPossible = sections.slice(index, end).every(({ level }) => level + by >= 1 && level + by <= 5);
  if (!isPossible) return sections;
  return sections.map((section, at) =>
    // Between 1 and 5, as was asked just before.
    at >= index && at < end ? { ...section, level: (section.level + by) as Level } : section,
  );
}

/** Without a section and all below it. */
export function removed(sections: readonly Section[], index: number): readonly Section[] {
  return [...sections.slice(0, index), ...sections.slice(endOf(sections, index))];
}

/** With a new section behind another one and all below it, on the same level; at the end when that is null. */
export function added(
  sections: readonly Section[],
  behind: number | null,
  section: Section,
): readonly Section[] {
  if (behind === null) return [...sections, section];
  const end = endOf(sections, behind);
  const level = sections[behind]?.level ?? 1;
  return [...sections.slice(0, end), { ...section, level }, ...sections.slice(end)];
}

/** A key that no section has. */
export function freeKey(sections: readonly Section[]): string {
  const taken = new Set(sections.map(({ key }) => key));
  let number = sections.length + 1;
  while (taken.has(`s${number}`)) number += 1;
  return `s${number}`;
}
