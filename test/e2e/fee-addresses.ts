import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

const CASHIER = 'mot-cua.an-hoa';
const HEAD = 'chu-tich.an-hoa';

/** Fees: lists, one of everything, and what is printed. */
export function feeAddresses({ week, fees }: World): Readonly<Record<string, Entry>> {
  const ID = ':id{[0-9]{1,15}}';
  const { openId, receiptId, refundId, tillId, bookId, accountId, exemptionId } = fees;
  return {
    '/fees': page(CASHIER, '/fees', '/fees?state=all', '/fees?q=hgfd'),
    '/fees/receipts': page(CASHIER, '/fees/receipts', '/fees/receipts?voided=yes'),
    '/fees/till': page(CASHIER, '/fees/till', '/fees/till?day=27/4/2020'),
    '/fees/tills': page(HEAD, '/fees/tills'),
    '/fees/refunds': page(CASHIER, '/fees/refunds'),
    '/fees/totals': page(HEAD, '/fees/totals', '/fees/totals?by=procedure', '/fees/totals?by=day'),
    '/fees/books': page(HEAD, '/fees/books'),
    '/fees/books/new': page(HEAD, '/fees/books/new'),
    '/fees/accounts': page(HEAD, '/fees/accounts'),
    '/fees/accounts/new': page(HEAD, '/fees/accounts/new'),
    '/fees/exemptions': page(CASHIER, '/fees/exemptions'),
    '/fees/exemptions/new': page('noi-vu', '/fees/exemptions/new'),
    '/dossiers/:number/payments/new': page(CASHIER, `/dossiers/${week.fresh}/payments/new`),
    [`/fees/payments/${ID}`]: page(CASHIER, `/fees/payments/${openId}`),
    [`/fees/payments/${ID}/correction`]: page(CASHIER, `/fees/payments/${openId}/correction`),
    [`/fees/receipts/${ID}/receipt.pdf`]: file(CASHIER, `/fees/receipts/${receiptId}/receipt.pdf`),
    [`/fees/receipts/${ID}/void`]: page(CASHIER, `/fees/receipts/${receiptId}/void`),
    [`/fees/receipts/${ID}/refund`]: page(CASHIER, `/fees/receipts/${receiptId}/refund`),
    [`/fees/refunds/${ID}`]: page(CASHIER, `/fees/refunds/${refundId}`),
    [`/fees/refunds/${ID}/slip.pdf`]: file(CASHIER, `/fees/refunds/${refundId}/slip.pdf`),
    [`/fees/tills/${ID}`]: page(HEAD, `/fees/tills/${tillId}`),
    [`/fees/books/${ID}/closing`]: page(HEAD, `/fees/books/${bookId}/closing`),
    [`/fees/accounts/${ID}/closing`]: page(HEAD, `/fees/accounts/${accountId}/closing`),
    [`/fees/exemptions/${ID}/edit`]: page('noi-vu', `/fees/exemptions/${exemptionId}/edit`),
  };
}
