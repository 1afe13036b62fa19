import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { optionsOf } from '#web/ui/option.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import type { EndedRecord } from '#capabilities/dossiers/disposal/schema.ts';
import {
  KIND_LABELS,
  PAGE_SIZE,
  retentionList,
  retentionPaths,
  type RetentionQuery,
  type RetentionRule,
} from './schema.ts';
import type { RetentionView } from './service.ts';
import { yearsWords } from './words.ts';

/** The parts of retention, each with its own address. */
export function RetentionTabs({ current }: { readonly current: 'list' | 'disposals' | 'holds' | 'rules' }) {
  const tab = (key: typeof current, text: string) => ({
    href: retentionPaths[key],
    text,
    current: key === current,
  });
  return (
    <Tabs
      label="Lưu trữ và tiêu hủy"
      tabs={[
        tab('list', 'Hết thời hạn'),
        tab('disposals', 'Đợt tiêu hủy'),
        tab('holds', 'Tạm giữ'),
        tab('rules', 'Thời hạn bảo quản'),
      ]}
    />
  );
}

type ListView = {
  readonly retention: RetentionView;
  readonly query: RetentionQuery;
  readonly formId: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly mayPropose: boolean;
};

const BULK = 'propose';

/** Records whose time is over; ticked ones, or all, are proposed for disposal. */
export function RetentionContent({ view }: { readonly view: ListView }) {
  const { retention, query, problem } = view;
  const total = formatNumber(retention.total);
  return (
    <>
      <RetentionTabs current="list" />
      <ProblemSummary problem={problem} />
      <FilterBar action={retentionList.path}>
        <FilterSelect
          name="unit"
          label="Đơn vị"
          options={retention.units.map(({ id, shortName }) => ({ value: String(id), text: shortName }))}
          value={retention.unitId}
        />
        <FilterSelect name="kind" label="Loại" options={optionsOf(KIND_LABELS)} value={query.kind} />
      </FilterBar>
      <DataTable
        caption="Hết thời hạn bảo quản"
        rows={retention.rows}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'label', header: 'Số', nowrap: true, cell: ({ label }) => label },
          { key: 'title', header: 'Thủ tục', cell: ({ title }) => title },
          { key: 'ended', header: 'Kết thúc', nowrap: true, cell: ({ endedOn }) => formatDate(endedOn) },
          { key: 'until', header: 'Giữ đến', nowrap: true, cell: ({ keptUntil }) => formatDate(keptUntil) },
          { key: 'rule', header: 'Quy tắc', cell: (row) => <Rule rule={retention.rules.get(row.ruleId)} /> },
        ]}
        {...(view.mayPropose ? { selection: selectionOf(view) } : {})}
        paging={{ page: query.page, pageSize: PAGE_SIZE, total: retention.total }}
        hrefFor={({ page }) => retentionList.href(query, { page })}
        exports={retentionList.files(query)}
        empty={
          <EmptyState
            title="Không có gì hết thời hạn"
            text="Hồ sơ đang tạm giữ hoặc đã được đề nghị tiêu hủy không hiện ở đây."
          />
        }
      />
      {retention.total > 0 ? (
        <Inset>
          Có {total} hồ sơ, phiếu hết thời hạn. Tiêu hủy xóa dữ liệu cá nhân và tệp; số hồ sơ và mốc thời gian
          còn lại để thống kê. Bản sao lưu còn giữ dữ liệu cũ đến khi được thay hết theo lịch sao lưu.
        </Inset>
      ) : null}
    </>
  );
}

function selectionOf({ retention, query, field, formId }: ListView) {
  return {
    formId: BULK,
    action: retentionPaths.propose,
    name: 'ids',
    hidden: [
      { name: 'formId', value: formId },
      { name: 'unitId', value: String(retention.unitId) },
      { name: 'kind', value: query.kind },
    ],
    labelFor: ({ label }: EndedRecord) => label,
    actions: (
      <>
        <TextField {...field('reason')} label="Lý do đề nghị tiêu hủy" width="full" />
        <Button name="all" value="no">
          Đề nghị tiêu hủy các dòng đã chọn
        </Button>
        <Button name="all" value="yes" variant="secondary">
          Đề nghị cả danh sách
        </Button>
      </>
    ),
  };
}

function Rule({ rule }: { readonly rule: RetentionRule | undefined }) {
  if (!rule) return null;
  return (
    <>
      {yearsWords(rule)}
      {rule.certainty === 'likely' ? (
        <>
          {' '}
          <StateTag tone="soon" text="Chưa đối chiếu" />
        </>
      ) : null}
      <Note>{rule.legalBasis}</Note>
    </>
  );
}
