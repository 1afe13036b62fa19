import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { DueTag } from '#web/ui/due-tag.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { KeyHints } from '#web/ui/kbd.tsx';
import { LateText } from '#web/ui/late-text.tsx';
import { Note } from '#web/ui/note.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { StaffExample } from './frames.tsx';
import { INBOX_ROWS, type InboxRow } from './inbox-rows.ts';

const COLUMNS: readonly Column<InboxRow>[] = [
  {
    key: 'number',
    header: 'Hồ sơ',
    sortable: true,
    nowrap: true,
    cell: (row) => (
      <>
        <a href={`#${row.number}`}>{row.number}</a>
        <Note>{row.received}</Note>
      </>
    ),
  },
  {
    key: 'procedure',
    header: 'Thủ tục, người nộp',
    cell: (row) => (
      <>
        {row.procedure}
        <Note>{row.applicant}</Note>
      </>
    ),
  },
  {
    key: 'step',
    header: 'Bước hiện tại',
    cell: (row) => (
      <>
        {row.step}
        {row.stepNote ? <Note>{row.stepNote}</Note> : null}
      </>
    ),
  },
  {
    key: 'due',
    header: 'Hẹn trả',
    sortable: true,
    cell: (row) => <DueTag tone={row.tone} text={row.due} note={row.dueNote} />,
  },
];

/** The desk of a one-stop officer in the morning. */
export function InboxExample() {
  return (
    <StaffExample
      title="Việc cần làm"
      lead={
        <>
          41 hồ sơ đang xử lý · <LateText>3 trễ hẹn</LateText> · 6 đến hạn hôm nay và ngày mai
        </>
      }
      actions={
        <Button href="#tiep-nhan-moi" icon="plus">
          Tiếp nhận hồ sơ
        </Button>
      }
    >
      <InboxTabs />
      <InboxFilters />
      <DataTable
        caption="Việc của tôi, sắp theo ngày hẹn"
        columns={COLUMNS}
        rows={INBOX_ROWS}
        rowKey={(row) => row.number}
        rowHref={(row) => `#${row.number}`}
        rowTone={(row) => row.tone}
        sort={{ key: 'due', dir: 'asc' }}
        hrefFor={({ key = 'due', dir = 'asc', page }) => `?sort=${key}&dir=${dir}&page=${page}`}
        selection={{
          formId: 'inbox-bulk',
          action: '#chuyen',
          labelFor: (row) => row.number,
          actions: (
            <>
              <Button name="act" value="pass-on">
                Chuyển bước
              </Button>
              <Button name="act" value="assign" variant="secondary">
                Giao cho
              </Button>
            </>
          ),
        }}
        paging={{ page: 1, pageSize: 5, total: 1204 }}
        exports={[
          { href: '?format=csv', text: 'CSV' },
          { href: '?format=xlsx', text: 'XLSX' },
        ]}
      />
      <KeyHints
        hints={[
          { keys: ['j', 'k'], text: 'di chuyển' },
          { keys: ['Enter'], text: 'mở' },
          { keys: ['x'], text: 'chọn' },
          { keys: ['n'], text: 'tiếp nhận mới' },
          { keys: ['?'], text: 'mọi phím tắt' },
        ]}
      />
    </StaffExample>
  );
}

function InboxTabs() {
  return (
    <Tabs
      label="Các nhóm việc"
      tabs={[
        { href: '?tab=mine', text: 'Của tôi', count: 12, current: true },
        { href: '?tab=unit', text: 'Của đơn vị', count: 41 },
        { href: '?tab=soon', text: 'Sắp đến hạn', count: 6 },
        { href: '?tab=late', text: 'Trễ hẹn', count: 3, hot: true },
        { href: '?tab=waiting', text: 'Chờ bổ sung', count: 4 },
        { href: '?tab=returned', text: 'Trả lại tôi', count: 1 },
      ]}
    />
  );
}

function InboxFilters() {
  return (
    <FilterBar
      action="#"
      active={[
        { text: 'Lĩnh vực: Hộ tịch', removeHref: '?step=verify' },
        { text: 'Bước: Thẩm tra', removeHref: '?domain=civil' },
      ]}
      clearHref="?"
    >
      <FilterSelect
        name="domain"
        label="Lĩnh vực"
        all="Mọi lĩnh vực"
        value="civil"
        options={[
          { value: 'civil', text: 'Hộ tịch' },
          { value: 'land', text: 'Đất đai' },
        ]}
      />
      <FilterSelect
        name="step"
        label="Bước"
        all="Mọi bước"
        options={[{ value: 'verify', text: 'Thẩm tra' }]}
      />
      <TextField id="q" name="q" label="Tên, số hồ sơ" labelHidden placeholder="Lọc theo tên, số hồ sơ" />
    </FilterBar>
  );
}
