import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { toBase64 } from '#kernel/merkle/base64.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/section.tsx';
import { logPaths, type SignedCheckpoint } from './schema.ts';

type LogPageProps = { readonly checkpoints: readonly SignedCheckpoint[]; readonly publicUrl: string };

/** What the log is, its newest signed states, and how anybody checks it. */
export function LogPage({ checkpoints, publicUrl }: LogPageProps) {
  return (
    <>
      <Section title="Trạng thái đã ký">
        <DataTable
          caption="Trạng thái đã ký gần đây"
          rows={checkpoints}
          rowKey={({ size }) => String(size)}
          empty={
            <EmptyState
              title="Chưa có trạng thái nào được ký"
              text="Trạng thái đầu tiên có sau khi hệ thống ghi việc đầu tiên."
            />
          }
          columns={[
            { key: 'size', header: 'Số mục', numeric: true, cell: ({ size }) => formatNumber(size) },
            { key: 'at', header: 'Ký lúc', nowrap: true, cell: ({ signedAt }) => formatDateTime(signedAt) },
            { key: 'root', header: 'Mã băm gốc', cell: ({ root }) => <code>{toBase64(root)}</code> },
          ]}
        />
        <Note>
          <Link href={logPaths.checkpoint}>Tải trạng thái mới nhất có chữ ký</Link>
        </Note>
      </Section>
      <Section title="Nhật ký bảo đảm điều gì">
        <ul class="govuk-list govuk-list--bullet">
          <li>
            Mỗi lần tiếp nhận, chuyển bước, trả kết quả là một mục; mục nào đã ghi thì không sửa, xóa hay chen
            vào được.
          </li>
          <li>
            Ngày giờ tiếp nhận và ngày hẹn trả của hồ sơ nằm trong các mục đó, nên không ai lùi ngày được.
          </li>
          <li>Mục chỉ chứa mã cam kết, không chứa tên, số định danh hay nội dung hồ sơ của bất kỳ ai.</li>
        </ul>
      </Section>
      <Section title="Cách kiểm tra">
        <p class="govuk-body">
          Lưu lại một trạng thái đã ký. Lần sau, phần mềm kiểm chứng theo chuẩn C2SP (tlog-tiles) tải các mảnh
          tại <code>{`${publicUrl}${logPaths.page}`}</code> và chứng minh rằng nhật ký mới nối tiếp đúng trạng
          thái đã lưu. Nếu có mục bị sửa, phép kiểm tra không thể đạt.
        </p>
      </Section>
    </>
  );
}
