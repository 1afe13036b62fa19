/** Lists from which the editor of a process picks: places, roles, rows, verbs. */
import { ROLE_LABELS } from '#foundation/access/roles.ts';
import type { UnitRole } from '#kernel/process/schema.ts';
import type { StepTable } from '#kernel/process/table/table.ts';
import type { Option } from '#web/ui/option.ts';
import { STEP_ROLES } from '#capabilities/procedures/schema.ts';
import { placeWords, STEP_PLACES } from '#capabilities/procedures/words.ts';
import { kindWords, rowName } from '../parts/steps.ts';

export const PLACE_OPTIONS: readonly Option[] = STEP_PLACES.map((place) => ({
  value: placeCode(place),
  text: placeWords({ ...place, role: 'specialist' }),
}));

export const ROLE_OPTIONS: readonly Option[] = STEP_ROLES.map((role) => ({
  value: role,
  text: ROLE_LABELS[role],
}));

/** A place as one value of a list: `district/justice`, `reception`. */
export function placeCode({ scope, function: field }: Pick<UnitRole, 'scope' | 'function'>): string {
  return field === null ? scope : `${scope}/${field}`;
}

/** The place and role picked from the lists, or null when none was. */
export function pickedUnitRole(place: string, role: string): UnitRole | null {
  const [scope = '', field = null] = place.split('/');
  return scope === '' || role === '' ? null : { scope, function: field, role };
}

/** Rows that a way can lead to; nothing leads to the beginning. */
export function rowOptions({ rows }: StepTable): readonly Option[] {
  return rows
    .filter(({ node }) => node.kind !== 'start-event')
    .map(({ node }) => ({ value: node.id, text: withKind(rowName(node), kindWords(node)) }));
}

function withKind(name: string, kind: string): string {
  return name === kind ? name : `${name} (${kind.toLowerCase()})`;
}
