import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  oneof,
  property,
  string,
  uint8Array,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '#capabilities/procedures/exchange/json.ts';
import { readSheets } from '#capabilities/procedures/exchange/read-sheets.ts';
import { sheetsOf } from '#capabilities/procedures/exchange/sheets.ts';
import { ownPath } from '#foundation/access/sign-in/schema.ts';
import { isLocalDate } from '#kernel/local-date.ts';
import { parseAddCheckpoint } from '#kernel/merkle/add-checkpoint.ts';
import { parseCheckpoint } from '#kernel/merkle/checkpoint.ts';
import { parseNote } from '#kernel/merkle/note.ts';
import { receiptTextIn } from '#kernel/merkle/receipt-trust.ts';
import { signReceipt, verifyReceipt } from '#kernel/merkle/receipt.ts';
import { parseTilePath } from '#kernel/merkle/tile.ts';
import { Refusal } from '#kernel/refusal.ts';
import { buildIndex } from '#kernel/search/search-index.ts';
import { searchIndex } from '#kernel/search/search.ts';
import { fold, repairText } from '#kernel/vietnamese/fold.ts';
import { parseDate, parseNumber } from '#kernel/vietnamese/format.ts';
import { keyFromSeed, signingKey, verifyBytes } from '#platform/signing/ed25519.ts';
import { csvOf, workbookOf } from '#web/http/export.ts';
import { contentDisposition } from '#web/http/file-answer.ts';
import { FUZZ_RUNS, mutated } from '#test/mutations.ts';
import { anyText } from './fuzz.ts';

/** Readers of texts take microseconds, so they are tried more often than forms. */
const OFTEN = { numRuns: FUZZ_RUNS * 10 };

const RECEIPT = {
  originId: 'ABCDEFGH',
  number: '000.17.22.H08-200428-0003',
  unit: '000.17.22.H08',
  procedure: '1.001193.000.00.00.H08',
  procedureVersion: 2,
  receivedAt: new Date('2020-04-28T01:30:00.123Z'),
  dueAt: new Date('2020-05-05T10:00:00.000Z'),
};
const key = signingKey(keyFromSeed(new Uint8Array(32).fill(7)));
const trust = { keysOf: () => [key.publicKey], verify: verifyBytes };

/** The cells of one line as a spreadsheet takes them. */
function cellsOf(csv: string): readonly string[] {
  const found = csv.replace(/^\ufeff/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
  return [...found].map(([, quoted, plain]) => (quoted ?? plain ?? '').replaceAll('""', '"'));
}

/** A true text with letters changed, lost, doubled or added. */
function spoilt(...texts: readonly string[]): Arbitrary<string> {
  return mutated(...texts.map((text) => Buffer.from(text))).map((bytes) => bytes.toString('utf8'));
}

describe('The code of a receipt', () => {
  test('that was scanned wrong, or made up, is never believed and never a failure', async () => {
    const signed = await signReceipt(RECEIPT, key.sign);
    const address = `https://motcua.example.vn/tra-cuu/1?ma=A#bn=${encodeURIComponent(signed)}`;
    const scanned = oneof(
      spoilt(signed),
      spoilt(address),
      anyText,
      string({ unit: 'binary', maxLength: 400 }),
    );
    await assert(
      asyncProperty(scanned, async (text) => {
        const outcome = await verifyReceipt(receiptTextIn(text), trust);
        expect(outcome.ok && receiptTextIn(text) !== signed).toBe(false);
      }),
      OFTEN,
    );
  });
});

describe('What other programs send to the log', () => {
  const note = `motcua.example.vn/nhat-ky\n42\n${Buffer.alloc(32, 1).toString('base64')}\n\n— motcua.example.vn/nhat-ky AAAAAA==\n`;

  test.each([
    ['a signed note', parseNote],
    ['a checkpoint', parseCheckpoint],
    ['a checkpoint to vouch for', parseAddCheckpoint],
  ] as const)('(%s) is read or is nothing', (_name, parse) => {
    const sent = oneof(spoilt(note, `old 3\nAAAA\n\n${note}`, note.split('\n\n')[0] ?? ''), anyText);
    assert(
      property(sent, (text) => {
        expect(() => parse(text)).not.toThrow();
      }),
      OFTEN,
    );
  });

  test('the path of a tile names one that there can be, or none', () => {
    const paths = oneof(spoilt('0/x001/x234/067.p/12', 'entries/x001/000', '63/255'), anyText);
    assert(
      property(paths, (path) => {
        const tile = parseTilePath(path);
        expect(tile === null || (Number.isSafeInteger(tile.index) && tile.index >= 0)).toBe(true);
      }),
      OFTEN,
    );
  });
});

describe('What people type', () => {
  const index = buildIndex(
    ['Đăng ký khai sinh', 'Chứng thực bản sao từ bản chính', 'Cấp giấy phép xây dựng nhà ở riêng lẻ'].map(
      (text, id) => ({ id, fields: [{ text, weight: 3 }] }),
    ),
    { synonyms: [['khai sinh', 'giấy khai sinh']] },
  );

  test('is searched for, dated, counted and folded without end or failure', () => {
    const typed = oneof(
      anyText,
      array(anyText, { maxLength: 4 }).map((words) => words.join(' ')),
    );
    assert(
      property(typed, (text) => {
        expect(searchIndex(index, text.slice(0, 200), { limit: 5 }).length).toBeLessThanOrEqual(5);
        expect(fold(fold(text))).toBe(fold(text));
        expect(repairText(text).isWellFormed() || !text.isWellFormed()).toBe(true);
        const date = parseDate(text);
        expect(date === null || isLocalDate(date)).toBe(true);
        const number = parseNumber(text);
        expect(number === null || Number.isFinite(number)).toBe(true);
      }),
      { numRuns: FUZZ_RUNS * 5 },
    );
  });

  test('leads from signing in to a path of this site and nowhere else', () => {
    const next = oneof(
      anyText,
      spoilt('/inbox?tab=unit', '//evil.example', '/\\evil.example', 'https://evil.example'),
    );
    assert(
      property(next, (text) => {
        const there = new URL(ownPath(text), 'https://motcua.example.vn/sign-in');
        expect(there.origin).toBe('https://motcua.example.vn');
      }),
      OFTEN,
    );
  });

  test('as the name of a file stays one header', () => {
    assert(
      property(oneof(anyText, string({ unit: 'binary' })), (name) => {
        const header = contentDisposition('inline', name);
        expect(header).toMatch(/^inline; filename="[\w.() -]*"; filename\*=UTF-8''[\w.%~!-]*$/);
        expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
      }),
      OFTEN,
    );
  });

  test('is no formula in a spreadsheet', () => {
    assert(
      property(array(anyText, { minLength: 1, maxLength: 4 }), (cells) => {
        for (const cell of cellsOf(csvOf([cells]))) expect(cell).not.toMatch(/^[=+@\t\r-]/);
      }),
      OFTEN,
    );
  });
});

describe('A catalogue from another installation', () => {
  /** Read, or refused with a sentence. */
  const decided = async (read: () => Promise<unknown>): Promise<unknown> =>
    read().then(
      () => 'decided',
      (error: unknown) => (error instanceof Refusal ? 'decided' : error),
    );

  test('as JSON is read or refused, whatever is in it', async () => {
    const file =
      '{"format":"motcua-procedures/1","procedures":[{"slug":"a","content":{"name":"b","steps":[{}],"__proto__":{}}}]}';
    await assert(
      asyncProperty(oneof(spoilt(file), anyText), async (text) => {
        expect(await decided(async () => readJson(text))).toBe('decided');
      }),
      OFTEN,
    );
  });

  test('as a workbook is read or refused, whatever its bytes', async () => {
    const workbook = Buffer.from(await workbookOf(sheetsOf([])));
    await assert(
      asyncProperty(
        oneof(
          mutated(workbook),
          uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
        ),
        async (bytes) => {
          expect(await decided(async () => readSheets(bytes))).toBe('decided');
        },
      ),
      { numRuns: FUZZ_RUNS },
    );
  });
});
