import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { Actor } from '#foundation/context.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import type { Option } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { feePaths } from '../schema.ts';
import { FeeTabs } from '../tabs.tsx';
import type { PaymentAccount } from './schema.ts';

type ListView = {
  readonly accounts: readonly PaymentAccount[];
  readonly unitName: (unitId: number) => string;
  readonly actor: Actor | null;
  readonly mayChange: boolean;
};

/** Accounts that fees are transferred to; a unit without one uses that of the unit above. */
export function AccountListContent({
  view: { accounts, unitName, actor, mayChange },
}: {
  readonly view: ListView;
}) {
  return (
    <>
      <FeeTabs current="accounts" actor={actor} />
      {mayChange ? (
        <Button href={feePaths.newAccount} variant="secondary">
          Thêm tài khoản
        </Button>
      ) : null}
      <DataTable
        caption="Tài khoản thu phí, lệ phí"
        rows={accounts}
        rowKey={({ id }) => String(id)}
        empty={
          <EmptyState
            title="Chưa có tài khoản nhận chuyển khoản"
            text="Có tài khoản thì người nộp quét mã VietQR để chuyển khoản đúng số tiền, đúng nội dung."
          />
        }
        columns={[
          { key: 'unit', header: 'Đơn vị', cell: ({ unitId }) => unitName(unitId) },
          {
            key: 'number',
            header: 'Tài khoản',
            cell: ({ accountNumber, accountName }) => (
              <>
                {accountNumber}
                <Note>{accountName}</Note>
              </>
            ),
          },
          {
            key: 'bank',
            header: 'Ngân hàng',
            cell: ({ bankName, bankBin }) => (
              <>
                {bankName}
                <Note>BIN {bankBin}</Note>
              </>
            ),
          },
          { key: 'state', header: 'Tình trạng', cell: (account) => <State account={account} /> },
          ...(mayChange ? [CLOSE] : []),
        ]}
      />
    </>
  );
}

const CLOSE = {
  key: 'close',
  header: 'Đóng',
  cell: ({ id, closedAt }: PaymentAccount) =>
    closedAt === null ? <Link href={feePaths.closeAccount(id)}>Đóng</Link> : null,
};

function State({
  account: { openedAt, openedByName, closedAt, closedByName },
}: {
  readonly account: PaymentAccount;
}) {
  const isOpen = closedAt === null;
  return (
    <>
      <StateTag tone={isOpen ? 'fine' : 'neutral'} text={isOpen ? 'Đang dùng' : 'Đã đóng'} />
      <Note>
        mở {formatDate(openedAt)}
        {openedByName === null ? '' : `, ${openedByName}`}
        {closedAt === null ? '' : `; đóng ${formatDate(closedAt)}, ${closedByName ?? ''}`}
      </Note>
    </>
  );
}

type FormView = { readonly field: FieldOf; readonly problem: FormProblem; readonly formId: string };

export function NewAccountContent({
  view: { field, problem, formId, units },
}: {
  readonly view: FormView & { readonly units: readonly Option[] };
}) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={feePaths.newAccount} formId={formId} label="Thêm tài khoản" guard>
        <SelectField
          {...field('unitId')}
          label="Đơn vị"
          hint="Đơn vị bên dưới chưa có tài khoản riêng cũng dùng tài khoản này."
          options={units}
          placeholder="Chọn đơn vị"
        />
        <FieldGrid>
          <TextField {...field('bankName')} label="Ngân hàng" />
          <TextField
            {...field('bankBin')}
            label="Mã ngân hàng (BIN)"
            hint="6 chữ số, do ngân hàng cung cấp."
            inputmode="numeric"
            width="short"
          />
        </FieldGrid>
        <FieldGrid>
          <TextField {...field('accountNumber')} label="Số tài khoản" autocomplete="off" />
          <TextField {...field('accountName')} label="Tên chủ tài khoản" autocomplete="off" />
        </FieldGrid>
        <p class="govuk-body">Kiểm tra kỹ số tài khoản: người nộp sẽ chuyển tiền theo đúng số này.</p>
        <Button>Thêm tài khoản</Button>
      </Form>
    </>
  );
}

export function CloseAccountContent({
  view: { problem, formId, account },
}: {
  readonly view: Pick<FormView, 'problem' | 'formId'> & { readonly account: PaymentAccount };
}) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body">
        Tài khoản {account.accountNumber} tại {account.bankName}. Đóng rồi thì mã VietQR mới không dẫn đến tài
        khoản này nữa; mã đã in ra vẫn quét được.
      </p>
      <Form
        action={feePaths.closeAccount(account.id)}
        formId={formId}
        label="Đóng tài khoản"
        hidden={[{ name: 'sequence', value: String(account.sequence) }]}
      >
        <Button variant="warning">Đóng tài khoản</Button>
      </Form>
    </>
  );
}
