import { describe, expect, test } from 'vitest';
import type { DossierEvent } from './deeds.ts';
import { concerns } from './stale.ts';

const by = { sequence: 9, at: new Date('2020-04-28T08:00:00+07:00'), officerId: 1 };
const moves = { calls: [], timers: [], note: '' };
const advanced: DossierEvent = {
  ...by,
  kind: 'advanced',
  payload: {
    ...moves,
    from: 2,
    left: [{ position: 2, how: 'done', usedMinutes: 5 }],
    entered: [{ position: 4, dueAt: '2020-04-28T10:00:00Z', officerId: null, handover: null }],
  },
};

describe('A form sent after somebody else did something', () => {
  test('is old when its own step was finished or begun, and not when another branch moved', () => {
    expect(concerns(advanced, 2)).toBe(true);
    expect(concerns(advanced, 4)).toBe(true);
    expect(concerns(advanced, 3)).toBe(false);
  });

  test('that names no step is old after any move', () => {
    expect(concerns(advanced, undefined)).toBe(true);
  });

  test('stays good beside notes, questions to other units and linked dossiers, whatever its step', () => {
    const note: DossierEvent = { ...by, kind: 'note-added', payload: { noteId: 1, unitId: 2 } };
    const asked: DossierEvent = {
      ...by,
      kind: 'consultation-ended',
      payload: { consultationId: 1, toUnitId: 3, how: 'answered', fileId: null },
    };
    for (const event of [note, asked]) {
      expect(concerns(event, 3)).toBe(false);
      expect(concerns(event, undefined)).toBe(false);
    }
  });

  test('is old when the clock stopped, the result was entered or the dossier was closed', () => {
    const paused: DossierEvent = { ...by, kind: 'paused', payload: { reason: 'decided', note: '' } };
    expect(concerns(paused, 3)).toBe(true);
  });

  test('is old when somebody took over its own step', () => {
    const claimed: DossierEvent = {
      ...by,
      kind: 'claimed',
      payload: { position: 3, officerId: 7, from: null },
    };
    expect(concerns(claimed, 3)).toBe(true);
    expect(concerns(claimed, 2)).toBe(false);
  });
});
