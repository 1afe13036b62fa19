import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import type { Column } from '#web/ui/data-table-head.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { withQuery } from '#web/http/list-state.ts';
import { dossierHref, noticePaths, templateWords } from '../schema.ts';
import { PAGE_SIZE } from './service.ts';
import type { OwnNotice } from './store.ts';

export type OwnView = {
  readonly rows: readonly OwnNotice[];
  readonly total: number;
  readonly page: number;
  readonly newFormId: () => string;
};

/** What the officer was told; what is new stands out until it was read. */
export function OwnNoticesContent({ view }: { readonly view: OwnView }) {
  const { rows, total, page } = view;
  return (
    <DataTable
      caption="Thông báo cho bạn"
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowTone={({ readAt }) => (readAt === null ? 'soon' : undefined)}
      hrefFor={({ page: to }) => withQuery(noticePaths.mine, { page: to === 1 ? '' : to })}
      paging={{ page, pageSize: PAGE_SIZE, total }}
      empty={
        <EmptyState
          title="Chưa có thông báo nào"
          text="Hồ sơ sắp đến hạn, ý kiến cần trả lời, bưu gửi không phát được sẽ báo ở đây."
        />
      }
      columns={columnsOf(view)}
    />
  );
}

/** The button above the list; none when everything was read. */
export function ReadAll({ unread, formId }: { readonly unread: number; readonly formId: string }) {
  if (unread === 0) return null;
  return (
    <Form action={noticePaths.readAll} formId={formId}>
      <Button variant="secondary">Đã đọc tất cả</Button>
    </Form>
  );
}

function columnsOf({ newFormId }: OwnView): readonly Column<OwnNotice>[] {
  return [
    {
      key: 'what',
      header: 'Thông báo',
      cell: ({ subject, template, body, createdAt }) => (
        <>
          <strong>{subject || templateWords(template)}</strong>
          <Note>{formatDateTime(createdAt)}</Note>
          <div>{body}</div>
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
    {
      key: 'read',
      header: 'Đã đọc',
      cell: ({ id, readAt, subject }) =>
        readAt === null ? (
          <Form action={noticePaths.readOne(id)} formId={newFormId()} label={`Đã đọc: ${subject}`}>
            <Button variant="link">Đánh dấu đã đọc</Button>
          </Form>
        ) : (
          <StateTag text={formatDateTime(readAt)} />
        ),
    },
  ];
}
