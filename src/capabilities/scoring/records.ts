import { z } from 'zod';
import type { Declaration } from '#foundation/history/replayed.ts';
import { measures, pointsByCode } from './schema.ts';
import { FIRST_SCORING_SET } from './sets/first.ts';

const setSaid = z.object({
  legalBasis: z.string(),
  validFrom: z.string(),
  criteria: z.unknown(),
  bands: z.unknown(),
});

/** Sets of criteria: the first as the installation began, the others as their history says. */
export const scoringSetRecords: Declaration = {
  stream: 'scoring-set',
  name: 'Bộ tiêu chí chấm điểm',
  label: ({ legalBasis }) => String(legalBasis),
  tables: { scoring_sets: { owner: 'id', key: 'id', unproven: {} } },
  beginsWithoutHistory: true,
  replay: (id, events) => {
    const last = events.at(-1);
    if (!last && id !== 1) throw new Error(`Scoring set ${id} has no history`);
    const set = last ? setSaid.parse(last.payload) : FIRST_SCORING_SET;
    return { scoring_sets: [{ id, ...set, sequence: events.length }] };
  },
};

const begun = z.object({ setId: z.number(), unitId: z.number() });
const told = z.object({ score: pointsByCode });
const frozen = z.object({ measures, returnedAt: z.string() });
const marked = z.object({ criterion: z.string(), points: z.number() });

/** Scores and what reviewers gave; why they did is free text about a dossier and stays in its row. */
export const scoreRecords: Declaration = {
  stream: 'dossier-score',
  name: 'Chấm điểm hồ sơ',
  tables: {
    dossier_scores: { owner: 'dossier_id', key: 'dossierId', unproven: {} },
    dossier_marks: {
      owner: 'dossier_id',
      key: 'criterion',
      unproven: { reason: 'lời văn tự do về hồ sơ nên không vào lịch sử' },
    },
  },
  replay: (id, events) => {
    const { setId, unitId } = begun.parse(events[0]?.payload);
    const { score: points } = told.parse(events.at(-1)?.payload);
    const freezing = events.find(({ kind }) => kind === 'frozen');
    const taken = freezing ? frozen.parse(freezing.payload) : { measures: null, returnedAt: null };
    const given = Object.values(points);
    const total = given.reduce<number>((sum, one) => sum + one, 0);
    const marks = new Map(
      events
        .filter(({ kind }) => kind === 'marked')
        .map(({ payload, officerId, at }) => {
          const mark = marked.parse(payload);
          return [mark.criterion, { dossierId: id, ...mark, givenBy: officerId, givenAt: at }] as const;
        }),
    );
    const row = { dossierId: id, setId, unitId, points, total, known: given.length, ...taken };
    return {
      dossier_scores: [{ ...row, sequence: events.length }],
      dossier_marks: [...marks.values()],
    };
  },
};
