import type { ProcedureContent } from '../schema.ts';

type FirstParts = Pick<ProcedureContent, 'name' | 'shortName' | 'domain' | 'level'>;

/** The content of a procedure that was only just named: received at the one-stop and returned there, the rest to be written. */
export function emptyContent(parts: FirstParts): ProcedureContent {
  const reception = { scope: 'reception', function: null, role: 'one-stop' } as const;
  return {
    ...parts,
    lifeEvents: [],
    synonyms: [],
    applicants: ['citizen'],
    onlineLevel: 'none',
    postal: false,
    timeLimit: { unit: 'working-day', value: 1, note: '' },
    extensions: [],
    fees: [],
    papers: [],
    steps: [
      { name: 'Tiếp nhận, kiểm tra và chuyển hồ sơ', place: reception, workingHours: 1 },
      { name: 'Trả kết quả', place: reception, workingHours: 1 },
    ],
    results: [],
    conditions: '',
    legalBasis: [],
    forms: [],
    eform: [],
    certainty: { code: 'low', timeLimit: 'low', fees: 'low', papers: 'low', sources: [], note: '' },
  };
}
