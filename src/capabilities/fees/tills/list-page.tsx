import { formatDate, formatMoney } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { Actor } from '#foundation/context.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { fileLinks, withQuery } from '#web/http/list-state.ts';
import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { feePaths } from '../schema.ts';
import { FeeTabs } from '../tabs.tsx';
import { TILL_TONES } from '../tones.ts';
import { differenceWords, sumRows, TillPanel } from './pages.tsx';
import { type Till, TILL_STATE_LABELS, type TillSums } from './schema.ts';

type ListView = {
  readonly tills: readonly Till[];
  readonly unitName: (unitId: number) => string;
  readonly actor: Actor | null;
};

/** Tills of every counter and officer, those that wait for the second person first. */
export function TillListContent({ view: { tills, unitName, actor } }: { readonly view: ListView }) {
  return (
    <>
      <FeeTabs current="tills" actor={actor} />
      <DataTable
        caption="Đối chiếu két"
        rows={tills}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => feePaths.decideTill(id)}
        exports={fileLinks((format) => withQuery(feePaths.tills, { format }))}
        empty={
          <EmptyState
            title="Chưa có két nào được đếm"
            text="Người thu đếm két ở mục Két của tôi cuối mỗi ngày."
          />
        }
        columns={[
          {
            key: 'day',
            header: 'Ngày',
            nowrap: true,
            cell: ({ id, day }) => <Link href={feePaths.decideTill(id)}>{formatDate(day)}</Link>,
          },
          {
            key: 'officer',
            header: 'Người giữ két',
            cell: ({ officerName, unitId }) => (
              <>
                {officerName}
                <Note>{unitName(unitId)}</Note>
              </>
            ),
          },
          {
            key: 'expected',
            header: 'Theo sổ',
            numeric: true,
            nowrap: true,
            cell: (row) => formatMoney(row.expected),
          },
          {
            key: 'counted',
            header: 'Đếm được',
            numeric: true,
            nowrap: true,
            cell: (row) => formatMoney(row.counted),
          },
          { key: 'difference', header: 'Chênh lệch', nowrap: true, cell: differenceWords },
          {
            key: 'state',
            header: 'Tình trạng',
            cell: ({ state }) => <StateTag tone={TILL_TONES[state]} text={TILL_STATE_LABELS[state]} />,
          },
        ]}
      />
    </>
  );
}

type TillView = {
  readonly till: Till;
  readonly sums: TillSums;
  readonly unitName: string;
  readonly mayDecide: boolean;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

const OUTCOMES = [
  { value: 'closed', text: 'Chốt két', hint: 'Số tiền và chứng từ đã đối chiếu.' },
  { value: 'reopened', text: 'Trả lại để đếm lại' },
];

/** One till: the day in figures, the count, and the decision of the second person. */
export function TillContent({ view }: { readonly view: TillView }) {
  const { till, sums, unitName, mayDecide, problem } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Columns side={mayDecide ? <DecisionForm view={view} /> : null}>
        <TillPanel till={till} />
        <Panel title="Thu, chi trong ngày">
          <SummaryList rows={[{ key: 'Quầy', value: unitName }, ...sumRows(sums)]} />
        </Panel>
        <Button act="print" variant="secondary" icon="print">
          In bảng đối chiếu
        </Button>
      </Columns>
    </>
  );
}

function DecisionForm({ view: { till, field, formId } }: { readonly view: TillView }) {
  return (
    <Panel title="Xác nhận của người thứ hai" accent="gold">
      <Form
        action={feePaths.decideTill(till.id)}
        formId={formId}
        label="Xác nhận két"
        hidden={[{ name: 'sequence', value: String(till.sequence) }]}
      >
        <RadioGroup {...field('outcome')} label="Kết quả đối chiếu" options={OUTCOMES} small />
        <TextField {...field('note')} label="Ý kiến" width="full" required={false} />
        <Button>Ghi xác nhận</Button>
      </Form>
    </Panel>
  );
}
