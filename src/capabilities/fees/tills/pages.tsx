import { formatDate, formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { Actor } from '#foundation/context.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { withQuery } from '#web/http/list-state.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { MoneyField } from '#web/ui/money-field.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { feePaths } from '../schema.ts';
import { FeeTabs } from '../tabs.tsx';
import { TILL_TONES } from '../tones.ts';
import { expectedOf } from './rules.ts';
import { type Till, TILL_STATE_LABELS, type TillSums } from './schema.ts';
import type { OwnTill } from './service.ts';

type OwnTillView = {
  readonly own: OwnTill;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
  readonly actor: Actor | null;
};

/** What should be in the actor's own till on a day, and the count. */
export function OwnTillContent({ view }: { readonly view: OwnTillView }) {
  const { own, problem, actor } = view;
  const { till, sums, day } = own;
  const mayCount = till === null || till.state === 'reopened';
  return (
    <>
      <FeeTabs current="till" actor={actor} />
      <ProblemSummary problem={problem} />
      <FilterBar action={feePaths.till}>
        <DateField id="day" name="day" label="Ngày" hint="" value={formatDate(day)} />
      </FilterBar>
      <Forgotten own={own} />
      <Columns side={mayCount ? <CountForm view={view} /> : null}>
        <Panel title={`Sổ két ngày ${formatDate(day)}`}>
          <SummaryList rows={sumRows(sums)} />
        </Panel>
        {till ? <TillPanel till={till} /> : null}
      </Columns>
    </>
  );
}

/** Days that nobody counted, so that they are not forgotten. */
function Forgotten({ own: { uncounted, day } }: { readonly own: OwnTill }) {
  const others = uncounted.filter((one) => one !== day);
  if (others.length === 0) return null;
  return (
    <Banner kind="warning" title="Còn ngày chưa đếm két">
      <p>
        {others.map((one) => (
          <>
            <Link key={one} href={withQuery(feePaths.till, { day: formatDate(one) })}>
              {formatDate(one)}
            </Link>{' '}
          </>
        ))}
      </p>
    </Banner>
  );
}

/** What came in and went out, by way of paying; only cash lies in the till. */
export function sumRows(sums: TillSums): readonly SummaryRow[] {
  return [
    { key: 'Tiền mặt đã thu', value: formatMoney(sums.cash) },
    { key: 'Tiền mặt đã hoàn trả', value: formatMoney(sums.cashRefunded) },
    { key: 'Phải có trong két', value: <strong>{formatMoney(expectedOf(sums))}</strong> },
    { key: 'Chuyển khoản', value: formatMoney(sums.transferred) },
    ...(sums.treasury > 0 ? [{ key: 'Nộp tại Kho bạc', value: formatMoney(sums.treasury) }] : []),
    { key: 'Biên lai', value: `${sums.receipts} còn giá trị, ${sums.voided} đã hủy` },
  ];
}

function CountForm({ view: { own, field, formId } }: { readonly view: OwnTillView }) {
  return (
    <Panel title="Đếm tiền trong két" accent="gold">
      <Form
        action={feePaths.till}
        formId={formId}
        label="Đếm tiền trong két"
        hidden={[{ name: 'day', value: formatDate(own.day) }]}
        guard
      >
        <MoneyField {...field('counted')} label="Số tiền đếm được" required />
        <TextField
          {...field('explanation')}
          label="Giải thích chênh lệch"
          hint="Chỉ ghi khi số đếm được khác sổ."
          width="full"
          required={false}
        />
        <p class="govuk-body">Sau khi đếm, két ngày này không thu, không hủy tiền mặt được nữa.</p>
        <Button>Gửi số đã đếm</Button>
      </Form>
    </Panel>
  );
}

/** What was counted, and what the second person said. */
export function TillPanel({ till }: { readonly till: Till }) {
  const { expected, counted, explanation, countedAt, deciderName, decidedAt, decisionNote, state } = till;
  return (
    <Panel title="Kết quả đếm" aside={<StateTag tone={TILL_TONES[state]} text={TILL_STATE_LABELS[state]} />}>
      <SummaryList
        rows={[
          { key: 'Đếm lúc', value: formatDateTime(countedAt) },
          { key: 'Theo sổ', value: formatMoney(expected) },
          { key: 'Đếm được', value: formatMoney(counted) },
          { key: 'Chênh lệch', value: differenceWords(till) },
          ...(explanation === '' ? [] : [{ key: 'Giải thích', value: explanation }]),
          ...(deciderName === null || decidedAt === null
            ? []
            : [{ key: 'Người xác nhận', value: `${deciderName}, ${formatDateTime(decidedAt)}` }]),
          ...(decisionNote === '' ? [] : [{ key: 'Ý kiến', value: decisionNote }]),
        ]}
      />
    </Panel>
  );
}

/** `Khớp`, `Thừa 2.000 đồng`, `Thiếu 5.000 đồng`. */
export function differenceWords({ expected, counted }: Pick<Till, 'expected' | 'counted'>): string {
  if (expected === counted) return 'Khớp';
  const words = counted > expected ? 'Thừa' : 'Thiếu';
  return `${words} ${formatMoney(Math.abs(counted - expected))}`;
}
