import { formatDate } from '#kernel/vietnamese/format.ts';
import { isLocalDate } from '#kernel/local-date.ts';
import { RESULT_KIND_LABELS, type Result, type ResultState } from '#capabilities/results/schema.ts';
import { FIELD_LABELS } from '#capabilities/results/words.ts';
import type { ResultChange } from '#capabilities/results/changes/schema.ts';
import type { Tone } from '#web/ui/tone.ts';

export const STATE_TONES = {
  valid: 'fine',
  'not-yet': 'wait',
  expired: 'soon',
  revoked: 'late',
  cancelled: 'late',
} as const satisfies Readonly<Record<ResultState, Tone>>;

/** `từ 28/4/2020 đến hết 27/4/2025`, `từ 28/4/2020, không thời hạn` */
export function periodWords({ validFrom, validTo }: Pick<Result, 'validFrom' | 'validTo'>): string {
  return validTo === null
    ? `từ ${formatDate(validFrom)}, không thời hạn`
    : `từ ${formatDate(validFrom)} đến hết ${formatDate(validTo)}`;
}

/** What a correction changes, field by field. */
export function correctionWords({ changes }: ResultChange): readonly string[] {
  return Object.entries(changes).map(([field, value]) => {
    const label = FIELD_LABELS[field as keyof typeof FIELD_LABELS]; // Only these are written.
    return `${label}: ${typeof value === 'string' && value !== '' ? shown(field, value) : 'để trống'}`;
  });
}

function shown(field: string, value: string): string {
  if (field === 'kind') return RESULT_KIND_LABELS[value as keyof typeof RESULT_KIND_LABELS]; // Parsed when proposed.
  return isLocalDate(value) ? formatDate(value) : value;
}
