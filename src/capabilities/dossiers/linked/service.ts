import { Refusal, refuse } from '#kernel/refusal.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { asSystem, type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { publishedOn } from '#capabilities/procedures/service.ts';
import type { PublishedVersion } from '#capabilities/procedures/schema.ts';
import type { DossierDeed } from '../deeds.ts';
import { act, actMoving, carryOut, moveLoaded } from '../frame.ts';
import { requireOwnStep, type Situation } from '../rules.ts';
import type { Act } from '../run/moves.ts';
import { decideHappening } from '../run/rules.ts';
import type { DossierState } from '../schema.ts';
import { holderOf, isEnded } from '../state.ts';
import { type LoadedDossier, loadDossier } from '../store.ts';
import { openChild } from './open.ts';
import type { DecideLinkedInput, LinkEnd, Links, OpenLinkedInput } from './schema.ts';
import { findLinkOf, isOpened, readLinks, readProcedureOf, updateLinkEnd } from './store.ts';

type OpenAct = Extract<Act, { kind: 'open-linked' }>;

/** What a process asks for: the linked dossier is opened once, however often the job runs. By the system. */
export async function openLinked(ctx: Context, number: string, wanted: OpenAct): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const parent = await requireDossier(tx, number);
    if (isEnded(parent.state) || (await isOpened(tx.db, parent.id, wanted))) return;
    await carryOut(tx, parent, [await openChild(tx, parent, wanted)]);
  });
}

/** An officer who handles a step opens a linked dossier beside the process. */
export async function openByHand(ctx: Context, input: OpenLinkedInput): Promise<DossierState> {
  return act(ctx, input, async (tx, parent, situation) => {
    requireOwnStep(parent.state, situation, input.position);
    const wanted = { procedure: input.procedure, node: '', token: null };
    return [await asSystem(tx, async (system) => openChild(system, parent, wanted))];
  });
}

/** A linked dossier has its result, or was closed: its parent is told, and goes on when it waited for the result. By the system. */
export async function linkedEnded(ctx: Context, childNumber: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const link = await findLinkOf(tx.db, childNumber);
    if (link === null || link.endedHow !== null) return;
    const parent = await requireDossier(tx, link.parentNumber);
    const child = await loadDossier(tx.db, childNumber, 'read');
    if (!child) throw new Error(`No dossier ${childNumber}`);
    const how: LinkEnd = child.state.closed?.how ?? 'finished';
    await updateLinkEnd(tx.db, link.childId, { endedHow: how, endedAt: tx.now });
    const told: DossierDeed = {
      kind: 'linked-ended',
      payload: { childId: link.childId, number: childNumber, how },
    };
    if (how !== 'finished' || !waitsFor(parent.state, link.token)) {
      await carryOut(tx, parent, [told]);
      return;
    }
    await goOn(tx, parent, { told, node: link.node, token: link.token });
  });
}

function waitsFor({ run, phase }: DossierState, token: number | null): token is number {
  if (run === null || phase === 'returned' || phase === 'closed') return false;
  return run.instance.tokens.some(({ id, state }) => id === token && state === 'waiting');
}

type Going = { readonly told: DossierDeed; readonly node: string; readonly token: number };

async function goOn(
  tx: TransactionContext,
  parent: LoadedDossier,
  { told, node, token }: Going,
): Promise<void> {
  try {
    await moveLoaded(tx, parent, {
      choices: [],
      decide: async (running, situation) => {
        const { deeds, acts } = decideHappening(running.state, { kind: 'completed', node, token }, situation);
        return { deeds: [told, ...deeds], acts };
      },
    });
  } catch (error) {
    // Refused before anything was written: its own result is still missing, or its clock stands. Whoever handles it lets
    // it go on from its page.
    if (!(error instanceof Refusal)) throw error;
    await carryOut(tx, parent, [told]);
  }
}

/** A linked dossier ended and the process still waits for it: whoever handles the parent goes on without, or opens another one. */
export async function decideLinked(ctx: Context, input: DecideLinkedInput): Promise<DossierState> {
  const link = await asSystem(ctx, async (system) => findLinkOf(system.db, input.child));
  if (link === null || link.parentNumber !== input.number) {
    refuse('missing', 'Hồ sơ này không có hồ sơ liên thông đó.');
  }
  const { node, token, endedHow } = link;
  if (endedHow === null) refuse('conflict', 'Hồ sơ liên thông còn đang giải quyết. Hãy chờ kết quả.');
  if (input.choice === 'again') {
    return act(ctx, input, async (tx, parent, situation) => {
      requireDecider(parent.state, situation, token);
      return [
        await asSystem(tx, async (system) => {
          const procedure = await readProcedureOf(system.db, input.child);
          return openChild(system, parent, { procedure, node, token });
        }),
      ];
    });
  }
  return actMoving(ctx, input, async (_tx, { state }, situation) => {
    const waiting = requireDecider(state, situation, token);
    return decideHappening(state, { kind: 'completed', node, token: waiting }, situation);
  });
}

/** The unit with the papers, or the counter that received it, decides. */
function requireDecider(
  state: DossierState,
  { units }: Pick<Situation, 'units'>,
  token: number | null,
): number {
  if (![holderOf(state), state.receivingUnitId].some((unitId) => units.includes(unitId))) {
    refuse('forbidden', 'Đơn vị đang giữ giấy tờ hoặc nơi tiếp nhận quyết định việc này.');
  }
  if (!waitsFor(state, token)) {
    refuse('conflict', 'Hồ sơ không còn chờ hồ sơ liên thông này. Hãy tải lại trang.');
  }
  return token;
}

async function requireDossier(tx: TransactionContext, number: string): Promise<LoadedDossier> {
  const loaded = await loadDossier(tx.db, number, 'lock');
  if (!loaded) throw new Error(`No dossier ${number}`);
  return loaded;
}

/** The dossiers that belong with one; the caller has shown that it may be read. */
export async function linksOf(ctx: Context, dossierId: number): Promise<Links> {
  return asSystem(ctx, async ({ db }) => {
    const [parent] = await readLinks(db, dossierId, 'parent');
    return { parent: parent ?? null, children: await readLinks(db, dossierId, 'children') };
  });
}

/** Procedures under which a linked dossier can be opened today. */
export async function linkableProcedures(ctx: Context): Promise<readonly PublishedVersion[]> {
  const versions = await publishedOn(ctx, localDateOf(ctx.now));
  return versions.toSorted((a, b) => compareText(a.content.shortName, b.content.shortName));
}
