import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { RetentionTabs } from '../pages.tsx';
import {
  type Disposal,
  type DisposalItem,
  type DisposalState,
  KIND_LABELS,
  retentionPaths,
  STATE_LABELS,
} from '../schema.ts';
import type { DisposalView } from '../service.ts';
import { outcomeWords } from './words.ts';

const TONES = {
  proposed: 'soon',
  approved: 'late',
  declined: 'neutral',
  withdrawn: 'neutral',
  done: 'fine',
} as const satisfies Record<DisposalState, Tone>;

function StateOf({ state }: { readonly state: DisposalState }) {
  return <StateTag tone={TONES[state]} text={STATE_LABELS[state]} />;
}

type ListProps = { readonly disposals: readonly Disposal[]; readonly unitName: (unitId: number) => string };

/** Every disposal of the units whose retention one reads, newest first. */
export function DisposalListContent({ disposals, unitName }: ListProps) {
  return (
    <>
      <RetentionTabs current="disposals" />
      <DataTable
        caption="Đợt tiêu hủy"
        rows={disposals}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => retentionPaths.disposal(id)}
        columns={[
          {
            key: 'number',
            header: 'Số',
            nowrap: true,
            cell: ({ id, number }) => <Link href={retentionPaths.disposal(id)}>{number}</Link>,
          },
          { key: 'unit', header: 'Đơn vị', cell: ({ unitId }) => unitName(unitId) },
          { key: 'state', header: 'Tình trạng', cell: ({ state }) => <StateOf state={state} /> },
          {
            key: 'total',
            header: 'Số hồ sơ, phiếu',
            numeric: true,
            cell: ({ total }) => formatNumber(total),
          },
          { key: 'proposed', header: 'Đề nghị', cell: (row) => <Proposed disposal={row} /> },
          {
            key: 'execute',
            header: 'Ngày tiêu hủy',
            nowrap: true,
            cell: ({ executeOn }) => (executeOn === null ? '' : formatDate(executeOn)),
          },
        ]}
        empty={<EmptyState title="Chưa có đợt tiêu hủy nào" />}
      />
    </>
  );
}

function Proposed({ disposal: { proposerName, proposedAt } }: { readonly disposal: Disposal }) {
  return (
    <>
      {proposerName}
      <Note>{formatDateTime(proposedAt)}</Note>
    </>
  );
}

type OneView = DisposalView & {
  readonly formIds: { readonly decide: string; readonly withdraw: string };
  readonly field: FieldOf;
  readonly problem: FormProblem;
};

/** One disposal: what it takes, who said what, and what can be done now. */
export function DisposalContent({ view }: { readonly view: OneView }) {
  const { disposal, items, mayDecide, mayWithdraw } = view;
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Columns side={<Side view={view} />}>
        <Panel title="Quá trình" aside={<StateOf state={disposal.state} />}>
          <SummaryList rows={factsOf(disposal)} />
          {disposal.state === 'done' ? (
            <Button href={retentionPaths.certificate(disposal.id)} icon="print">
              In biên bản tiêu hủy
            </Button>
          ) : null}
        </Panel>
        <Items items={items} />
      </Columns>
      {mayDecide || mayWithdraw ? null : <Note>Bạn xem được đợt này nhưng không có việc phải làm.</Note>}
    </>
  );
}

function factsOf(disposal: Disposal) {
  const { reason, proposerName, proposedAt, council, decisionNumber, decidedOn, deciderName, decidedAt } =
    disposal;
  const { executeOn, doneAt, total, disposed, held } = disposal;
  const facts: readonly (readonly [string, string])[] = [
    ['Lý do', reason],
    ['Người đề nghị', `${proposerName}, ${formatDateTime(proposedAt)}`],
    ['Hội đồng, biên bản', council],
    [
      'Quyết định',
      [decisionNumber, decidedOn ? `ngày ${formatDate(decidedOn)}` : ''].filter(Boolean).join(' '),
    ],
    ['Người quyết định', deciderName && decidedAt ? `${deciderName}, ${formatDateTime(decidedAt)}` : ''],
    ['Ngày tiêu hủy', executeOn ? formatDate(executeOn) : ''],
    ['Đã tiêu hủy', doneAt ? `${disposed} trên ${total}, lúc ${formatDateTime(doneAt)}` : ''],
    ['Giữ lại', held > 0 ? `${held} đang tạm giữ` : ''],
  ];
  return facts.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value }));
}

function Items({ items }: { readonly items: readonly DisposalItem[] }) {
  return (
    <DataTable
      caption="Hồ sơ, phiếu trong đợt"
      rows={items}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'label', header: 'Số', nowrap: true, cell: ({ label }) => label },
        {
          key: 'title',
          header: 'Thủ tục',
          cell: ({ title, kind }) => (
            <>
              {title}
              <Note>{KIND_LABELS[kind]}</Note>
            </>
          ),
        },
        { key: 'until', header: 'Giữ đến', nowrap: true, cell: ({ keptUntil }) => formatDate(keptUntil) },
        { key: 'basis', header: 'Căn cứ', cell: ({ legalBasis }) => legalBasis },
        { key: 'outcome', header: 'Kết quả', cell: ({ outcome }) => outcomeWords(outcome) },
      ]}
    />
  );
}

function Side({ view }: { readonly view: OneView }) {
  return (
    <>
      {view.mayDecide ? <DecidePanel view={view} /> : null}
      {view.mayWithdraw ? <WithdrawPanel view={view} /> : null}
    </>
  );
}

function DecidePanel({ view: { disposal, formIds, field } }: { readonly view: OneView }) {
  const { value, ...outcome } = field('outcome');
  return (
    <Panel title="Quyết định" accent="jade">
      <Form
        action={retentionPaths.decide(disposal.id)}
        formId={formIds.decide}
        hidden={[{ name: 'sequence', value: String(disposal.sequence) }]}
        guard
      >
        <RadioGroup
          {...outcome}
          label="Ý kiến"
          options={[
            { value: 'approved', text: 'Đồng ý tiêu hủy' },
            { value: 'declined', text: 'Không đồng ý' },
          ]}
          value={value}
        />
        <TextField
          {...field('council')}
          label="Hội đồng xác định giá trị tài liệu"
          hint="Ví dụ: Hội đồng theo Quyết định số …, biên bản ngày …"
          width="full"
        />
        <TextField {...field('decisionNumber')} label="Số, ký hiệu quyết định tiêu hủy" width="full" />
        <DateField {...field('decidedOn')} label="Ngày ký quyết định" />
        <DateField
          {...field('executeOn')}
          label="Ngày tiêu hủy"
          hint="Từ ngày mai; trước ngày đó còn rút lại được"
        />
        <Button>Ghi quyết định</Button>
      </Form>
    </Panel>
  );
}

function WithdrawPanel({ view: { disposal, formIds, field } }: { readonly view: OneView }) {
  return (
    <Panel title="Rút lại">
      <Form
        action={retentionPaths.withdraw(disposal.id)}
        formId={formIds.withdraw}
        hidden={[{ name: 'sequence', value: String(disposal.sequence) }]}
      >
        <TextField {...field('withdrawReason')} label="Lý do rút" width="full" />
        <Button variant="warning">Rút đợt tiêu hủy</Button>
      </Form>
    </Panel>
  );
}
