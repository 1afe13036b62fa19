import { z } from 'zod';
import type { Declaration, Row } from '#foundation/history/replayed.ts';
import type { HistoryEvent } from '#foundation/history/schema.ts';
import { asPaymentEvent, type PaymentEvent, type RecordedLine } from './deeds.ts';

const PERSONAL = 'có thể nói về người nộp nên không vào lịch sử';

const TABLES = {
  payments: { owner: 'id', key: 'id', unproven: { note: PERSONAL } },
  payment_lines: { owner: 'payment_id', key: 'position', unproven: { exemption: PERSONAL } },
  payment_collections: {
    owner: 'payment_id',
    key: 'id',
    unproven: { payer: PERSONAL, voidNote: PERSONAL },
  },
  payment_refunds: {
    owner: 'payment_id',
    key: 'id',
    unproven: { note: PERSONAL, decisionNote: PERSONAL, recipient: PERSONAL },
  },
  gateway_orders: {
    owner: 'payment_id',
    key: 'id',
    unproven: { url: 'liên kết của cổng thanh toán, chỉ dùng một lần' },
  },
} as const;

/** Payments by all that their histories lead to: lines, receipts with their numbers, refunds, orders of the gateway. */
export const paymentRecords: Declaration = {
  stream: 'payment',
  name: 'Khoản thu phí, lệ phí',
  tables: TABLES,
  replay: (id, events) => replayPayment(id, events.map(asPaymentEvent)),
};

type Of<Kind extends PaymentEvent['kind']> = Extract<PaymentEvent, { kind: Kind }>;

function replayPayment(
  id: number,
  events: readonly PaymentEvent[],
): Readonly<Record<keyof typeof TABLES, readonly Row[]>> {
  const [asked] = events;
  if (asked?.kind !== 'asked') throw new Error('A history of a payment begins with what is asked');
  const lines = events.reduce<readonly RecordedLine[]>(
    (before, event) => (event.kind === 'corrected' ? event.payload.lines : before),
    asked.payload.lines,
  );
  const own = (rows: readonly Row[]): readonly Row[] => rows.map((row) => ({ paymentId: id, ...row }));
  return {
    payments: [{ id, ...headOf(asked, events, lines) }],
    payment_lines: own(lines.map((line, position) => ({ position, ...line }))),
    payment_collections: own(collectionsIn(events)),
    payment_refunds: own(refundsIn(events)),
    gateway_orders: own(ordersIn(events)),
  };
}

function headOf(asked: Of<'asked'>, events: readonly PaymentEvent[], lines: readonly RecordedLine[]): Row {
  const { lines: _lines, ...head } = asked.payload;
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const cancelled = events.find(({ kind }) => kind === 'cancelled');
  const isPaid = collectionsIn(events).some(({ voidedAt }) => voidedAt === null);
  const unpaid = total === 0 ? 'nothing' : 'open';
  return {
    ...head,
    askedBy: asked.officerId,
    askedAt: asked.at,
    total,
    state: cancelled ? 'cancelled' : isPaid ? 'paid' : unpaid,
    settledAt: settledAt(events),
    cancelledAt: cancelled?.at ?? null,
    sequence: events.at(-1)?.sequence,
  };
}

/** When it was first paid, or when what is asked was first nothing. */
function settledAt(events: readonly PaymentEvent[]): Date | null {
  const settling = events.find(
    (event) =>
      event.kind === 'collected' ||
      ((event.kind === 'asked' || event.kind === 'corrected') &&
        event.payload.lines.every(({ amount }) => amount === 0)),
  );
  return settling?.at ?? null;
}

function collectionsIn(events: readonly PaymentEvent[]): readonly Row[] {
  return events.flatMap((event) => {
    if (event.kind !== 'collected') return [];
    const { collectionId, ...collection } = event.payload;
    const voided = events.find(
      (other): other is Of<'voided'> =>
        other.kind === 'voided' && other.payload.collectionId === collectionId,
    );
    return [
      {
        id: collectionId,
        ...collection,
        collectedBy: event.officerId,
        collectedAt: event.at,
        voidedBy: voided?.officerId ?? null,
        voidedAt: voided?.at ?? null,
        voidReason: voided?.payload.reason ?? null,
      },
    ];
  });
}

function refundsIn(events: readonly PaymentEvent[]): readonly Row[] {
  return events.flatMap((event) => {
    if (event.kind !== 'refund-proposed') return [];
    const { refundId, ...proposal } = event.payload;
    const later = events.filter(
      (other) => 'refundId' in other.payload && other.payload.refundId === refundId,
    );
    const approved = later.find((other): other is Of<'refund-approved'> => other.kind === 'refund-approved');
    const declined = later.find(({ kind }) => kind === 'refund-declined');
    const paid = later.find((other): other is Of<'refund-paid'> => other.kind === 'refund-paid');
    const decided = approved ?? declined;
    const open = approved ? 'approved' : 'proposed';
    return [
      {
        id: refundId,
        ...proposal,
        state: paid ? 'paid' : declined ? 'declined' : open,
        proposedBy: event.officerId,
        proposedAt: event.at,
        decidedBy: decided?.officerId ?? null,
        decidedAt: decided?.at ?? null,
        number: approved?.payload.number ?? null,
        method: paid?.payload.method ?? null,
        reference: paid?.payload.reference ?? '',
        paidBy: paid?.officerId ?? null,
        paidAt: paid?.at ?? null,
      },
    ];
  });
}

function ordersIn(events: readonly PaymentEvent[]): readonly Row[] {
  return events.flatMap((event) => {
    if (event.kind !== 'gateway-started') return [];
    const { orderId, code, amount } = event.payload;
    const finished = events.find(
      (other): other is Of<'gateway-finished'> =>
        other.kind === 'gateway-finished' && other.payload.orderId === orderId,
    );
    return [
      {
        id: orderId,
        code,
        amount,
        state: finished?.payload.outcome ?? 'waiting',
        reference: finished?.payload.reference ?? '',
        startedAt: event.at,
        finishedAt: finished?.at ?? null,
      },
    ];
  });
}

const opened = z.object({
  unitId: z.number(),
  form: z.string(),
  symbol: z.string(),
  digits: z.number(),
  firstNumber: z.number(),
  lastNumber: z.number(),
});

/** Books of receipts: symbol, range, who opened and closed them. */
export const bookRecords: Declaration = {
  stream: 'fee-book',
  name: 'Quyển biên lai',
  label: ({ symbol }) => String(symbol),
  tables: { fee_books: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => {
    const [first, closed] = events;
    const closing = {
      closedBy: closed?.officerId ?? null,
      closedAt: closed?.at ?? null,
      closingReason: closed ? String(closed.payload['reason']) : '',
    };
    const book = { ...opened.parse(first?.payload), openedBy: first?.officerId, openedAt: first?.at };
    return { fee_books: [{ id, ...book, ...closing, sequence: events.at(-1)?.sequence }] };
  },
};

const account = z.object({
  unitId: z.number(),
  bankBin: z.string(),
  bankName: z.string(),
  accountNumber: z.string(),
  accountName: z.string(),
});

/** Accounts that the public pays to: a changed number would lead its money elsewhere. */
export const accountRecords: Declaration = {
  stream: 'payment-account',
  name: 'Tài khoản thu phí, lệ phí',
  label: ({ accountNumber }) => String(accountNumber),
  tables: { payment_accounts: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => {
    const [first, closed] = events;
    const row = {
      ...account.parse(first?.payload),
      openedBy: first?.officerId,
      openedAt: first?.at,
      closedBy: closed?.officerId ?? null,
      closedAt: closed?.at ?? null,
    };
    return { payment_accounts: [{ id, ...row, sequence: events.at(-1)?.sequence }] };
  },
};

/** Reasons for charging less, as last written. */
export const exemptionRecords: Declaration = {
  stream: 'fee-exemption',
  name: 'Lý do miễn, giảm',
  label: ({ name }) => String(name),
  tables: { fee_exemptions: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => ({
    fee_exemptions: [{ id, ...events.at(-1)?.payload, sequence: events.at(-1)?.sequence }],
  }),
};

const counted = z.object({
  unitId: z.number(),
  officerId: z.number(),
  day: z.string(),
  expected: z.number(),
  counted: z.number(),
  explanation: z.string(),
});

/** Tills: what was counted last, and what the second person said of it. */
export const tillRecords: Declaration = {
  stream: 'till',
  name: 'Két thu phí, lệ phí',
  tables: { tills: { owner: 'id', key: 'id', unproven: {} } },
  replay: (id, events) => {
    const count = events.findLast(({ kind }) => kind === 'counted');
    const last = events.at(-1);
    const decision: HistoryEvent | undefined = last?.kind === 'counted' ? undefined : last;
    const row = {
      ...counted.parse(count?.payload),
      countedAt: count?.at,
      state: last?.kind,
      decidedBy: decision?.officerId ?? null,
      decidedAt: decision?.at ?? null,
      decisionNote: decision ? String(decision.payload['note']) : '',
    };
    return { tills: [{ id, ...row, sequence: last?.sequence }] };
  },
};
