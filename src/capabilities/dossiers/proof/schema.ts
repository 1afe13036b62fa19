import type { Receipt, ReceiptProblem } from '#kernel/merkle/receipt.ts';
import { RECEIPT_FRAGMENT } from '#kernel/merkle/receipt-trust.ts';

export const proofPaths = {
  /** The page that can be saved and used without a network. */
  page: '/kiem-tra-bien-nhan',
  /** The comparison with the log, which needs the network. */
  compare: '/kiem-tra-bien-nhan/doi-chieu',
} as const;

/** The name of the query value that carries the text of a receipt to the comparison. */
export const RECEIPT_QUERY = 'bn';

/** What is wrong with a receipt: one sentence each, in Vietnamese, and where it was found. */
export type Contradiction = {
  readonly where: 'register' | 'history' | 'log' | 'key';
  readonly sentence: string;
};

/** What became of a receipt that somebody brought. */
export type Judgement =
  /** Not signed by the agency it names: nothing it says counts. */
  | { readonly outcome: 'unbelieved'; readonly problem: ReceiptProblem; readonly sentence: string }
  | {
      readonly outcome: 'agrees';
      readonly receipt: Receipt;
      readonly unitName: string;
      /** When the state of the log that proves it was signed; null when that is still to come. */
      readonly signedAt: Date | null;
    }
  | {
      readonly outcome: 'contradicted';
      readonly receipt: Receipt;
      readonly unitName: string;
      readonly contradictions: readonly Contradiction[];
    };

/** The address of the QR code: the look-up page, with the signed text where browsers never send it. */
export function provenAddress(lookupAddress: string, text: string): string {
  return `${lookupAddress}${RECEIPT_FRAGMENT}${text}`;
}
