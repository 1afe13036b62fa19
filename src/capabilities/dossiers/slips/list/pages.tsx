import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { ConfirmPage } from '#web/ui/confirm-page.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { SlipPreview } from '#web/ui/slip-preview.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { intakePaths } from '../../intake/schema.ts';
import { SLIP_FIELDS } from '../../personal-data.ts';
import {
  PAGE_SIZE,
  SHORT_LABELS,
  shownNumber,
  type Slip,
  SLIP_LABELS,
  slipList,
  slipPaths,
  type SlipQuery,
} from '../schema.ts';
import { groundsWords } from './words.ts';

export type SlipListView = {
  readonly rows: readonly Slip[];
  readonly total: number;
  readonly query: SlipQuery;
};

/** Slips that the counter gave out instead of receiving. */
export function SlipListContent({ view }: { view: SlipListView }) {
  const { query } = view;
  const kinds = optionsOf(SHORT_LABELS);
  return (
    <>
      <FilterBar action={slipPaths.list}>
        <TextField
          id="q"
          name="q"
          label="Tìm phiếu"
          labelHidden
          placeholder="Số phiếu, người nộp, thủ tục"
          value={query.q}
          width="full"
        />
        <FilterSelect
          name="kind"
          label="Loại phiếu"
          all="Mọi loại phiếu"
          options={kinds}
          value={query.kind}
        />
        <DateField
          id="from"
          name="from"
          label="Lập từ ngày"
          hint=""
          value={query.from && formatDate(query.from)}
        />
        <DateField id="to" name="to" label="Đến ngày" hint="" value={query.to && formatDate(query.to)} />
      </FilterBar>
      <SlipTable view={view} />
    </>
  );
}

function SlipTable({ view: { rows, total, query } }: { view: SlipListView }) {
  return (
    <DataTable
      caption="Phiếu hướng dẫn, từ chối"
      rows={rows}
      rowKey={(slip) => slip.number}
      rowHref={(slip) => slipPaths.one(slip.number)}
      hrefFor={({ page }) => slipList.href(query, { page })}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
      exports={slipList.files(query)}
      empty={
        <EmptyState
          title="Chưa có phiếu nào"
          text="Phiếu được lập từ trang tiếp nhận, khi hồ sơ còn thiếu hoặc không tiếp nhận được."
        />
      }
      columns={[
        {
          key: 'number',
          header: 'Phiếu',
          cell: (slip) => (
            <>
              <Link href={slipPaths.one(slip.number)}>{shownNumber(slip.number, slip.content.kind)}</Link>
              <Note>{SHORT_LABELS[slip.content.kind]}</Note>
            </>
          ),
        },
        {
          key: 'applicant',
          header: 'Người nộp, thủ tục',
          cell: ({ content }) => (
            <>
              {content.applicant.fullName}
              <Note>{content.procedureName}</Note>
            </>
          ),
        },
        { key: 'grounds', header: 'Nội dung', cell: (slip) => groundsWords(slip.content) },
        {
          key: 'issued',
          header: 'Lập lúc',
          cell: (slip) => (
            <>
              {formatDateTime(slip.issuedAt)}
              <Note>{slip.officerName}</Note>
            </>
          ),
        },
      ]}
    />
  );
}

/** One slip: what it says, and its paper to print. */
export function SlipContentPage({ slip }: { slip: Slip }) {
  const { content, number } = slip;
  const { applicant } = content;
  const rows = [
    {
      key: 'Người nộp',
      value: [applicant.fullName, masked(SLIP_FIELDS.sealed_id_number, applicant.idNumber)]
        .filter(Boolean)
        .join(' · '),
    },
    { key: 'Thủ tục', value: content.procedureName },
    { key: 'Nội dung', value: groundsWords(content) },
    ...(content.legalBasis.length > 0 ? [{ key: 'Căn cứ', value: content.legalBasis.join('; ') }] : []),
    { key: 'Lập phiếu', value: `${slip.officerName}, ${formatDateTime(slip.issuedAt)}` },
  ];
  return (
    <ConfirmPage
      title={SLIP_LABELS[content.kind]}
      reference={{ label: 'Số phiếu', value: shownNumber(number, content.kind) }}
    >
      <SummaryList rows={rows} />
      <ButtonGroup>
        <Button href={slipPaths.print(number)} icon="print" hotkey="p">
          In phiếu
        </Button>
        <Button href={intakePaths.choice} variant="secondary" hotkey="n">
          Người tiếp theo
        </Button>
        <Button href={slipPaths.list} variant="link">
          Các phiếu đã lập
        </Button>
      </ButtonGroup>
      <SlipPreview
        title={SLIP_LABELS[content.kind]}
        src={`${slipPaths.print(number)}#navpanes=0&view=FitH`}
        downloadHref={slipPaths.print(number)}
        tall
      />
    </ConfirmPage>
  );
}
