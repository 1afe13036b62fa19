/** What happens to the clock of a dossier. Reasons in words stand under `note` or `reason`, which a disposal erases. */
import type { LocalDate } from '#kernel/local-date.ts';
import type { Dues, Moves } from '../deeds.ts';
import type { ClosedHow, PauseReason } from '../schema.ts';
import type { LetterKind } from './schema.ts';

export type ClockDeed =
  | {
      readonly kind: 'paused';
      readonly payload: {
        readonly reason: PauseReason;
        readonly note: string;
        /** Last day of waiting; without one nothing ends it by itself. */
        readonly until?: LocalDate;
      };
    }
  | {
      /** The clock runs again: working time waited moves what was due. */
      readonly kind: 'resumed';
      readonly payload: { readonly waitedMinutes: number; readonly note: string } & Dues;
    }
  | {
      /** It ends without a result. */
      readonly kind: 'closed';
      readonly payload: Moves & {
        readonly how: ClosedHow;
        readonly reasonCode: string;
        readonly note: string;
      };
    }
  | {
      /** More working time, approved: what is due moves by it. */
      readonly kind: 'extended';
      readonly payload: {
        readonly minutes: number;
        readonly reasonCode: string;
        readonly note: string;
      } & Dues;
    }
  | {
      /** The apology names a new appointment; whether the dossier is late is still judged by the old one. */
      readonly kind: 'reappointed';
      readonly payload: {
        readonly promisedAt: string;
        readonly reasonCode: string;
        readonly note: string;
      };
    }
  | {
      /** Whoever holds an overdue dossier says why before passing it on. */
      readonly kind: 'late-explained';
      readonly payload: { readonly position: number; readonly reasonCode: string; readonly note: string };
    }
  | {
      /** Lines of a supplement request that were answered, by their places in it; `missing` is how many still do. */
      readonly kind: 'supplement-received';
      readonly payload: {
        readonly supplement: number;
        readonly lines: readonly number[];
        readonly missing: number;
        readonly note: string;
      };
    }
  | {
      readonly kind: 'letter-issued';
      readonly payload: { readonly letter: number; readonly what: LetterKind; readonly number: string };
    };
