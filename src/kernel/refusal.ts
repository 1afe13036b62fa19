/** Why a verb did not do what it was asked to do. HTTP status and page follow from the kind. */
export type RefusalKind = 'invalid' | 'forbidden' | 'missing' | 'conflict';

/** Messages by form field name; the page shows each at its field. */
export type FieldMessages = Readonly<Record<string, string>>;

/**
 * An expected failure. `message` is a Vietnamese sentence that tells the person what to do next.
 * Anything that is not a Refusal is a bug.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly fields: FieldMessages;

  constructor(kind: RefusalKind, message: string, fields: FieldMessages = {}) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.fields = fields;
  }
}

/** Stops the verb with an expected failure. */
export function refuse(kind: RefusalKind, message: string, fields: FieldMessages = {}): never {
  throw new Refusal(kind, message, fields);
}
