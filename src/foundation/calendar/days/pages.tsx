import { formatDate, formatDateTime, formatLongDate } from '#kernel/vietnamese/format.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { shiftsText } from '../hours.ts';
import { calendarPaths, KIND_LABELS, type SpecialDayRow } from '../schema.ts';
import { TWO_PEOPLE } from '../words.ts';
import type { NamedDay } from './schema.ts';
import { DayState } from './table.tsx';

export type DayPageView = {
  readonly day: NamedDay;
  readonly partner: SpecialDayRow | null;
  readonly history: readonly NamedEvent[];
};

const DEED_WORDS: Readonly<Record<string, string>> = {
  'day-declared': 'Khai báo',
  'day-withdrawn': 'Thu hồi',
};

/** Everything about one special day. */
export function DayContent({ view, mayChange }: { view: DayPageView; mayChange: boolean }) {
  const { day, history } = view;
  const canWithdraw = mayChange && day.withdrawnAt === null;
  return (
    <Columns
      side={
        <Panel title="Diễn biến">
          <Timeline entries={history.map(historyEntry)} />
        </Panel>
      }
    >
      <Panel title={formatLongDate(day.date)} aside={<DayState day={day} />}>
        <SummaryList rows={summaryRows(view)} />
        {canWithdraw ? (
          <ButtonGroup>
            <Button href={calendarPaths.withdrawal(day.id)} variant="secondary">
              Đề nghị thu hồi
            </Button>
          </ButtonGroup>
        ) : null}
      </Panel>
    </Columns>
  );
}

/** The question before a declaration is taken back. */
export function WithdrawalContent(props: {
  readonly view: DayPageView;
  readonly formId: string;
  readonly problem: FormProblem;
  readonly reason: string;
}) {
  const { view, formId, problem, reason } = props;
  const { day, partner } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <SummaryList rows={summaryRows(view)} />
      <Inset>
        Sau khi thu hồi được xác nhận, ngày {formatDate(day.date)} được tính như một ngày bình thường trong
        tuần của {day.unitId === null ? 'mọi đơn vị' : `${day.unitName} và các đơn vị trực thuộc`}.
        {partner ? ` Ngày ${formatDate(partner.date)} (${partner.name}) cũng được thu hồi.` : ''} {TWO_PEOPLE}
      </Inset>
      <Form action={calendarPaths.withdrawal(day.id)} formId={formId}>
        <TextArea
          id="reason"
          name="reason"
          label="Lý do thu hồi"
          rows={3}
          value={reason}
          error={problem.fields['reason']}
        />
        <ButtonGroup>
          <Button variant="warning">Đề nghị thu hồi</Button>
          <Link href={calendarPaths.day(day.id)}>Không thu hồi</Link>
        </ButtonGroup>
      </Form>
    </>
  );
}

function summaryRows({ day, partner }: DayPageView) {
  const row = (key: string, value: string) => (value === '' ? [] : [{ key, value }]);
  return [
    ...row('Tên', day.name),
    ...row('Loại', KIND_LABELS[day.kind]),
    ...row('Áp dụng cho', day.unitId === null ? day.unitName : `${day.unitName} và các đơn vị trực thuộc`),
    ...row('Giờ làm việc ngày đó', day.shifts === null ? '' : shiftsText(day.shifts)),
    ...(partner === null
      ? []
      : [
          {
            key: day.kind === 'swap-work' ? 'Làm bù cho' : 'Làm bù vào',
            value: <Link href={calendarPaths.day(partner.id)}>{formatLongDate(partner.date)}</Link>,
          },
        ]),
    ...row('Căn cứ', day.legalNotice),
    ...row('Quyết định áp dụng lùi ngày', day.decision),
    ...row('Lý do thu hồi', day.withdrawalReason),
  ];
}

function historyEntry(event: NamedEvent) {
  const who = event.officerName === null ? 'Dữ liệu ban đầu của hệ thống' : event.officerName;
  const post = event.postTitle === null ? '' : `, ${event.postTitle}`;
  return {
    state: 'done' as const,
    title: DEED_WORDS[event.kind] ?? event.kind,
    note: `${formatDateTime(event.at)} · ${who}${post}`,
  };
}
