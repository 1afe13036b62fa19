import { describe, expect, it } from 'vitest';
import { isLocalDate } from '#kernel/local-date.ts';
import { lettersOf, textOf } from '#test/pdf.ts';
import * as letters from './letters/print.ts';
import {
  apologyForm,
  extensionForm,
  guideSlipForm,
  refusalSlipForm,
  stopNoticeForm,
  supplementRequestForm,
} from './letters/schema.ts';
import {
  apologySpecimen,
  dossierRefusalSpecimen,
  extensionSpecimen,
  guideSlipSpecimen,
  refusalSlipSpecimen,
  stopNoticeSpecimen,
  supplementRequestSpecimen,
} from './letters/specimens.ts';
import { printControlSlip, printPostingSheet, printReceipt, printTrackingBook } from './print.ts';
import { controlSlipForm, postingSheetForm, receiptForm, trackingBookForm } from './schema.ts';
import { FIRST_FORM_SETS } from './sets/first.ts';
import {
  RETURN_METHOD_LABELS,
  IDENTITY_KIND_LABELS,
  PAPER_KIND_LABELS,
  TIMELINESS_LABELS,
} from '#capabilities/slips/words.ts';
import {
  bookLines,
  controlSlipSpecimen,
  postingSheetSpecimen,
  receiptSpecimen,
  trackingBookSpecimen,
} from './specimens.ts';

/** What people and programs put into text fields; each must come out as the very same characters. */
const VISIBLE = [
  `#panic("hỏng") #import "/nd61-2018/receipt.typ": * $x^2$ *đậm* _nghiêng_ \`mã\` <nhãn> @ref = đề mục \\ \\u{41} [khối] {mã}`,
  `1. Một - gạch + số / từ: ~ "kép" 'đơn' “cong” // chú /* thích */ -- --- ... <script>alert(1)</script> &amp; %s \${x}`,
];
/** What cannot be drawn or has no place to break; it must only not break the paper. */
const UNDRAWABLE = ['שלום عربى ‮đảo‬ 😀👩‍👩‍👧', 'x'.repeat(5000), '\n\n\t\u0000\r\n', '#'];

const CODES = new Set(
  [RETURN_METHOD_LABELS, IDENTITY_KIND_LABELS, PAPER_KIND_LABELS, TIMELINESS_LABELS].flatMap(Object.keys),
);

/** The form with every free text replaced; codes, dates, numbers of dossiers and addresses for codes keep theirs. */
function replaced(value: unknown, words: string): unknown {
  if (typeof value === 'string') return isFreeText(value) ? words : value;
  if (Array.isArray(value)) return value.map((part) => replaced(part, words));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, words)]));
}

function isFreeText(value: string): boolean {
  return !CODES.has(value) && !isLocalDate(value) && !/^https:|^000\./.test(value);
}

const book = { ...trackingBookSpecimen, lines: bookLines(2) };
const [OLD, NEW] = FIRST_FORM_SETS;
const slips = [
  [
    'receipt',
    (words: string) => printReceipt(OLD, receiptForm.parse(replaced(receiptSpecimen, words)), { copies: 2 }),
  ],
  [
    'guide slip',
    (words: string) => letters.printGuideSlip(OLD, guideSlipForm.parse(replaced(guideSlipSpecimen, words))),
  ],
  [
    'supplement request',
    (words: string) =>
      letters.printSupplementRequest(
        OLD,
        supplementRequestForm.parse(replaced(supplementRequestSpecimen, words)),
      ),
  ],
  [
    'refusal slip',
    (words: string) =>
      letters.printRefusalSlip(OLD, refusalSlipForm.parse(replaced(refusalSlipSpecimen, words))),
  ],
  [
    'refusal of a received dossier',
    (words: string) =>
      letters.printRefusalSlip(OLD, refusalSlipForm.parse(replaced(dossierRefusalSpecimen, words))),
  ],
  [
    'apology',
    (words: string) => letters.printApology(OLD, apologyForm.parse(replaced(apologySpecimen, words))),
  ],
  [
    'apology since 2025',
    (words: string) => letters.printApology(NEW, apologyForm.parse(replaced(apologySpecimen, words))),
  ],
  [
    'notice of an extension',
    (words: string) => letters.printExtension(OLD, extensionForm.parse(replaced(extensionSpecimen, words))),
  ],
  [
    'extension since 2025',
    (words: string) => letters.printExtension(NEW, extensionForm.parse(replaced(extensionSpecimen, words))),
  ],
  [
    'stop notice',
    (words: string) =>
      letters.printStopNotice(NEW, stopNoticeForm.parse(replaced(stopNoticeSpecimen, words))),
  ],
  [
    'control slip',
    (words: string) => printControlSlip(OLD, controlSlipForm.parse(replaced(controlSlipSpecimen, words))),
  ],
  ['tracking book', (words: string) => printTrackingBook(OLD, trackingBookForm.parse(replaced(book, words)))],
  [
    'posting sheet',
    (words: string) =>
      printPostingSheet(postingSheetForm.parse(replaced(postingSheetSpecimen, words)), new Date(0)),
  ],
] as const;

describe.each(slips)('a %s', (_, print) => {
  it.each(VISIBLE)('prints %j in every field as it was written', async (words) => {
    expect(lettersOf(textOf(await print(words)))).toContain(lettersOf(words));
  });

  it.each(UNDRAWABLE)('is printed whatever stands in its fields (%#)', async (words) => {
    expect((await print(words)).length).toBeGreaterThan(1000);
  });
});
