import { z } from 'zod';
import { CITATION_TYPE_LABELS } from '#kernel/citations/types.ts';
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { citationOf, documentPaths, numberOf, type RegisteredDocument } from '../schema.ts';
import type { DocumentView } from '../service.ts';
import { DOUBT_LABELS, FIELD_LABELS } from '../words.ts';

type PageView = DocumentView & { readonly unitName: string };

/** What is known of a document, how far, from where, and what goes by it. */
export function DocumentContent({ view }: { readonly view: PageView }) {
  const { document, cites, stated, history } = view;
  return (
    <>
      <Panel title="Văn bản">
        <SummaryList rows={[...known(view), ...around(view)]} />
      </Panel>
      {document.doubts.length > 0 ? <Doubts document={document} /> : null}
      {document.sources.length > 0 ? <Sources document={document} /> : null}
      {stated.length > 0 ? (
        <DataTable
          caption="Số liệu lấy từ văn bản này"
          columns={[
            {
              key: 'name',
              header: 'Chỉ tiêu',
              cell: ({ code, name }) => <Link href={`/indicators/${code}`}>{name}</Link>,
            },
            { key: 'figures', header: 'Số liệu', cell: ({ figures }) => String(figures), numeric: true },
          ]}
          rows={stated}
          rowKey={({ code }) => code}
        />
      ) : null}
      {cites.length > 0 ? <Cited documents={cites} title={document.title} /> : null}
      <Panel title="Lịch sử">
        <Timeline entries={history.toReversed().map(entryOf)} />
      </Panel>
    </>
  );
}

function known({ document, unitName }: PageView) {
  const { type, issuer, issuedOn, title, inForceFrom, inForceUntil } = document;
  return [
    { key: 'Loại văn bản', value: CITATION_TYPE_LABELS[type] },
    { key: 'Số, ký hiệu', value: numberOf(document) || 'Chưa rõ' },
    { key: 'Cơ quan ban hành', value: issuer || 'Chưa rõ' },
    ...(unitName === '' || unitName === issuer ? [] : [{ key: 'Đơn vị trong hệ thống', value: unitName }]),
    { key: 'Ngày ban hành', value: issuedOn === null ? 'Chưa rõ' : formatDate(issuedOn) },
    { key: 'Trích yếu', value: title },
    ...(inForceFrom === null ? [] : [{ key: 'Có hiệu lực từ', value: formatDate(inForceFrom) }]),
    ...(inForceUntil === null ? [] : [{ key: 'Hết hiệu lực sau ngày', value: formatDate(inForceUntil) }]),
  ];
}

function around({ document, replaced, replacedBy }: PageView) {
  return [
    ...(replacedBy === null
      ? []
      : [{ key: 'Bị thay thế bởi', value: <DocumentLink document={replacedBy} /> }]),
    ...(replaced.length === 0
      ? []
      : [
          {
            key: 'Thay thế',
            value: replaced.map((one) => (
              <div key={one.id}>
                <DocumentLink document={one} />
              </div>
            )),
          },
        ]),
    ...(document.note === '' ? [] : [{ key: 'Ghi chú', value: document.note }]),
  ];
}

function DocumentLink({ document }: { readonly document: RegisteredDocument }) {
  return <Link href={documentPaths.one(document.id)}>{citationOf(document)}</Link>;
}

function Doubts({ document }: { readonly document: RegisteredDocument }) {
  return (
    <Panel title="Điều chắc chắn, điều còn nghi ngờ" accent="gold">
      <SummaryList
        rows={document.doubts.map(({ field, kind, note }) => ({
          key: FIELD_LABELS[field],
          value: (
            <>
              {DOUBT_LABELS[kind]}
              <Note>{note}</Note>
            </>
          ),
        }))}
      />
    </Panel>
  );
}

function Sources({ document }: { readonly document: RegisteredDocument }) {
  return (
    <Panel title="Được viện dẫn ở">
      <SummaryList
        rows={document.sources.map(({ source, place, said }) => ({
          key: place || 'Chưa rõ vị trí',
          value: (
            <>
              {source}
              {said === '' ? null : <Note>Ghi là: {said}</Note>}
            </>
          ),
        }))}
      />
    </Panel>
  );
}

type CitedProps = { readonly documents: readonly RegisteredDocument[]; readonly title: string };

function Cited({ documents, title }: CitedProps) {
  return (
    <DataTable
      caption="Văn bản được viện dẫn trong văn bản này"
      columns={[
        { key: 'number', header: 'Văn bản', cell: (one) => <DocumentLink document={one} /> },
        { key: 'title', header: 'Trích yếu', cell: (one) => one.title },
        {
          key: 'place',
          header: 'Vị trí',
          cell: ({ sources }) =>
            sources
              .filter(({ source }) => source === title)
              .map(({ place }) => place)
              .join('; '),
        },
      ]}
      rows={documents}
      rowKey={({ id }) => String(id)}
    />
  );
}

const DEEDS: Readonly<Record<string, string>> = {
  entered: 'Thêm vào sổ',
  corrected: 'Sửa',
  withdrawn: 'Rút khỏi sổ',
};

const withdrawal = z.object({ reason: z.string().catch('') });

function entryOf({ kind, officerName, postTitle, at, payload }: NamedEvent) {
  const { reason } = withdrawal.parse(payload);
  return {
    state: kind === 'withdrawn' ? ('warn' as const) : ('done' as const),
    title: DEEDS[kind] ?? kind,
    note: [officerName ?? 'Dữ liệu ban đầu', postTitle, formatDateTime(at)].filter(Boolean).join(' · '),
    children: reason === '' ? null : <Note>Lý do: {reason}</Note>,
  };
}
