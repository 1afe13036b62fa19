/** What clients were told, kept outside of the system that told them. */

/** One form that somebody sends, as often as needed until it is answered. */
export type Deed = {
  readonly formId: string;
  /** The event that it leaves in the history of its dossier. */
  readonly what: 'received' | 'file-added' | 'advanced';
  /** Stands in the summary of a dossier to be received; empty for the other deeds. */
  readonly token: string;
  /** Number of the dossier it is about; null for one to be received. */
  readonly number: string | null;
};

export type Acknowledged = Deed & { readonly number: string };

export type Ledger = {
  readonly acknowledged: () => readonly Acknowledged[];
  /** Sent, and nobody knows what became of them. */
  readonly open: () => readonly Deed[];
  /** Of the open ones, those of which a page said that nothing was written. */
  readonly denied: () => readonly Deed[];
  /** Answers that no honest client should get. */
  readonly complaints: () => readonly string[];
  readonly sent: (deed: Deed) => void;
  readonly answered: (deed: Acknowledged) => void;
  readonly deny: (deed: Deed) => void;
  readonly complain: (sentence: string) => void;
};

export function openLedger(): Ledger {
  const acknowledged: Acknowledged[] = [];
  const open = new Map<string, Deed>();
  const denied = new Set<string>();
  const complaints: string[] = [];
  return {
    acknowledged: () => acknowledged,
    open: () => [...open.values()],
    denied: () => [...open.values()].filter(({ formId }) => denied.has(formId)),
    complaints: () => complaints,
    sent: (deed) => {
      open.set(deed.formId, deed);
      denied.delete(deed.formId);
    },
    answered: (deed) => {
      open.delete(deed.formId);
      acknowledged.push(deed);
    },
    deny: ({ formId }) => void denied.add(formId),
    complain: (sentence) => void complaints.push(sentence),
  };
}
