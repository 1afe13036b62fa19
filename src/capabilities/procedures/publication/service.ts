import { authorise } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { Deed } from '#foundation/history/schema.ts';
import { organisationOn } from '#foundation/organisation/service.ts';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { changeProcedure, draftById } from '../change.ts';
import { refuseStale } from '../drafts/service.ts';
import { endOfferings } from '../offerings/service.ts';
import {
  type Announcement,
  contentProblems,
  districtFunctions,
  type Placement,
  placeVersion,
  type Problem,
} from '../rules.ts';
import type { ProcedureVersion, PublishedVersion } from '../schema.ts';
import { readVersionsOf, updateEnd, updatePublished } from '../store.ts';

/** Everything that would keep a draft from being published on a day, and what publishing it would do. */
export type PublicationCheck = { readonly problems: readonly Problem[]; readonly placement: Placement };

/** Checks a draft against the law, the organisation of that day and the other versions; changes nothing. */
export async function checkPublication(
  ctx: Context,
  draft: ProcedureVersion,
  announcement: Announcement,
): Promise<PublicationCheck> {
  const tree = await organisationOn(ctx, announcement.from);
  const published = (await readVersionsOf(ctx.db, draft.procedureId)).filter(isPublished);
  const placement = placeVersion(announcement, published, localDateOf(ctx.now));
  const problems = [...contentProblems(draft.content, districtFunctions(tree)), ...placement.problems];
  return { problems, placement };
}

/**
 * Puts a draft in force from a day, by a decision (Decree 63/2010/ND-CP, Art. 13–15). The version before it ends the day
 * before. Refuses with every reason at once.
 */
export async function publishDraft(
  ctx: Context,
  input: Announcement & { readonly versionId: number; readonly revision: number },
): Promise<PublishedPlace> {
  await authorise(ctx, 'procedure.publish');
  const { procedureId } = await draftById(ctx, input.versionId);
  return changeProcedure(ctx, procedureId, async (tx, { slug }) => {
    const draft = await draftById(tx, input.versionId);
    refuseStale(draft, input.revision);
    const { problems, placement } = await checkPublication(tx, draft, input);
    if (problems.length > 0) refuseAll(problems);
    const deeds = [
      ...(await closeReplaced(tx, placement, input.from)),
      await publish(tx, draft, { ...input, placement }),
    ];
    return { deeds, visible: true, result: { slug, number: draft.number, validFrom: input.from } };
  });
}

export type PublishedPlace = {
  readonly slug: string;
  readonly number: number;
  readonly validFrom: LocalDate;
};

function refuseAll(problems: readonly Problem[]): never {
  return refuse('invalid', `Chưa công bố được: ${problems.map(({ message }) => message).join(' ')}`);
}

/** The earlier version holds until the day before. */
async function closeReplaced(tx: Context, placement: Placement, from: LocalDate): Promise<readonly Deed[]> {
  const { replaces } = placement;
  if (!replaces) return [];
  await updateEnd(tx.db, { id: replaces.id, validTo: from, endDecision: replaces.endDecision });
  return [{ kind: 'closed', payload: { number: replaces.number, validTo: from } }];
}

async function publish(
  tx: Context,
  draft: ProcedureVersion,
  announcement: Announcement & { readonly placement: Placement },
): Promise<Deed> {
  const { from, decision, decisionDate, placement } = announcement;
  // Where the earlier version had an end decided already, the new one inherits it.
  const validTo = placement.validTo ?? placement.replaces?.validTo ?? null;
  const facts = { validFrom: from, validTo, decision, decisionDate };
  await updatePublished(tx.db, { id: draft.id, ...facts, publishedAt: tx.now });
  return { kind: 'published', payload: { number: draft.number, ...facts } };
}

/**
 * Ends a procedure: the last day it holds is the day before `on`. Its offerings end with it; running dossiers keep their
 * version (Decree 63/2010/ND-CP, Art. 14 clause 2 point c).
 */
export async function endProcedure(
  ctx: Context,
  input: { readonly procedureId: number; readonly on: LocalDate; readonly decision: string },
): Promise<void> {
  await authorise(ctx, 'procedure.publish');
  await changeProcedure(ctx, input.procedureId, async (tx) => {
    const published = (await readVersionsOf(tx.db, input.procedureId)).filter(isPublished);
    const last = lastHolding(published, input.on);
    await updateEnd(tx.db, { id: last.id, validTo: input.on, endDecision: input.decision });
    const offerings = await endOfferings(tx, input.procedureId, input.on);
    const ended: Deed = {
      kind: 'ended',
      payload: { number: last.number, validTo: input.on, decision: input.decision },
    };
    return { deeds: [ended, ...offerings], visible: true, result: undefined };
  });
}

function lastHolding(published: readonly PublishedVersion[], on: LocalDate): PublishedVersion {
  const later = published.find((version) => version.validFrom >= on);
  if (later) {
    refuse('invalid', 'Ngày bãi bỏ chưa dùng được.', {
      on: `Phiên bản ${later.number} có hiệu lực từ ${formatDate(later.validFrom)}. Hãy chọn ngày bãi bỏ sau ngày đó.`,
    });
  }
  const holding = published.find((version) => version.validTo === null || version.validTo > on);
  return (
    holding ??
    refuse('conflict', 'Thủ tục này không còn phiên bản nào có hiệu lực vào ngày đó, không cần bãi bỏ nữa.')
  );
}

function isPublished(version: ProcedureVersion): version is PublishedVersion {
  return version.state === 'published' && version.validFrom !== null;
}
