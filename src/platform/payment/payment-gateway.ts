/** A payment as the gateway wants to know it; amounts in whole đồng. */
export type GatewayOrder = {
  /** The same order sent twice is one order. */
  readonly code: string;
  readonly dossierNumber: string;
  readonly procedureName: string;
  readonly unitName: string;
  readonly payer: string;
  readonly amount: number;
  readonly lines: readonly {
    readonly kind: string;
    readonly name: string;
    readonly amount: number;
  }[];
  /** The account that is paid to; null: the one that the gateway knows of. */
  readonly account: {
    readonly bankBin: string;
    readonly accountNumber: string;
    readonly accountName: string;
  } | null;
  /** What the transfer is marked with. */
  readonly purpose: string;
};

/** A gateway of online payments. Throws when it cannot be reached: it is worth trying again. */
export type PaymentGateway = {
  /** Hands an order over; answers where the applicant pays. */
  readonly start: (order: GatewayOrder) => Promise<{ readonly url: string }>;
  /** What its reports are signed with. */
  readonly key: string;
  /** It only pretends: this installation shows its page itself. */
  readonly isSimulated: boolean;
};
