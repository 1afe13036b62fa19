import { describe, expect, test } from 'vitest';
import { documentInput, numberOf } from '#capabilities/documents/schema.ts';
import { STARTER_DOCUMENTS } from './all.ts';
import { starterKnownDocuments } from './known.ts';

/** Lines of the text that the lines of the register count in. */
const REPORT_LINES = 2004;

describe('The documents that a new installation knows', () => {
  test.each(STARTER_DOCUMENTS.map((document) => [document.title, document] as const))('%s', (_, document) => {
    expect(documentInput.parse(document)).toEqual(document);
    for (const { place } of document.sources) {
      const line = Number(/^dòng (\d+)$/.exec(place)?.[1]);
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(REPORT_LINES);
    }
  });

  test('are about sixty, each once', () => {
    const names = STARTER_DOCUMENTS.map((document) => `${numberOf(document)} ${document.issuer}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(50);
  });

  test('say what is doubtful rather than hide it: a day that cannot be is nobody’s day for the checker', () => {
    const plan = starterKnownDocuments.find(({ number, symbol }) => number === '79' && symbol === 'KH-UBND');
    expect(plan?.date).toBeNull();
    const decree = starterKnownDocuments.find(({ number, symbol }) => number === '61' && symbol === 'NĐ-CP');
    expect(decree).toMatchObject({ issuer: 'CP', date: '2018-04-23', inForceUntil: '2025-06-30' });
  });
});
