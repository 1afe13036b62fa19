import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ProcessFigure } from '../parts/picture.tsx';
import { processPaths, type ProcessVersion } from '../schema.ts';
import { ProblemList } from '../view/pages.tsx';
import type { ProcessCheck } from './service.ts';

export type PublishView = {
  readonly slug: string;
  readonly draft: ProcessVersion;
  /** Checked for the day in the form; null while that day cannot be read. */
  readonly check: ProcessCheck | null;
  /** Everything was checked and is fine: what is left is the word of whoever publishes. */
  readonly isSecondLook: boolean;
  /** Dossiers that run on the version it takes over from. */
  readonly running: number;
  readonly values: FormValues;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** The day and the decision first, with everything that stands in the way; then a second look before it counts. */
export function PublishPage({ view }: { readonly view: PublishView }) {
  const { check, draft } = view;
  return (
    <Columns
      side={
        <Panel title="Điều gì sẽ xảy ra">
          <Consequences view={view} />
        </Panel>
      }
    >
      <ProblemSummary problem={view.problem} title="Chưa công bố được" />
      {check ? <CheckBanner view={view} check={check} /> : null}
      {view.isSecondLook ? <SecondLook view={view} /> : <ApprovalForm view={view} />}
      <Panel title="Sơ đồ">
        <ProcessFigure definition={draft.definition} />
      </Panel>
    </Columns>
  );
}

function CheckBanner({ view, check }: { readonly view: PublishView; readonly check: ProcessCheck }) {
  const { draft, slug } = view;
  const place = { procedure: { slug }, version: draft };
  const errors = check.problems.filter(({ severity }) => severity === 'error');
  const warnings = check.problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length === 0 ? (
        <Banner kind="success" title="Quy trình đủ điều kiện công bố" />
      ) : (
        <Banner kind="error" title={`Còn ${errors.length} điều phải sửa trước khi công bố`}>
          <ProblemList problems={errors} view={place} />
        </Banner>
      )}
      {warnings.length === 0 ? null : (
        <Banner kind="warning" title="Lưu ý, không ngăn công bố">
          <ProblemList problems={warnings} view={place} />
        </Banner>
      )}
    </>
  );
}

function Consequences({ view: { draft, check, running } }: { readonly view: PublishView }) {
  if (!check) return <p>Chọn ngày áp dụng để xem.</p>;
  const { replaces, validTo } = check.placement;
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>Hồ sơ tiếp nhận từ ngày áp dụng đi theo quy trình này.</li>
      <li>
        {replaces
          ? `Phiên bản ${replaces.number} hết hiệu lực từ ngày đó; ${formatNumber(running)} hồ sơ đang chạy vẫn theo phiên bản đó.`
          : 'Hồ sơ đang chạy vẫn theo các bước lúc tiếp nhận.'}
      </li>
      {validTo ? <li>Có hiệu lực đến trước {formatDate(validTo)}, khi phiên bản sau bắt đầu.</li> : null}
      <li>Khi thủ tục có phiên bản mới, quy trình này không tự áp dụng cho phiên bản đó.</li>
      <li>Sau khi công bố, phiên bản {draft.number} không sửa được; muốn đổi thì lập bản dự thảo mới.</li>
    </ul>
  );
}

function ApprovalForm({ view }: { readonly view: PublishView }) {
  const { slug, draft } = view;
  const field = fieldsOf(view.values, view.problem);
  return (
    <Form
      action={processPaths.publish(slug, draft.number)}
      formId={view.formId}
      hidden={[{ name: 'revision', value: String(draft.revision) }]}
    >
      <DateField {...field('from')} label="Áp dụng từ" />
      <TextField
        {...field('decision')}
        label="Số quyết định phê duyệt quy trình"
        hint="Ví dụ: 1234/QĐ-UBND."
        width="medium"
      />
      <DateField {...field('decisionDate')} label="Ngày ký quyết định" required={false} />
      <ButtonGroup>
        <Button name="check" value="yes">
          Kiểm tra
        </Button>
        <Button href={processPaths.version(slug, draft.number)} variant="secondary">
          Về bản dự thảo
        </Button>
      </ButtonGroup>
    </Form>
  );
}

const SENT = ['from', 'decision', 'decisionDate'] as const;

function SecondLook({ view }: { readonly view: PublishView }) {
  const { slug, draft, values } = view;
  const value = (name: string) => valueOf(values, name);
  return (
    <Panel title="Xem lại lần cuối" accent="gold">
      <SummaryList
        rows={[
          { key: 'Phiên bản', value: `Số ${draft.number}` },
          { key: 'Áp dụng từ', value: value('from') },
          {
            key: 'Quyết định',
            value: [value('decision'), value('decisionDate')].filter(Boolean).join(', ngày '),
          },
        ]}
      />
      <Form
        action={processPaths.publish(slug, draft.number)}
        formId={view.formId}
        hidden={[
          { name: 'revision', value: String(draft.revision) },
          ...SENT.map((name) => ({ name, value: value(name) })),
        ]}
      >
        <ButtonGroup>
          <Button>Công bố quy trình</Button>
          <Button href={processPaths.publish(slug, draft.number)} variant="secondary">
            Sửa lại
          </Button>
        </ButtonGroup>
      </Form>
    </Panel>
  );
}
