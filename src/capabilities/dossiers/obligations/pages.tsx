import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, newFormId, NO_PROBLEM } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { handOf } from '../frame.ts';
import { dossierPath } from '../schema.ts';
import type { DossierPanel } from '../view/panels.ts';
import { MOST_LINES, obligationPath, type WaitingPayment } from './schema.ts';
import { maySayWhatIsOwed, waitingPayments } from './service.ts';

/** Offers to say what is owed, for each verb of the process that waits for money. */
export const obligationPanel: DossierPanel = {
  place: 'main',
  render: async (ctx, { state }) => {
    const waiting = waitingPayments(state);
    if (waiting.length === 0 || !maySayWhatIsOwed(state, await handOf(ctx))) return null;
    return (
      <Panel title="Chờ nghĩa vụ tài chính" accent="gold">
        <p>Thời gian chờ nộp không tính vào thời hạn giải quyết.</p>
        <ButtonGroup>
          {waiting.map(({ token, name }) => (
            <Button key={token} href={`${obligationPath(state.number)}?token=${token}`} variant="secondary">
              Ghi khoản phải nộp: {name}
            </Button>
          ))}
        </ButtonGroup>
      </Panel>
    );
  },
};

/** Somebody was faster, or the address is old. */
export function NothingWaits({ number }: { number: string }) {
  return (
    <EmptyState
      title="Hồ sơ không chờ khoản nộp nào"
      text="Khoản phải nộp đã được ghi, hoặc quy trình chưa đến bước này."
      action={<Button href={dossierPath(number)}>Về hồ sơ</Button>}
    />
  );
}

export type ObligationView = {
  readonly number: string;
  readonly sequence: number;
  readonly waiting: WaitingPayment;
  readonly values: FormValues;
  readonly problem: FormProblem | null;
};

/** What is owed, line by line, as the notice of the tax office says. */
export function ObligationContent({ view }: { view: ObligationView }) {
  const { number, sequence, waiting, values } = view;
  const problem = view.problem ?? NO_PROBLEM;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={obligationPath(number)}
        formId={newFormId()}
        hidden={[
          { name: 'sequence', value: String(sequence) },
          { name: 'token', value: String(waiting.token) },
        ]}
        guard
      >
        {Array.from({ length: MOST_LINES }, (_, index) => (
          <Line key={index} index={index} view={view} />
        ))}
        <Checkbox
          id="nothingOwed"
          name="nothingOwed"
          label="Không phải nộp (miễn, hoặc không phát sinh)"
          checked={valueOf(values, 'nothingOwed') !== ''}
        />
        <TextArea
          id="note"
          name="note"
          label="Căn cứ"
          hint="Số, ngày thông báo của cơ quan thuế; nếu không phải nộp, ghi rõ lý do."
          value={valueOf(values, 'note')}
          error={problem.fields['note']}
          rows={2}
        />
        <ButtonGroup>
          <Button>Ghi khoản phải nộp</Button>
          <Button variant="link" href={dossierPath(number)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function Line({ index, view }: { index: number; view: ObligationView }) {
  const fields = view.problem?.fields ?? {};
  const [name, amount] = [`lines.${index}.name`, `lines.${index}.amount`];
  return (
    <FieldGrid>
      <TextField
        id={name}
        name={name}
        label={index === 0 ? 'Khoản phải nộp' : `Khoản thứ ${index + 1}`}
        {...(index === 0 ? { hint: 'Ví dụ: Thuế thu nhập cá nhân, Lệ phí trước bạ, Tiền sử dụng đất' } : {})}
        value={valueOf(view.values, name)}
        error={fields[name]}
      />
      <MoneyField
        id={amount}
        name={amount}
        label="Số tiền"
        value={valueOf(view.values, amount)}
        error={fields[amount]}
      />
    </FieldGrid>
  );
}
