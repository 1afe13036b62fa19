import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { Unit } from '#foundation/organisation/schema.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import {
  CHANNEL_LABELS,
  DELIVERY_LABELS,
  dossierHref,
  noticePaths,
  TEMPLATE_LABELS,
  templateWords,
} from '../schema.ts';
import { Lines } from '../lines.tsx';
import { DeliveryCell } from '../state.tsx';
import { NoticeTabs } from '../tabs.tsx';
import { type NoticeDetail, noticeList, type NoticeQuery, type NoticeRow, PAGE_SIZE } from './schema.ts';
import { COUNT_BOUND } from './store.ts';

export type NoticesView = {
  readonly query: NoticeQuery;
  readonly rows: readonly NoticeRow[];
  readonly total: number;
  readonly units: readonly Unit[];
  readonly mayManage: boolean;
};

/** What applicants and officers were told, and what became of it. */
export function NoticesContent({ view }: { readonly view: NoticesView }) {
  const { query, rows, total } = view;
  return (
    <>
      {view.mayManage ? <NoticeTabs current="list" /> : null}
      <Filters view={view} />
      {total >= COUNT_BOUND ? (
        <Note>Có hơn {formatNumber(COUNT_BOUND)} thông báo khớp; hãy lọc thêm để danh sách gọn hơn.</Note>
      ) : null}
      <DataTable
        caption="Thông báo đã gửi"
        rows={rows}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => noticePaths.one(id)}
        rowTone={({ state }) => (state === 'given-up' ? 'late' : undefined)}
        hrefFor={({ page }) => noticeList.href(query, { page })}
        paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
        exports={noticeList.files(query)}
        empty={<EmptyState title="Không có thông báo nào khớp" text="Hãy bỏ bớt bộ lọc." />}
        columns={columnsOf()}
      />
    </>
  );
}

function Filters({ view: { query, units } }: { readonly view: NoticesView }) {
  const unitOptions = units.map((unit) => ({ value: String(unit.id), text: unit.shortName }));
  return (
    <FilterBar
      action={noticePaths.list}
      clearHref={noticePaths.list}
      active={noticeList.active(query, {
        q: query.q && `hồ sơ ${query.q}`,
        state: query.state && DELIVERY_LABELS[query.state],
        channel: query.channel && CHANNEL_LABELS[query.channel],
        template: query.template && TEMPLATE_LABELS[query.template],
        unit: units.find(({ id }) => id === query.unit)?.shortName ?? '',
      })}
    >
      <TextField id="q" name="q" label="Số hồ sơ" labelHidden placeholder="Số hồ sơ" value={query.q} />
      <FilterSelect
        name="state"
        label="Tình trạng"
        all="Mọi tình trạng"
        options={optionsOf(DELIVERY_LABELS)}
        value={query.state}
      />
      <FilterSelect
        name="channel"
        label="Kênh"
        all="Mọi kênh"
        options={optionsOf(CHANNEL_LABELS)}
        value={query.channel}
      />
      <FilterSelect
        name="template"
        label="Thông báo"
        all="Mọi thông báo"
        options={optionsOf(TEMPLATE_LABELS)}
        value={query.template}
      />
      {units.length > 1 ? (
        <FilterSelect name="unit" label="Đơn vị" all="Mọi đơn vị" options={unitOptions} value={query.unit} />
      ) : null}
    </FilterBar>
  );
}

function columnsOf(): readonly Column<NoticeRow>[] {
  return [
    {
      key: 'what',
      header: 'Thông báo',
      cell: ({ id, template, createdAt }) => (
        <>
          <Link href={noticePaths.one(id)}>{templateWords(template)}</Link>
          <Note>{formatDateTime(createdAt)}</Note>
        </>
      ),
    },
    {
      key: 'dossier',
      header: 'Hồ sơ',
      nowrap: true,
      cell: ({ dossierNumber }) =>
        dossierNumber === null ? '' : <Link href={dossierHref(dossierNumber)}>{dossierNumber}</Link>,
    },
    { key: 'who', header: 'Người nhận', cell: (row) => <Who row={row} /> },
    { key: 'state', header: 'Tình trạng', cell: (row) => <DeliveryCell told={row} /> },
  ];
}

/** Who was told, and where. */
export function Who({ row }: { readonly row: Pick<NoticeRow, 'officerName' | 'channel' | 'address'> }) {
  const { officerName, channel, address } = row;
  const where = channel === null ? '' : `${CHANNEL_LABELS[channel]}${address ? `: ${address}` : ''}`;
  return (
    <>
      {officerName ?? 'Người nộp'}
      <Note>{where}</Note>
    </>
  );
}

export type NoticeView = {
  readonly notice: NoticeDetail;
  readonly mayResend: boolean;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** One notice as it was written, and the way to send it again. */
export function NoticeContent({ view }: { readonly view: NoticeView }) {
  const { notice, mayResend } = view;
  const { dossierNumber, subject, body } = notice;
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <SummaryList
        rows={[
          ...(dossierNumber === null
            ? []
            : [{ key: 'Hồ sơ', value: <Link href={dossierHref(dossierNumber)}>{dossierNumber}</Link> }]),
          { key: 'Người nhận', value: <Who row={notice} /> },
          { key: 'Lúc báo', value: formatDateTime(notice.createdAt) },
          { key: 'Tình trạng', value: <DeliveryCell told={notice} /> },
        ]}
      />
      {body === '' ? null : (
        <Panel title={subject || 'Nội dung'}>
          <Lines text={body} />
        </Panel>
      )}
      {mayResend ? <Resend view={view} /> : null}
    </>
  );
}

function Resend({ view: { notice, field, formId } }: { readonly view: NoticeView }) {
  return (
    <Panel title="Gửi lại">
      {notice.state === 'sent' ? (
        <Inset>Thông báo đã được gửi đi. Chỉ gửi lại khi người nhận cho biết chưa nhận được.</Inset>
      ) : null}
      <Form action={noticePaths.resend(notice.id)} formId={formId}>
        <TextField
          {...field('address')}
          label="Gửi đến địa chỉ khác"
          hint="Địa chỉ thư hoặc số điện thoại. Bỏ trống để gửi đến địa chỉ cũ."
          width="full"
          required={false}
          sensitive
        />
        <Button>Gửi lại</Button>
      </Form>
    </Panel>
  );
}
