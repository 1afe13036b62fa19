import { formatDate } from '#kernel/vietnamese/format.ts';
import type { ExportColumn } from '#web/http/export.ts';
import { type FileFormat, fileLinks, withQuery } from '#web/http/list-state.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { organisationPaths } from '../schema.ts';
import {
  type Act,
  ACT_CERTAINTY_LABELS,
  ACT_KIND_LABELS,
  ACT_STATE_LABELS,
  ACT_STATES,
  type ActState,
} from './schema.ts';
import { documentOf } from './words.ts';

export const ACT_STATE_TONES = {
  prepared: 'wait',
  'in-force': 'fine',
  withdrawn: 'neutral',
} as const satisfies Record<ActState, Tone>;

type ActListProps = Readonly<{ acts: readonly Act[]; state: ActState | null }>;

/** The acts about the organisation, newest effective date first, all or of one state. */
export function ActListPage({ acts, state }: ActListProps) {
  const shown = acts.filter((act) => state === null || act.state === state);
  return (
    <>
      <Tabs
        label="Trạng thái"
        tabs={[
          { href: organisationPaths.acts, text: 'Tất cả', count: acts.length, current: state === null },
          ...ACT_STATES.map((code) => ({
            href: actsHref(code),
            text: ACT_STATE_LABELS[code],
            count: acts.filter((act) => act.state === code).length,
            current: state === code,
          })),
        ]}
      />
      <DataTable
        caption="Quyết định về tổ chức"
        columns={COLUMNS}
        rows={shown}
        rowKey={(act) => act.code}
        rowHref={(act) => organisationPaths.act(act.code)}
        exports={fileLinks((format) => actsHref(state, format))}
        empty={<EmptyState title="Không có quyết định nào ở trạng thái này" />}
      />
    </>
  );
}

/** Columns of the exported list. */
export const ACT_EXPORT_COLUMNS: readonly ExportColumn<Act>[] = [
  { header: 'Hiệu lực từ', value: (act) => formatDate(act.effectiveOn) },
  { header: 'Trích yếu', value: (act) => act.title, width: 60 },
  { header: 'Loại', value: (act) => ACT_KIND_LABELS[act.kind] },
  { header: 'Số, ký hiệu', value: (act) => act.documentNumber },
  {
    header: 'Ngày ban hành',
    value: (act) => (act.documentIssuedOn === null ? '' : formatDate(act.documentIssuedOn)),
  },
  { header: 'Cơ quan ban hành', value: (act) => act.documentIssuer, width: 36 },
  { header: 'Trạng thái', value: (act) => ACT_STATE_LABELS[act.state] },
  { header: 'Độ tin cậy', value: (act) => ACT_CERTAINTY_LABELS[act.certainty] },
  { header: 'Ghi chú', value: (act) => act.note, width: 60 },
];

const COLUMNS: readonly Column<Act>[] = [
  { key: 'effectiveOn', header: 'Hiệu lực từ', nowrap: true, cell: (act) => formatDate(act.effectiveOn) },
  {
    key: 'title',
    header: 'Quyết định',
    cell: (act) => (
      <>
        <Link href={organisationPaths.act(act.code)}>{act.title}</Link>
        <Note>
          {documentOf(act)}
          {act.certainty === 'likely' ? ' · cần đối chiếu' : ''}
        </Note>
      </>
    ),
  },
  { key: 'kind', header: 'Loại', cell: (act) => ACT_KIND_LABELS[act.kind] },
  {
    key: 'state',
    header: 'Trạng thái',
    cell: (act) => <StateTag tone={ACT_STATE_TONES[act.state]} text={ACT_STATE_LABELS[act.state]} />,
  },
];

function actsHref(state: ActState | null, format?: FileFormat): string {
  return withQuery(organisationPaths.acts, { state, format });
}
