import { expect, test } from 'vitest';
import { buildIndex } from '#kernel/search/search-index.ts';
import { searchIndex } from '#kernel/search/search.ts';
import catalogue from './catalogue.json' with { type: 'json' };
import { searchCases } from './search-cases.ts';
import { synonymGroups } from './synonyms.ts';
import { unanswered } from './unanswered.ts';

const index = buildIndex(
  catalogue.map((procedure) => ({
    id: procedure.slug,
    fields: [
      { text: procedure.shortName, weight: 5 },
      ...procedure.synonyms.map((text) => ({ text, weight: 4 })),
      { text: procedure.name, weight: 3 },
      { text: procedure.code ?? '', weight: 5 },
      { text: procedure.domain, weight: 1 },
    ],
  })),
  { synonyms: synonymGroups },
);

test.each(searchCases)('whoever types "$query" finds $expected', ({ query, expected }) => {
  const first = searchIndex(index, query, { limit: 3 }).map(({ id }) => id);
  expect(
    first.some((id) => expected.includes(id)),
    `found ${first.join(', ')}`,
  ).toBe(true);
});

test.each(unanswered)('whoever types "%s" finds nothing', (query) => {
  expect(searchIndex(index, query, { limit: 3 }).map(({ id }) => id)).toEqual([]);
});

test.each(catalogue)('$shortName is found first by its short name and by its official name', (procedure) => {
  expect(searchIndex(index, procedure.shortName, { limit: 1 })[0]?.id).toBe(procedure.slug);
  expect(searchIndex(index, procedure.name, { limit: 1 })[0]?.id).toBe(procedure.slug);
});
