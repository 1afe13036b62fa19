import { ACKNOWLEDGEMENT_LABELS } from '../../schema.ts';
import type { BookRow } from './schema.ts';

/** Who took the result and how they confirmed it; empty while it was not returned. */
export function acknowledgementWords({ recipient, acknowledgement }: BookRow): string {
  if (recipient === null || acknowledgement === null) return '';
  return `${recipient} (${ACKNOWLEDGEMENT_LABELS[acknowledgement].toLowerCase()})`;
}
