/** The receipt that proves itself: what is signed when it is printed, and what becomes of one that somebody brings. */
import { toBase64 } from '#kernel/merkle/base64.ts';
import { originId, type Receipt, signReceipt, verifyReceipt } from '#kernel/merkle/receipt.ts';
import { keysFor, receiptTextIn, type UnitKey } from '#kernel/merkle/receipt-trust.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { historyOf } from '#foundation/history/service.ts';
import { examineEvent } from '#foundation/log/examine.ts';
import { publishedVersions } from '#capabilities/procedures/service.ts';
import { verifyBytes } from '#platform/signing/ed25519.ts';
import { sha256 } from '#platform/signing/sha256.ts';
import { asDossierEvent, type DossierEvent } from '../deeds.ts';
import { replay } from '../fold.ts';
import { definitionsIn } from '../run/definitions.ts';
import type { DossierState } from '../schema.ts';
import { type LoadedDossier, loadDossier } from '../store.ts';
import { keyContradictions, keyOfAgency, publishedKeys } from './keys.ts';
import { agencyIn, contradictionsOf, procedureOnReceipt, type Statement } from './rules.ts';
import type { Contradiction, Judgement } from './schema.ts';

type Received = Extract<DossierEvent, { kind: 'received' }>;

/**
 * The signed text for a dossier's receipt. It states what the history says about the reception, not what the rows say
 * now: a date that somebody has moved is never signed.
 */
export async function signedText(ctx: Context, events: readonly HistoryEvent[]): Promise<string> {
  const received = receptionIn(events);
  if (received === null) throw new Error('A dossier history begins with its reception');
  const statement = await statementOf(ctx, received);
  const { number, unit, procedure, procedureVersion, receivedAt, dueAt } = statement;
  // Every dossier is received under a published version.
  if (procedure === undefined || procedureVersion === undefined) throw new Error(`No version for ${number}`);
  const key = await keyOfAgency(ctx, { agencyId: unit, receivedAt });
  const origin = await originOf(ctx);
  return signReceipt(
    { originId: origin, number, unit, procedure, procedureVersion, receivedAt, dueAt },
    key.sign,
  );
}

/** Checks the signature of a receipt, then compares it with the dossier's history and rows and with the log. Reads only. */
export async function judgeReceipt(ctx: Context, scanned: string): Promise<Judgement> {
  const text = receiptTextIn(scanned);
  const keys = await publishedKeys(ctx);
  const trust = { keysOf: (receipt: Receipt) => keysFor(keys, receipt), verify: verifyBytes };
  const verified = await verifyReceipt(text, trust);
  if (!verified.ok) return { outcome: 'unbelieved', problem: verified.problem, sentence: verified.message };
  const { receipt } = verified;
  const key = await signedWith(text, keysFor(keys, receipt));
  const unitName = nameIn(keys, key);
  // Whoever brings a receipt that we signed may hear whether it is true.
  return asSystem(ctx, async (system) => {
    const { contradictions, signedAt } = await compare(system, receipt);
    const all = [...contradictions, ...(await keyContradictions(system, key))];
    return all.length > 0
      ? { outcome: 'contradicted', receipt, unitName, contradictions: all }
      : { outcome: 'agrees', receipt, unitName, signedAt };
  });
}

type Comparison = { readonly contradictions: readonly Contradiction[]; readonly signedAt: Date | null };

async function compare(ctx: Context, receipt: Receipt): Promise<Comparison> {
  const { number } = receipt;
  if (receipt.originId !== (await originOf(ctx))) {
    return only('log', `Biên nhận này thuộc nhật ký khác (mã ${receipt.originId}), không so được ở đây.`);
  }
  const loaded = await loadDossier(ctx.db, number, 'read');
  if (!loaded) return only('register', `Biên nhận đúng chữ ký nhưng hệ thống không còn hồ sơ ${number}.`);
  const events = await historyOf(ctx, 'dossier', loaded.id);
  const received = receptionIn(events);
  if (received === null) return only('history', `Lịch sử hồ sơ ${number} không còn việc tiếp nhận.`);
  const history = { who: 'lịch sử hồ sơ', facts: await statementOf(ctx, received) };
  const event = { stream: 'dossier', streamId: loaded.id, sequence: received.sequence };
  const examined = await examineEvent(ctx, event);
  const logged: readonly Contradiction[] =
    examined.state === 'contradicted' ? [{ where: 'log', sentence: examined.sentence }] : [];
  return {
    contradictions: [
      ...contradictionsOf('history', { who: 'Biên nhận', facts: receipt }, history),
      ...registerContradictions(loaded, await truthOf(ctx, events)),
      ...logged,
    ],
    signedAt: examined.state === 'proven' ? examined.signedAt : null,
  };
}

async function truthOf(ctx: Context, events: readonly HistoryEvent[]): Promise<DossierState> {
  const deeds = events.map(asDossierEvent);
  return replay(deeds, await definitionsIn(ctx, deeds));
}

/** The rows must say what the whole history leads to, so that a lawful change of the date is no contradiction. */
function registerContradictions({ state }: LoadedDossier, truth: DossierState): readonly Contradiction[] {
  const times = ({ receivedAt, dueAt }: typeof state) => ({ receivedAt, dueAt });
  return contradictionsOf(
    'register',
    { who: 'Sổ hồ sơ', facts: times(state) },
    { who: 'lịch sử hồ sơ', facts: times(truth) },
  );
}

function only(where: Contradiction['where'], sentence: string): Comparison {
  return { contradictions: [{ where, sentence }], signedAt: null };
}

function receptionIn(events: readonly HistoryEvent[]): Received | null {
  const [first] = events;
  const event = first ? asDossierEvent(first) : null;
  return event?.kind === 'received' ? event : null;
}

type Recorded = Omit<Statement, 'procedure' | 'procedureVersion'> &
  Partial<Pick<Statement, 'procedure' | 'procedureVersion'>>;

/** What the reception says; without the procedure when the version it names is no longer there. */
async function statementOf(ctx: Context, { at, payload }: Received): Promise<Recorded> {
  const { number, dueAt, procedureVersionId } = payload;
  const version = (await publishedVersions(ctx)).find(({ id }) => id === procedureVersionId);
  return {
    number,
    unit: agencyIn(number),
    ...(version ? { procedure: procedureOnReceipt(version), procedureVersion: version.number } : {}),
    receivedAt: at,
    dueAt: new Date(dueAt),
  };
}

async function originOf(ctx: Context): Promise<string> {
  return originId(sha256, await ctx.unitKeys.logName());
}

/** Which of the keys has signed. One has: the text was verified against them. */
async function signedWith(text: string, candidates: readonly Uint8Array[]): Promise<Uint8Array> {
  for (const key of candidates) {
    const { ok } = await verifyReceipt(text, { keysOf: () => [key], verify: verifyBytes });
    if (ok) return key;
  }
  throw new Error('A verified receipt has a key');
}

function nameIn(keys: readonly UnitKey[], key: Uint8Array): string {
  return keys.find(({ publicKey }) => publicKey === toBase64(key))?.name ?? '';
}
