import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/section.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { logPaths } from '../schema.ts';
import { letterPaths, type Recipient } from './schema.ts';
import type { Vouching } from './service.ts';

type VouchingPageProps = Vouching &
  Readonly<{ formId: string; field: FieldOf; problem: FormProblem; removeFormId: (id: number) => string }>;

/** Who keeps the states of the log outside, by letter or by machine. */
export function VouchingPage({
  recipients,
  witnesses,
  formId,
  field,
  problem,
  removeFormId,
}: VouchingPageProps) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Section title="Nhận trạng thái nhật ký qua thư">
        <p class="govuk-body">
          Mỗi sáng lúc 7 giờ, các địa chỉ dưới đây nhận trạng thái <Link href={logPaths.page}>nhật ký</Link>{' '}
          có chữ ký. Người giữ thư chứng minh được lịch sử còn nguyên, kể cả khi máy chủ và người quản trị
          không còn đáng tin. Nên chọn người ngoài cơ quan: thanh tra cấp trên, Hội đồng nhân dân, Mặt trận Tổ
          quốc.
        </p>
        <DataTable
          caption="Người nhận trạng thái nhật ký"
          rows={recipients}
          rowKey={({ id }) => String(id)}
          empty={
            <EmptyState
              title="Chưa ai nhận"
              text="Chưa có ai bên ngoài giữ bằng chứng. Hãy thêm ít nhất một địa chỉ."
            />
          }
          columns={recipientColumns(removeFormId)}
        />
      </Section>
      <Section title="Thêm người nhận">
        <Form action={letterPaths.page} formId={formId}>
          <TextField
            {...field('address')}
            type="email"
            label="Thêm địa chỉ thư điện tử"
            hint="Báo trước cho người nhận; địa chỉ bị bỏ khỏi danh sách sẽ nhận một thư cuối cùng báo điều đó."
            maxlength={200}
            required
          />
          <Button>Thêm địa chỉ</Button>
        </Form>
      </Section>
      <Witnesses witnesses={witnesses} />
    </>
  );
}

function Witnesses({ witnesses }: Pick<Vouching, 'witnesses'>) {
  return (
    <Section title="Nhân chứng là hệ thống khác">
      <DataTable
        caption="Nhân chứng của nhật ký"
        rows={witnesses}
        rowKey={({ key }) => key.keyId}
        empty={
          <EmptyState
            title="Chưa nhờ hệ thống nào"
            text="Một hệ thống Một Cửa của nơi khác có thể ký xác nhận từng trạng thái của nhật ký này."
          />
        }
        columns={[
          { key: 'name', header: 'Nhân chứng', cell: ({ key }) => key.name },
          {
            key: 'size',
            header: 'Đã xác nhận',
            numeric: true,
            cell: ({ last }) => (last === null ? 'Chưa' : `${formatNumber(last.size)} mục`),
          },
          {
            key: 'at',
            header: 'Lần cuối',
            cell: ({ answeredAt, problem: why }) =>
              why || (answeredAt === null ? 'Đang chờ' : formatDateTime(answeredAt)),
          },
        ]}
      />
      <Note>
        Nhân chứng chỉ được khai báo trên máy chủ, bằng lệnh <code>npx motcua log witness</code>, để không ai
        khiến hệ thống gửi yêu cầu đến địa chỉ lạ từ một trang web.
      </Note>
    </Section>
  );
}

function recipientColumns(removeFormId: (id: number) => string) {
  return [
    { key: 'address', header: 'Địa chỉ', cell: ({ address }: Recipient) => address },
    { key: 'added', header: 'Thêm ngày', cell: ({ addedAt }: Recipient) => formatDateTime(addedAt) },
    {
      key: 'sent',
      header: 'Thư gần nhất',
      cell: ({ sentAt, sentSize }: Recipient) =>
        sentAt === null || sentSize === null
          ? 'Chưa gửi'
          : `${formatDateTime(sentAt)}, ${formatNumber(sentSize)} mục`,
    },
    {
      key: 'remove',
      header: 'Thao tác',
      cell: ({ id, address }: Recipient) => (
        <Form
          action={letterPaths.remove}
          formId={removeFormId(id)}
          hidden={[{ name: 'id', value: String(id) }]}
        >
          <Button variant="secondary">
            Thôi gửi<span class="govuk-visually-hidden"> cho {address}</span>
          </Button>
        </Form>
      ),
    },
  ];
}
