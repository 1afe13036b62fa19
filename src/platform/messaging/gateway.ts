/** A short message to a telephone. */
export type ShortMessage = {
  /** The same at every attempt: whoever has taken it does not send it again. */
  readonly id: string;
  /** Telephone number as it was written down. */
  readonly to: string;
  readonly text: string;
};

/** What a provider says of a message. */
export type Answer =
  | { readonly outcome: 'taken'; readonly providerId: string; readonly isDelivered: boolean }
  /** It will never be sent: no such number, a wrong text. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** A way to telephones. Throws when the provider cannot be reached or is too busy: it is worth trying again. */
export type MessageGateway = { readonly send: (message: ShortMessage) => Promise<Answer> };

/** Ways to telephones by name; null where this installation has none. */
export type Messaging = {
  readonly sms: MessageGateway | null;
  readonly zalo: MessageGateway | null;
  /** What a provider's receipts are signed with; null where there is no provider. */
  readonly receiptKey: (channel: 'sms' | 'zalo') => string | null;
};
