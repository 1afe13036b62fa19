/** The registers of results: what was issued, by which unit, for whom, until when, and whether it still holds. */
import { randomInt } from 'node:crypto';
import { type LocalDate, localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { CODE_ALPHABET, CODE_LENGTH, kindOf } from './rules.ts';
import {
  type CompletionInput,
  PAGE_SIZE,
  type Result,
  type ResultFile,
  type ResultKind,
  type ResultQuery,
} from './schema.ts';
import {
  countResults,
  eraseOfDossier,
  findResult,
  insertDownload,
  insertResult,
  lockDossier,
  lockResult,
  readDossierFacts,
  readDownloads,
  readOfDossier,
  readResultFile,
  readResults,
  takesPart,
  takeBookNumber,
  updateResult,
} from './store.ts';

export type Issue = {
  readonly dossierId: number;
  /** Unit that issues it, in whose register it gets its number. */
  readonly unitId: number;
  readonly title: string;
  readonly outcome?: 'granted' | 'declined';
  readonly kind?: ResultKind;
  readonly documentNumber?: string;
  /** Default: today. */
  readonly issuedOn?: LocalDate;
  readonly signer?: string;
  /** Default: from the day of issue, without an end. */
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate | null;
  /** Default: the applicant of the dossier. */
  readonly holder?: string;
  /** Default: the newest PDF that the dossier holds as its result. */
  readonly file?: ResultFile | null;
};

export type Issued = {
  readonly id: number;
  readonly year: number;
  readonly bookNumber: number;
  readonly verifyCode: string;
};

/**
 * Enters a result of a dossier into the register of the unit that issues it, with the next number of the year, in the
 * transaction of the deed. Whoever calls has decided that it may be issued; a process does it with no officer.
 */
export async function issueResult(tx: TransactionContext, issue: Issue): Promise<Issued> {
  const { dossierId, unitId, title, outcome = 'granted', issuedOn = localDateOf(tx.now) } = issue;
  const dossier = await readDossierFacts(tx.db, dossierId);
  const year = Number(issuedOn.slice(0, 4));
  const file = issue.file === undefined ? await readResultFile(tx.db, dossierId) : issue.file;
  const proven = {
    unitId,
    year,
    bookNumber: await takeBookNumber(tx.db, unitId, year),
    dossierId,
    kind: issue.kind ?? kindOf({ title, outcome }),
    issuedOn,
    signer: issue.signer ?? '',
    validFrom: issue.validFrom ?? issuedOn,
    validTo: issue.validTo ?? null,
    verifyCode: newCode(),
  };
  const personal = {
    title,
    documentNumber: issue.documentNumber ?? '',
    holder: issue.holder ?? dossier.holder,
  };
  const entered = { enteredBy: tx.actor?.officerId ?? null, enteredAt: tx.now };
  const id = await insertResult(tx.db, {
    ...proven,
    ...personal,
    ...entered,
    file,
    dossierNumber: dossier.number,
  });
  const payload = { ...proven, hash: file?.hash ?? null };
  await record(tx, { name: 'result', id, after: 0 }, [{ kind: 'issued', payload }]);
  const { bookNumber, verifyCode } = proven;
  return { id, year, bookNumber, verifyCode };
}

/** Enters the result that the desk wrote down into the register when the dossier is finished; doing so twice is doing so once. */
export async function registerFinished(
  tx: TransactionContext,
  issue: Issue & { readonly outcome: 'granted' | 'declined' },
): Promise<void> {
  // A process and the desk may enter it at once.
  await lockDossier(tx.db, issue.dossierId);
  const before = await readOfDossier(tx.db, issue.dossierId);
  const isThere = before.some(
    ({ title, documentNumber }) => title === issue.title && documentNumber === (issue.documentNumber ?? ''),
  );
  if (!isThere) await issueResult(tx, issue);
}

/** Gives a result that has none yet the electronic document that came after it. */
export async function attachResultFile(tx: TransactionContext, dossierId: number): Promise<void> {
  const file = await readResultFile(tx.db, dossierId);
  const waiting = (await readOfDossier(tx.db, dossierId)).findLast((result) => result.file === null);
  if (file === null || waiting === undefined) return;
  const locked = await lockResult(tx.db, waiting.id);
  if (locked?.file !== null) return;
  const sequence = await record(tx, { name: 'result', id: waiting.id, after: locked.sequence }, [
    { kind: 'file-attached', payload: { hash: file.hash } },
  ]);
  await updateResult(tx.db, locked, { file, sequence });
}

/** Results of a dossier. The caller has let whoever asks see the dossier. */
export async function resultsOf(ctx: Context, dossierId: number): Promise<readonly Result[]> {
  return readOfDossier(ctx.db, dossierId);
}

/** A result that one of the actor's units issued or whose dossier they see; anybody else is told that there is none. */
export async function resultById(ctx: Context, id: number): Promise<Result> {
  const units = await requireReader(ctx);
  const result = await findResult(ctx.db, id);
  const isSeen =
    result !== null &&
    (units === null || units.includes(result.unitId) || (await takesPart(ctx.db, result.dossierId, units)));
  // The server shows more to some, such as clerks of archives, whose other rights reach further.
  return isSeen ? result : refuseMissing();
}

/** A page of the register, or with `whole` as much as a file holds. */
export async function listResults(ctx: Context, query: ResultQuery, whole = false) {
  const unitIds = await requireReader(ctx);
  const scope = { unitIds, query, today: localDateOf(ctx.now) };
  const part = whole
    ? { limit: EXPORT_LIMIT, offset: 0 }
    : { limit: PAGE_SIZE, offset: (query.page - 1) * PAGE_SIZE };
  return { rows: await readResults(ctx.db, scope, part), total: await countResults(ctx.db, scope), unitIds };
}

const EXPORT_LIMIT = 20_000;

/** Notes what the register asks beyond the desk's form, as long as nobody noted it: signer, kind, period. Later it takes a correction. */
export async function completeResult(ctx: Context, id: number, input: CompletionInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = (await lockResult(tx.db, id)) ?? refuseMissing();
    await authorise(tx, 'result.enter', before.unitId);
    if (!isIncomplete(before)) {
      refuse('conflict', 'Kết quả này đã ghi đủ người ký. Muốn sửa, hãy đề nghị đính chính.');
    }
    if (input.signer === '') {
      refuse('invalid', 'Hãy ghi người ký kết quả.', { signer: 'Hãy ghi người ký kết quả.' });
    }
    const stream = { name: 'result', id, after: before.sequence } as const;
    const sequence = await record(tx, stream, [{ kind: 'completed', payload: input }]);
    await updateResult(tx.db, before, { ...input, sequence });
  });
}

/** Whether the register still lacks who signed it. */
export function isIncomplete(result: Pick<Result, 'signer' | 'standing' | 'disposedAt'>): boolean {
  return result.signer === '' && result.standing === 'issued' && result.disposedAt === null;
}

/** Notes that whoever holds number and code of the dossier took the electronic result. */
export async function noteDownload(own: TransactionContext, result: Result): Promise<void> {
  await insertDownload(own.db, { resultId: result.id, dossierId: result.dossierId, at: own.now });
}

export async function downloadsOf(ctx: Context, dossierId: number) {
  return readDownloads(ctx.db, dossierId);
}

/** Erases what the results of a dossier say of a person. Returns hashes of files that may go after it. */
export async function eraseResults(
  tx: TransactionContext,
  dossierId: number,
  holder: string,
): Promise<readonly string[]> {
  const erased = await eraseOfDossier(tx.db, dossierId, { holder, disposedAt: tx.now });
  for (const { id, sequence } of erased) {
    await record(tx, { name: 'result', id, after: sequence }, [{ kind: 'disposed', payload: {} }]);
  }
  return erased.flatMap(({ hash }) => hash ?? []);
}

async function requireReader(ctx: Context): Promise<readonly number[] | null> {
  const units = await unitsWith(ctx, 'result.read');
  if (units?.length === 0) await authorise(ctx, 'result.read', 0);
  return units;
}

function refuseMissing(): never {
  refuse('missing', 'Không có kết quả này, hoặc kết quả không thuộc đơn vị của bạn.');
}

function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  );
  return letters.join('');
}
