import { formatDate, formatMoney, formatNumber } from '#kernel/vietnamese/format.ts';
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
import { receiptNumber } from '../words.ts';
import type { FeeBook } from './schema.ts';

type ListView = {
  readonly books: readonly FeeBook[];
  readonly unitName: (unitId: number) => string;
  readonly actor: Actor | null;
  readonly mayChange: boolean;
};

/** Books of receipts: what is used, what is left, what was voided. */
export function BookListContent({
  view: { books, unitName, actor, mayChange },
}: {
  readonly view: ListView;
}) {
  return (
    <>
      <FeeTabs current="books" actor={actor} />
      {mayChange ? (
        <Button href={feePaths.newBook} variant="secondary" icon="plus">
          Mở quyển biên lai
        </Button>
      ) : null}
      <DataTable
        caption="Quyển biên lai"
        rows={books}
        rowKey={({ id }) => String(id)}
        empty={
          <EmptyState
            title="Chưa có quyển biên lai nào"
            text="Mở quyển theo ký hiệu và số in sẵn để quầy thu được tiền."
          />
        }
        columns={[
          {
            key: 'symbol',
            header: 'Ký hiệu',
            cell: ({ symbol, form }) => (
              <>
                {symbol}
                {form === '' ? null : <Note>Mẫu số {form}</Note>}
              </>
            ),
          },
          { key: 'unit', header: 'Đơn vị', cell: ({ unitId }) => unitName(unitId) },
          { key: 'range', header: 'Số', cell: (book) => <Range book={book} /> },
          { key: 'used', header: 'Đã dùng', numeric: true, cell: (book) => <Used book={book} /> },
          {
            key: 'amount',
            header: 'Đã thu',
            numeric: true,
            nowrap: true,
            cell: ({ amount }) => formatMoney(amount),
          },
          { key: 'state', header: 'Tình trạng', cell: (book) => <State book={book} /> },
          ...(mayChange
            ? [
                {
                  key: 'close',
                  header: 'Đóng',
                  cell: ({ id, closedAt }: FeeBook) =>
                    closedAt === null ? <Link href={feePaths.closeBook(id)}>Đóng quyển</Link> : null,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Range({ book: { firstNumber, lastNumber, digits } }: { readonly book: FeeBook }) {
  const text = (number: number): string => receiptNumber({ number, digits });
  return (
    <>
      {text(firstNumber)} – {text(lastNumber)}
    </>
  );
}

function Used({ book: { used, voided, firstNumber, lastNumber } }: { readonly book: FeeBook }) {
  return (
    <>
      {formatNumber(used)}/{formatNumber(lastNumber - firstNumber + 1)}
      {voided > 0 ? <Note>{formatNumber(voided)} đã hủy</Note> : null}
    </>
  );
}

function State({ book }: { readonly book: FeeBook }) {
  const { closedAt, closedByName, closingReason, openedAt, used, firstNumber, lastNumber } = book;
  if (closedAt !== null) {
    return (
      <>
        <StateTag text="Đã đóng" />
        <Note>
          {formatDate(closedAt)}
          {closedByName === null ? '' : `, ${closedByName}`}: {closingReason}
        </Note>
      </>
    );
  }
  const isFull = used === lastNumber - firstNumber + 1;
  return (
    <>
      <StateTag tone={isFull ? 'soon' : 'fine'} text={isFull ? 'Hết số' : 'Đang dùng'} />
      <Note>mở {formatDate(openedAt)}</Note>
    </>
  );
}

type FormView = { readonly field: FieldOf; readonly problem: FormProblem; readonly formId: string };

/** A new book as it is printed. */
export function NewBookContent({
  view: { field, problem, formId, units },
}: {
  readonly view: FormView & { readonly units: readonly Option[] };
}) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={feePaths.newBook} formId={formId} label="Mở quyển biên lai" guard>
        <SelectField {...field('unitId')} label="Đơn vị dùng" options={units} placeholder="Chọn đơn vị" />
        <FieldGrid>
          <TextField
            {...field('form')}
            label="Mẫu số"
            hint="Như in trên biên lai, không có thì bỏ trống."
            required={false}
          />
          <TextField {...field('symbol')} label="Ký hiệu" hint="Như in trên biên lai." />
        </FieldGrid>
        <FieldGrid>
          <TextField {...field('firstNumber')} label="Từ số" inputmode="numeric" width="short" />
          <TextField {...field('lastNumber')} label="Đến số" inputmode="numeric" width="short" />
          <TextField
            {...field('digits')}
            label="Số chữ số"
            hint="0000042 có 7 chữ số."
            inputmode="numeric"
            width="short"
          />
        </FieldGrid>
        <Button>Mở quyển</Button>
      </Form>
    </>
  );
}

/** Closing a book: numbers that are left stay unused. */
export function CloseBookContent({
  view: { field, problem, formId, book },
}: {
  readonly view: FormView & { readonly book: FeeBook };
}) {
  const left = book.lastNumber - book.firstNumber + 1 - book.used;
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body">
        Quyển ký hiệu {book.symbol} còn {formatNumber(left)} số chưa dùng. Đóng rồi thì không thu theo quyển
        này được nữa; số đã dùng vẫn in lại được.
      </p>
      <Form
        action={feePaths.closeBook(book.id)}
        formId={formId}
        label="Đóng quyển biên lai"
        hidden={[{ name: 'sequence', value: String(book.sequence) }]}
      >
        <TextField {...field('reason')} label="Lý do đóng" hint="Ví dụ: hết năm, quyển hỏng." width="full" />
        <Button variant="warning">Đóng quyển</Button>
      </Form>
    </>
  );
}
