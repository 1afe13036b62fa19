import type { ComponentChildren } from 'preact';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { type FormProblem } from '#foundation/submit.ts';
import { type FormValues, valueOf, valuesOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { Checklist } from '#web/ui/checklist.tsx';
import { ErrorSummary, type FormError } from '#web/ui/error-summary.tsx';
import { Form } from '#web/ui/form.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ApplicantFields } from '../../intake/form/applicant-fields.tsx';
import { ExtraPapers, PAPER_KINDS } from '../../intake/form/paper-fields.tsx';
import { isTicked } from '../../intake/form/read.ts';
import { intakePaths } from '../../intake/schema.ts';
import { REFUSAL_REASONS, type SlipKind } from '../schema.ts';

export type SlipFormView = {
  readonly kind: SlipKind;
  readonly offer: OfferedProcedure;
  readonly basis: readonly Option[];
  readonly values: FormValues;
  readonly problem: FormProblem | null;
  readonly formId: string;
};

type Errors = Readonly<Record<string, string>>;

/** Form 02: every paper that is missing or wrong, at once. */
export function GuideContent({ view }: { view: SlipFormView }) {
  const { offer, values } = view;
  const errors = errorsOf(view);
  const { papers } = offer.version.content;
  return (
    <SlipForm view={view} action={intakePaths.guide(offer.version.slug)} submitText="Lập phiếu hướng dẫn">
      <Panel>
        <p class="govuk-body">
          Hướng dẫn một lần, đầy đủ: đánh dấu mọi giấy tờ còn thiếu hoặc chưa đúng, ghi rõ phải sửa gì.
        </p>
        <Checklist
          legend="Giấy tờ phải bổ sung, hoàn thiện"
          prefix="items"
          kinds={PAPER_KINDS}
          rows={papers.map(({ name, kind, copies, condition }, line) => ({
            key: String(line),
            title: name,
            hint: condition,
            present: isTicked(values, `items.${line}.present`),
            kind: valueOf(values, `items.${line}.kind`) || kind,
            count: valueOf(values, `items.${line}.count`) || String(copies),
            note: valueOf(values, `items.${line}.note`),
            error: line === 0 ? errors['items.0.present'] : undefined,
          }))}
        />
        <ExtraPapers values={values} errors={errors} prefix="others" />
        <TextArea
          id="reason"
          name="reason"
          label="Lý do"
          rows={2}
          value={valueOf(values, 'reason')}
          error={errors['reason']}
          required
        />
        <BasisFields view={view} errors={errors} />
      </Panel>
    </SlipForm>
  );
}

/** Form 03: why the dossier is not received, and what to do instead. */
export function RefusalContent({ view }: { view: SlipFormView }) {
  const { offer, values } = view;
  const errors = errorsOf(view);
  return (
    <SlipForm view={view} action={intakePaths.refuse(offer.version.slug)} submitText="Lập phiếu từ chối">
      <Panel>
        <CheckboxGroup
          id="reasons"
          name="reasons"
          label="Lý do từ chối"
          options={optionsOf(REFUSAL_REASONS)}
          values={valuesOf(values, 'reasons')}
          error={errors['reasons']}
          small
        />
        <TextArea
          id="otherReason"
          name="otherReason"
          label="Lý do khác, hoặc nói rõ hơn"
          rows={2}
          value={valueOf(values, 'otherReason')}
          error={errors['otherReason']}
          required={false}
        />
        <TextArea
          id="guidance"
          name="guidance"
          label="Hướng dẫn người nộp"
          hint="Nơi đến hoặc việc cần làm, ví dụ: nộp tại Ủy ban nhân dân xã nơi đăng ký thường trú."
          rows={2}
          value={valueOf(values, 'guidance')}
          error={errors['guidance']}
          required={false}
        />
        <BasisFields view={view} errors={errors} />
      </Panel>
    </SlipForm>
  );
}

type SlipFormProps = {
  readonly view: SlipFormView;
  readonly action: string;
  readonly submitText: string;
  readonly children: ComponentChildren;
};

function SlipForm({ view, action, submitText, children }: SlipFormProps) {
  const { slug, content } = view.offer.version;
  const errors = errorsOf(view);
  return (
    <>
      <ErrorSummary errors={summaryOf(view.problem, errors)} />
      <Form action={action} formId={view.formId} guard>
        <Panel>
          <ApplicantFields values={view.values} errors={errors} kinds={content.applicants} optional />
        </Panel>
        {children}
        <ButtonGroup>
          <Button hotkey="Ctrl Enter" hotkeyLabel={submitText}>
            {submitText}
          </Button>
          <Button variant="link" href={intakePaths.form(slug)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function BasisFields({ view, errors }: { readonly view: SlipFormView; readonly errors: Errors }) {
  return (
    <>
      <CheckboxGroup
        id="legalBasis"
        name="legalBasis"
        label="Căn cứ"
        options={view.basis}
        values={valuesOf(view.values, 'legalBasis')}
        small
      />
      <TextField
        id="otherBasis"
        name="otherBasis"
        label="Căn cứ khác, điều khoản cụ thể"
        value={valueOf(view.values, 'otherBasis')}
        error={errors['otherBasis']}
        width="full"
        required={false}
      />
    </>
  );
}

/** Messages by the id of their control: anything about the list of papers stands at its first line. */
function errorsOf({ problem }: SlipFormView): Errors {
  const byId: Record<string, string> = {};
  for (const [path, message] of Object.entries(problem?.fields ?? {})) {
    byId[path.startsWith('items') ? 'items.0.present' : path] ??= message;
  }
  return byId;
}

function summaryOf(problem: FormProblem | null, errors: Errors): readonly FormError[] {
  const fields = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }));
  return problem?.message ? [{ message: problem.message }, ...fields] : fields;
}
