import type { FormProblem } from '#foundation/submit.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { Difference } from '../diff.ts';
import type { Problem } from '../rules.ts';
import { procedurePaths, type ProcedureVersion } from '../schema.ts';
import { DifferencesTable } from '../view/pages.tsx';
import type { PublicationCheck } from './service.ts';

export type PublishView = {
  readonly draft: ProcedureVersion;
  /** Checked for the day in the form; null while that day cannot be read. */
  readonly check: PublicationCheck | null;
  readonly differences: readonly Difference[];
  readonly values: FormValues;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** What stands in the way, what would change, and the decision by which it is announced. */
export function PublishPage({ view }: { readonly view: PublishView }) {
  const { draft, check, differences } = view;
  return (
    <Columns
      side={
        <Panel title="Điều gì sẽ xảy ra">
          <Consequences view={view} />
        </Panel>
      }
    >
      <ProblemSummary problem={view.problem} title="Chưa công bố được" />
      {check ? <ChecksPanel draft={draft} problems={check.problems} /> : null}
      <AnnouncementForm view={view} />
      {differences.length > 0 ? (
        <Panel title="Thay đổi so với phiên bản trước" accent="gold">
          <DifferencesTable differences={differences} />
        </Panel>
      ) : null}
    </Columns>
  );
}

function Consequences({ view: { draft, check } }: { readonly view: PublishView }) {
  if (!check) return <p>Chọn ngày áp dụng để xem.</p>;
  const { replaces, validTo } = check.placement;
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>Người dân thấy nội dung này trên trang công khai từ ngày áp dụng.</li>
      <li>
        {replaces
          ? `Phiên bản ${replaces.number} hết hiệu lực từ ngày đó.`
          : 'Chưa có phiên bản nào đang có hiệu lực vào ngày đó.'}
      </li>
      {validTo ? <li>Có hiệu lực đến trước {formatDate(validTo)}, khi phiên bản sau bắt đầu.</li> : null}
      <li>Nơi tiếp nhận không tự đổi; nếu đổi cấp giải quyết, hãy đặt lại nơi tiếp nhận từ cùng ngày.</li>
      <li>Hồ sơ đã tiếp nhận vẫn theo phiên bản lúc tiếp nhận.</li>
      <li>Sau khi công bố, phiên bản {draft.number} không sửa được; muốn đổi thì lập bản dự thảo mới.</li>
    </ul>
  );
}

type ChecksProps = { readonly draft: ProcedureVersion; readonly problems: readonly Problem[] };

function ChecksPanel({ draft, problems }: ChecksProps) {
  const about = problems.filter(({ section }) => section !== 'publish');
  if (about.length === 0) {
    return (
      <Banner kind="success" title="Nội dung đủ các bộ phận theo Nghị định 63/2010/NĐ-CP">
        <p>Thời gian các bước nằm trong thời hạn, nơi thực hiện các bước đều có thật vào ngày áp dụng.</p>
      </Banner>
    );
  }
  return (
    <Banner kind="warning" title={`Còn ${about.length} điểm phải sửa`}>
      <ul class="govuk-list govuk-list--bullet">
        {about.map(({ section, message }) => (
          <li key={message}>
            {message} <Link href={procedurePaths.section(draft.slug, draft.number, section)}>Sửa</Link>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function AnnouncementForm({ view }: { readonly view: PublishView }) {
  const { draft, values, problem } = view;
  const common = fieldsOf(values, problem);
  return (
    <Form
      action={procedurePaths.publish(draft.slug, draft.number)}
      formId={view.formId}
      hidden={[{ name: 'revision', value: valueOf(values, 'revision') }]}
      label="Quyết định công bố"
    >
      <DateField {...common('from')} label="Áp dụng từ ngày" />
      <TextField
        {...common('decision')}
        label="Số quyết định công bố"
        hint="Ví dụ 1234/QĐ-UBND."
        width="medium"
      />
      <DateField {...common('decisionDate')} label="Ngày quyết định" required={false} />
      <ButtonGroup>
        <Button>Công bố phiên bản {draft.number}</Button>
        <Button name="check" value="yes" variant="secondary">
          Kiểm tra lại với ngày này
        </Button>
        <Button href={procedurePaths.version(draft.slug, draft.number)} variant="secondary">
          Về bản dự thảo
        </Button>
      </ButtonGroup>
    </Form>
  );
}

export type EndView = {
  readonly slug: string;
  readonly values: FormValues;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Ending a procedure by a decision. */
export function EndPage({ view }: { readonly view: EndView }) {
  const { slug, values, problem } = view;
  const common = fieldsOf(values, problem);
  return (
    <>
      <ProblemSummary problem={problem} />
      <p>
        Từ ngày bãi bỏ, không nơi nào tiếp nhận thủ tục này nữa và trang công khai ghi là hết hiệu lực. Hồ sơ
        đã tiếp nhận vẫn được giải quyết đến khi trả kết quả.
      </p>
      <Form action={procedurePaths.end(slug)} formId={view.formId} label="Bãi bỏ thủ tục">
        <DateField {...common('on')} label="Bãi bỏ từ ngày" />
        <TextField {...common('decision')} label="Số quyết định bãi bỏ" hint="Ví dụ 1234/QĐ-UBND." />
        <ButtonGroup>
          <Button variant="warning">Bãi bỏ thủ tục</Button>
          <Button href={procedurePaths.one(slug)} variant="secondary">
            Hủy
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
