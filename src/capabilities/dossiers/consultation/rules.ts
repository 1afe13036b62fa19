/** Opinions asked of other units: who may ask, answer, withdraw and waive. Pure. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { type Hand, requireOwnStep, type Situation } from '../rules.ts';
import type { DossierState, DossierStep } from '../schema.ts';
import { isEnded } from '../state.ts';
import type { AskInput, Consultation } from './schema.ts';

/** A handler asks for the step in hand; never the own unit, and by a day that is still to come. */
export function decideAsk(
  state: DossierState,
  input: Pick<AskInput, 'toUnitId' | 'dueOn' | 'position'>,
  situation: Situation,
): DossierStep {
  const step = requireOwnStep(state, situation, input.position);
  if (step.unitId === input.toUnitId) {
    const sentence = 'Đây là đơn vị đang xử lý bước này. Hãy chọn đơn vị khác.';
    refuse('invalid', sentence, { toUnitId: sentence });
  }
  if (input.dueOn < localDateOf(situation.now)) {
    const sentence = 'Hạn trả lời phải từ hôm nay trở đi.';
    refuse('invalid', sentence, { dueOn: sentence });
  }
  return step;
}

export function requireAnswerer(state: DossierState, asked: Consultation, { units }: Hand): void {
  if (!units.includes(asked.toUnitId)) refuse('forbidden', 'Chỉ đơn vị được hỏi trả lời câu hỏi này.');
  requireOpen(state, asked);
}

export function requireAsker(state: DossierState, asked: Consultation, { units }: Hand): void {
  if (!units.includes(asked.fromUnitId)) refuse('forbidden', 'Chỉ đơn vị đã hỏi được rút câu hỏi này.');
  requireOpen(state, asked);
}

function requireOpen(state: DossierState, asked: Consultation): void {
  if (asked.state !== 'open') refuse('conflict', 'Việc lấy ý kiến này đã xong. Hãy tải lại trang để xem.');
  if (isEnded(state)) refuse('conflict', 'Hồ sơ đã kết thúc nên không còn lấy ý kiến.');
}

type Waiting = { readonly toUnitId: number; readonly isRequired: boolean; readonly stepPosition: number };

/** A step does not pass the dossier on while an opinion that it must have is missing. */
export function requireOpinions(
  open: readonly Waiting[],
  from: number | null,
  unitName: (unitId: number) => string,
): void {
  const missing = open.filter(({ isRequired, stepPosition }) => isRequired && stepPosition === from);
  if (missing.length === 0) return;
  const units = missing.map(({ toUnitId }) => unitName(toUnitId)).join(', ');
  refuse(
    'conflict',
    `Chưa có ý kiến bắt buộc của ${units}. Hãy chờ trả lời, rút câu hỏi, hoặc đề nghị lãnh đạo đơn vị cho qua.`,
  );
}
