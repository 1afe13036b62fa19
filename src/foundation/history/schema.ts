/** Kinds of records that have a history. A capability adds its own line. */
export type StreamName =
  | 'dossier'
  | 'slip'
  | 'vault-item'
  | 'result'
  | 'courier-list'
  | 'form-set'
  | 'scoring-set'
  | 'clock-rules'
  | 'act-reason'
  | 'dossier-score'
  | 'intake-batch'
  | 'retention-rule'
  | 'retention-hold'
  | 'disposal'
  | 'payment'
  | 'fee-book'
  | 'fee-exemption'
  | 'payment-account'
  | 'till'
  | 'indicator'
  | 'observation'
  | 'unit'
  | 'unit-act'
  | 'unit-key'
  | 'data-key'
  | 'post'
  | 'officer'
  | 'account'
  | 'second-factor-policy'
  | 'calendar'
  | 'calendar-change'
  | 'guard'
  | 'notice'
  | 'notice-template'
  | 'notice-settings'
  | 'postal-order'
  | 'postal-status'
  | 'document'
  | 'report'
  | 'report-template'
  | 'job'
  | 'log'
  | 'procedure'
  | 'process';

/** What a verb did: the kind in the past tense and the facts needed to rebuild the record. */
export type Deed = { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> };

/** A deed with its circumstances, as written. */
export type HistoryEvent = Deed & {
  readonly sequence: number;
  readonly at: Date;
  readonly accountId: number | null;
  readonly officerId: number | null;
  readonly postId: number | null;
  readonly unitId: number | null;
  readonly requestId: string;
};

/** A history event with the names a reader wants to see. */
export type NamedEvent = HistoryEvent & {
  readonly officerName: string | null;
  readonly postTitle: string | null;
};
