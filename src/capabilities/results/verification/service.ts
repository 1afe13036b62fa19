/** Whether a result is genuine and still holds, for everybody who has the paper in hand. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { asSystem, type Context } from '#foundation/context.ts';
import { codeIn } from '../rules.ts';
import { stateOf } from '../words.ts';
import { bookWords, type Result, type ResultKind, type ResultState } from '../schema.ts';
import { countTries, findForEverybody, insertTry } from './store.ts';

/** Wrong codes from one address within the window before it has to wait; counted together with those of the look-up. */
const LIMIT = { attempts: 20, minutes: 15 } as const;

/** What a paper must say, and no more: whose it is only in a form that whoever holds it can recognise. */
export type Verified = {
  readonly kind: ResultKind;
  readonly title: string;
  readonly documentNumber: string;
  readonly book: string;
  readonly issuedOn: string;
  readonly unitId: number;
  readonly state: ResultState;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly endedOn: string | null;
  readonly correctedOn: string | null;
  readonly holder: string;
  /** SHA-256 of the electronic original in hexadecimal, to compare a file with; null without one. */
  readonly hash: string | null;
  readonly verifyCode: string;
};

/** Looks a result up by the code of its QR. Nobody is signed in, so the system does it and says little. */
export async function verifyResult(ctx: Context, typed: string, address: string): Promise<Verified> {
  const code = codeIn(typed);
  return asSystem(ctx, async ({ db }) => {
    const from = { address, since: new Date(ctx.now.getTime() - LIMIT.minutes * 60_000) };
    if ((await countTries(db, from)) >= LIMIT.attempts) refuseToGuess();
    const found = await findForEverybody(db, code);
    if (found !== null) return verified(found.result, found.correctedOn, localDateOf(ctx.now));
    await insertTry(db, address, ctx.now);
    // Counted again with this one, so that many at once are told no more than many in a row.
    if ((await countTries(db, from)) > LIMIT.attempts) refuseToGuess();
    const sentence =
      'Không có kết quả nào mang mã này. Hãy xem lại mã in dưới mã QR; nếu mã đúng mà vẫn không thấy, giấy có thể không thật.';
    return refuse('invalid', sentence, { code: sentence });
  });
}

function verified(result: Result, correctedOn: string | null, today: string): Verified {
  const { kind, title, documentNumber, issuedOn, unitId, validFrom, validTo, endedOn } = result;
  const { holder, file, verifyCode } = result;
  return {
    kind,
    title,
    documentNumber,
    issuedOn,
    unitId,
    validFrom,
    validTo,
    endedOn,
    holder,
    verifyCode,
    correctedOn,
    book: bookWords(result),
    state: stateOf(result, today),
    hash: file?.hash ?? null,
  };
}

function refuseToGuess(): never {
  refuse(
    'conflict',
    `Bạn đã nhập sai quá nhiều lần. Hãy chờ ${LIMIT.minutes} phút rồi thử lại, hoặc hỏi nơi cấp giấy.`,
  );
}
