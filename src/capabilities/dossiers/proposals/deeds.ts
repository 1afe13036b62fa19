/** What one person proposed about a dossier and what another one decided. */
import type { CorrectedField, ProposalKind, ProposalOutcome } from './schema.ts';

export type ProposalDeed =
  | {
      readonly kind: 'proposed';
      readonly payload: {
        readonly proposal: number;
        readonly what: ProposalKind;
        /** The step whose handler proposes; null when no step is worked on, or the applicant asks. */
        readonly position: number | null;
        readonly reasonCode: string;
        readonly reason: string;
        readonly legalBasis: string;
      };
    }
  | {
      readonly kind: 'proposal-decided';
      readonly payload: {
        readonly proposal: number;
        readonly what: ProposalKind;
        readonly outcome: ProposalOutcome;
        readonly note: string;
      };
    }
  | {
      /** Which data were put right; as they were and as they are stands in the rows alone. */
      readonly kind: 'corrected';
      readonly payload: {
        readonly proposal: number;
        readonly fields: readonly CorrectedField[];
        readonly reasonCode: string;
        readonly note: string;
      };
    };
