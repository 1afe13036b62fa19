import type { FormValues } from '#web/http/form-values.ts';
import { valueOf } from '#web/http/form-values.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, NO_PROBLEM } from '#foundation/submit.ts';
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Form } from '#web/ui/form.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ACKNOWLEDGEMENT_LABELS, dossierPath, OUTCOME_LABELS } from '../schema.ts';
import type { DossierView } from '../view/service.ts';

/** A form about one dossier: what was typed and what is wrong. */
export type ActView = {
  readonly dossier: DossierView;
  readonly values: FormValues;
  readonly problem: FormProblem | null;
  readonly formId: string;
  readonly today: string;
  /** The step meant; empty when there is but one. */
  readonly position: string;
};

type ActFormProps = {
  readonly view: ActView;
  readonly part: string;
  readonly submitText: string;
  readonly children: preact.ComponentChildren;
};

function ActForm({ view, part, submitText, children }: ActFormProps) {
  const { state } = view.dossier;
  return (
    <>
      <ProblemSummary problem={view.problem ?? NO_PROBLEM} />
      <Form
        action={dossierPath(state.number, part)}
        formId={view.formId}
        hidden={[
          { name: 'sequence', value: String(state.sequence) },
          { name: 'position', value: view.position },
        ]}
        guard
      >
        {children}
        <ButtonGroup>
          <Button>{submitText}</Button>
          <Button variant="link" href={dossierPath(state.number)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

const errorAt = (view: ActView, field: string): string | undefined => view.problem?.fields[field];

/** Returning the dossier to the step before. */
export function SendBackContent({ view }: { view: ActView }) {
  return (
    <ActForm view={view} part="send-back" submitText="Trả lại bước trước">
      <TextArea
        id="reason"
        name="reason"
        label="Lý do trả lại"
        hint="Ghi rõ phải sửa hoặc bổ sung gì. Người ở bước trước nhận được nguyên văn."
        error={errorAt(view, 'reason')}
        value={valueOf(view.values, 'reason')}
        required
      />
    </ActForm>
  );
}

/** A leader naming who handles the step. */
export function AssignContent({ view, officers }: { view: ActView; officers: readonly Option[] }) {
  return (
    <ActForm view={view} part="assign" submitText="Phân công">
      <SelectField
        id="officerId"
        name="officerId"
        label="Người thụ lý"
        hint="Những người đang giữ vị trí phù hợp với bước này ở đơn vị."
        placeholder="Chọn người thụ lý"
        options={officers}
        value={valueOf(view.values, 'officerId')}
        error={errorAt(view, 'officerId')}
        required
      />
    </ActForm>
  );
}

/** Entering the result of the dossier. */
export function ResultContent({ view }: { view: ActView }) {
  const { result } = view.dossier.state;
  const typed = (name: string, before: string): string =>
    name in view.values ? valueOf(view.values, name) : before;
  const titles = view.dossier.version.content.results.map((one) => one.name);
  return (
    <ActForm view={view} part="result" submitText="Lưu kết quả">
      <RadioGroup
        id="outcome"
        name="outcome"
        label="Kết quả giải quyết"
        options={optionsOf(OUTCOME_LABELS)}
        value={typed('outcome', result?.outcome ?? 'granted')}
        error={errorAt(view, 'outcome')}
        required
      />
      <TextField
        id="title"
        name="title"
        label="Tên kết quả"
        hint={titles.length > 1 ? `Ví dụ: ${titles.join('; ')}` : undefined}
        value={typed('title', result?.title ?? titles[0] ?? '')}
        error={errorAt(view, 'title')}
        width="full"
        required
      />
      <TextField
        id="documentNumber"
        name="documentNumber"
        label="Số, ký hiệu văn bản"
        value={typed('documentNumber', result?.documentNumber ?? '')}
        error={errorAt(view, 'documentNumber')}
        required={false}
      />
      <DateField
        id="issuedOn"
        name="issuedOn"
        label="Ngày ký"
        value={typed('issuedOn', formatDate(result?.issuedOn ?? view.today))}
        error={errorAt(view, 'issuedOn')}
        required
      />
      <TextArea
        id="reason"
        name="reason"
        label="Lý do, căn cứ khi từ chối giải quyết"
        value={typed('reason', result?.reason ?? '')}
        error={errorAt(view, 'reason')}
        rows={3}
        required={false}
      />
    </ActForm>
  );
}

/** Giving the result to the person at the counter. */
export function ReturnContent({ view }: { view: ActView }) {
  const { dossier } = view;
  const delegate = dossier.parties.find((party) => party.role === 'delegate');
  const applicant = dossier.parties.find((party) => party.role === 'applicant');
  const typed = (name: string, before: string): string =>
    name in view.values ? valueOf(view.values, name) : before;
  // The result of a linked dossier goes to whoever handles the one that it was opened out of.
  const isLinked = dossier.state.parentId !== null;
  const relation = delegate ? 'Người được ủy quyền' : 'Chính người nộp';
  return (
    <ActForm view={view} part="return" submitText="Đã trả kết quả">
      <p class="govuk-body">
        {dossier.state.result?.title}. Có kết quả lúc{' '}
        {dossier.state.finishedAt ? formatDateTime(dossier.state.finishedAt) : ''}.
      </p>
      <TextField
        id="recipient"
        name="recipient"
        label="Người nhận"
        value={typed('recipient', isLinked ? '' : (delegate?.fullName ?? applicant?.fullName ?? ''))}
        error={errorAt(view, 'recipient')}
        required
      />
      <TextField
        id="relation"
        name="relation"
        label="Người nhận là"
        value={typed('relation', isLinked ? 'Đơn vị giải quyết hồ sơ gốc' : relation)}
        error={errorAt(view, 'relation')}
        required
      />
      <TextField
        id="idNumber"
        name="idNumber"
        label="Số giấy tờ của người nhận"
        value={typed('idNumber', '')}
        error={errorAt(view, 'idNumber')}
        required={false}
        sensitive
      />
      <Acknowledgement view={view} />
    </ActForm>
  );
}

/** How whoever receives the result says that they have it. */
function Acknowledgement({ view }: { view: ActView }) {
  const typed = (name: string, before: string): string =>
    name in view.values ? valueOf(view.values, name) : before;
  return (
    <>
      <RadioGroup
        id="acknowledgement"
        name="acknowledgement"
        label="Xác nhận đã nhận"
        options={optionsOf(ACKNOWLEDGEMENT_LABELS)}
        value={typed('acknowledgement', view.dossier.state.parentId !== null ? 'electronic' : 'signed')}
        error={errorAt(view, 'acknowledgement')}
        inline
        required
      />
      <TextArea
        id="note"
        name="note"
        label="Ghi chú"
        rows={2}
        value={typed('note', '')}
        error={errorAt(view, 'note')}
        required={false}
      />
    </>
  );
}

/** Asking to see personal data in full, with the reason that is recorded. */
export function RevealContent({ view }: { view: ActView }) {
  return (
    <ActForm view={view} part="reveal" submitText="Hiện thông tin">
      <p class="govuk-body">
        Việc xem đầy đủ thông tin cá nhân được ghi lại cùng tên bạn. Người nộp hồ sơ thấy đơn vị, chức danh và
        lý do này khi tra cứu.
      </p>
      <TextField
        id="reason"
        name="reason"
        label="Lý do xem"
        value={valueOf(view.values, 'reason')}
        error={errorAt(view, 'reason')}
        width="full"
        required
      />
    </ActForm>
  );
}
