import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, newFormId, NO_PROBLEM } from '#foundation/submit.ts';
import type { FormField } from '#capabilities/procedures/schema.ts';
import { dossierPath } from '../schema.ts';
import type { DossierPanel } from '../view/panels.ts';
import { AnswerFields } from './fields.tsx';
import { answerWords } from './rules.ts';
import { answersPath } from './schema.ts';
import { answersOf, fieldsAskedOf } from './service.ts';

/** What the process went by, with the way to put it right. */
export const answersPanel: DossierPanel = {
  place: 'main',
  render: async (ctx, { id, state, detail, work }) => {
    const fields = await fieldsAskedOf(ctx, state, detail.procedureVersionId);
    if (fields.length === 0) return null;
    const answers = await answersOf(ctx, id);
    const mine = work.find(({ acts }) => acts.addFile);
    const href = `${answersPath(state.number)}?position=${mine?.step.position ?? ''}`;
    return (
      <Panel title="Thông tin quyết định hướng đi" aside={mine ? <Link href={href}>Sửa</Link> : undefined}>
        <SummaryList
          rows={fields.map((field) => {
            const answer = answers[field.name];
            return {
              key: field.label,
              value: answer === undefined ? 'Chưa ghi' : answerWords(field, answer),
            };
          })}
        />
      </Panel>
    );
  },
};

export type AnswersView = {
  readonly number: string;
  readonly sequence: number;
  readonly position: string;
  readonly fields: readonly FormField[];
  readonly typed: (name: string) => string;
  readonly problem: FormProblem | null;
};

export function AnswersContent({ view }: { view: AnswersView }) {
  const { number, sequence, position, fields, typed } = view;
  const problem = view.problem ?? NO_PROBLEM;
  if (fields.length === 0) {
    return (
      <EmptyState
        title="Quy trình không hỏi thông tin nào"
        text="Hướng đi của hồ sơ này không phụ thuộc vào tờ khai."
        action={<Button href={dossierPath(number)}>Về hồ sơ</Button>}
      />
    );
  }
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={answersPath(number)}
        formId={newFormId()}
        hidden={[
          { name: 'sequence', value: String(sequence) },
          { name: 'position', value: position },
        ]}
        guard
      >
        <AnswerFields fields={fields} typed={typed} errors={problem.fields} />
        <ButtonGroup>
          <Button>Lưu thông tin</Button>
          <Button variant="link" href={dossierPath(number)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
