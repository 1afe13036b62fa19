/** A parcel as the post wants to know it (fields of VNPost's interface for public services, with their names here). */
export type PostOrder = {
  /** The same order sent twice is one order. */
  readonly orderNumber: string;
  readonly codAmount: number;
  readonly sender: PostParty;
  readonly receiver: PostParty;
  /** What is inside. */
  readonly content: string;
  readonly note: string;
};

export type PostParty = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly district: string;
  readonly province: string;
};

/** What the post says of an order it was sent. */
export type PostAnswer =
  | { readonly outcome: 'taken'; readonly trackingCode: string | null }
  | { readonly outcome: 'refused'; readonly reason: string };

/** Something that happened to a parcel. */
export type PostEvent = {
  /** Grows with every event; the next question begins behind it. */
  readonly id: string;
  readonly orderNumber: string;
  readonly code: string;
  readonly at: Date;
  readonly place: string;
  readonly note: string;
  readonly trackingCode: string | null;
  /** What the post charges, in dong; null when it does not say. */
  readonly cost: number | null;
};

/** The service of a post. Throws when it cannot be reached: it is worth trying again. */
export type PostalService = {
  readonly order: (order: PostOrder) => Promise<PostAnswer>;
  readonly cancel: (orderNumber: string) => Promise<PostAnswer>;
  /** Up to a thousand events behind one; of all orders of the customer, oldest first. */
  readonly eventsAfter: (lastId: string) => Promise<readonly PostEvent[]>;
};

/** Before the first event. */
export const FIRST_EVENT = '0'.repeat(24);
/** As many events as one answer holds. */
export const EVENTS_AT_ONCE = 1000;
