import { randomBytes } from 'node:crypto';
import { commit, formatLeaf, type Leaf, openCommitment, SALT_BYTES } from '#kernel/merkle/leaf.ts';
import { sha256 } from '#platform/signing/sha256.ts';
import type { HistoryEvent, StreamName } from './schema.ts';

/** An event with the record it belongs to. */
export type LoggedEvent = HistoryEvent & { readonly stream: StreamName; readonly streamId: number };

/** What of an event a leaf commits to, each under its name. */
export function committedOf(event: LoggedEvent): Readonly<Record<string, unknown>> {
  const { accountId, officerId, postId, unitId, requestId } = event;
  return {
    payload: committable(event.payload),
    actor: { accountId, officerId, postId, unitId, requestId },
  };
}

/** The entry of the log for an event, and the salt that opens its commitments. */
export function leafOf(event: LoggedEvent): { readonly salt: Buffer; readonly leaf: Buffer } {
  const salt = randomBytes(SALT_BYTES);
  const commitments = Object.entries(committedOf(event)).map(
    ([name, value]) => [name, commit(sha256, salt, value)] as const,
  );
  const leaf: Leaf = {
    v: 1,
    at: event.at.toISOString(),
    stream: `${event.stream}:${event.streamId}`,
    sequence: event.sequence,
    kind: event.kind,
    commitments: Object.fromEntries(commitments),
  };
  return { salt, leaf: Buffer.from(formatLeaf(leaf)) };
}

/** What of an event is not what its leaf says; with an erased salt only what the leaf states openly is compared. */
export function differencesFrom(leaf: Leaf, event: LoggedEvent, salt: Uint8Array | null): readonly string[] {
  const open = {
    at: leaf.at === event.at.toISOString(),
    stream: leaf.stream === `${event.stream}:${event.streamId}`,
    sequence: leaf.sequence === event.sequence,
    kind: leaf.kind === event.kind,
  };
  const closed = Object.entries(committedOf(event)).map(([name, value]) => {
    const commitment = leaf.commitments[name] ?? '';
    return [name, salt === null || openCommitment(sha256, commitment, { salt, value })] as const;
  });
  return [...Object.entries(open), ...closed].filter(([, isSame]) => !isSame).map(([name]) => name);
}

/** As the database gives it back, with fractions as text: canonical JSON knows whole numbers alone. */
function committable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'number' && !Number.isSafeInteger(part) ? String(part) : part,
  );
}
