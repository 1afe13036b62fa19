import type { FieldMessages } from '#kernel/refusal.ts';
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import type { PaperInput } from '../schema.ts';

/** A note shorter than this explains nothing. */
const SHORTEST_REASON = 5;

/**
 * Every paper of the procedure in its order, as the form has it or else as not taken, and after them the extra ones.
 * Names come from the procedure, and a paper that the form left out is missing all the same.
 */
export function checklistOf(content: ProcedureContent, papers: readonly PaperInput[]): readonly PaperInput[] {
  const listed = content.papers.map(({ name, kind, copies }, position) => {
    const given = papers.find((paper) => paper.position === position);
    return { position, kind, copies, taken: false, note: '', vaultItemId: null, ...given, name };
  });
  return [...listed, ...papers.filter((paper) => paper.position === null)];
}

/**
 * Decree 61/2018/NĐ-CP, Art. 17: only a complete dossier is received. A required paper may be missing when the officer
 * notes why it is not needed here (data found in a database, another paper stands in for it).
 */
export function paperProblems(content: ProcedureContent, checklist: readonly PaperInput[]): FieldMessages {
  const problems: Record<string, string> = {};
  checklist.forEach((paper, index) => {
    const isRequired = paper.position !== null && content.papers[paper.position]?.required === true;
    if (isRequired && !paper.taken && paper.note.length < SHORTEST_REASON) {
      problems[`papers.${index}.note`] =
        `Chưa nhận “${paper.name}” là giấy tờ bắt buộc. Ghi chú lý do không cần nộp, hoặc lập phiếu hướng dẫn bổ sung.`;
    }
    if (paper.taken && paper.name.length < 2) problems[`papers.${index}.name`] = 'Hãy ghi tên giấy tờ.';
  });
  if (Object.keys(problems).length === 0 && !checklist.some((paper) => paper.taken)) {
    problems['papers.0.taken'] = 'Hãy đánh dấu các giấy tờ đã nhận.';
  }
  return problems;
}
