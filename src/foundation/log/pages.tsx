import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { toBase64 } from '#kernel/merkle/base64.ts';
import { Banner } from '#web/ui/banner.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/section.tsx';
import { type Alarm, logPaths, type SignedCheckpoint } from './schema.ts';
import type { StoredVerification } from './verification/schema.ts';
import { witnessPaths } from './witness/schema.ts';

type LogPageProps = {
  readonly checkpoints: readonly SignedCheckpoint[];
  /** Witnesses that signed each state, by its size. */
  readonly witnesses: ReadonlyMap<number, readonly string[]>;
  readonly verification: StoredVerification | null;
  readonly alarm: Alarm | null;
  readonly publicUrl: string;
};

/** What the log is, its newest signed states, and how anybody checks it. */
export function LogPage({ checkpoints, witnesses, verification, alarm, publicUrl }: LogPageProps) {
  return (
    <>
      {alarm ? <AlarmBanner alarm={alarm} /> : null}
      <Section title="Kiểm tra toàn bộ gần nhất">
        <p class="govuk-body">{verified(verification)}</p>
      </Section>
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
            {
              key: 'witnesses',
              header: 'Nhân chứng',
              cell: ({ size }) => witnesses.get(size)?.join(', ') ?? '—',
            },
            { key: 'root', header: 'Mã băm gốc', cell: ({ root }) => <code>{toBase64(root)}</code> },
          ]}
        />
        <Note>
          <Link href={logPaths.checkpoint}>Tải trạng thái mới nhất có chữ ký</Link>
          {witnesses.size > 0 ? (
            <>
              , hoặc <Link href={witnessPaths.witnessed}>trạng thái mới nhất có nhân chứng xác nhận</Link>
            </>
          ) : null}
        </Note>
      </Section>
      <Explained publicUrl={publicUrl} />
    </>
  );
}

/** What the log promises, and how it is held to that. */
function Explained({ publicUrl }: Pick<LogPageProps, 'publicUrl'>) {
  return (
    <>
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
          thái đã lưu. Nếu có mục bị sửa, phép kiểm tra không thể đạt. Trên máy có phần mềm Một Cửa:{' '}
          <code>npx motcua log compare</code>.
        </p>
      </Section>
    </>
  );
}

/** What is wrong is no secret: whoever looks here is told what those who run the system are told, without the records. */
function AlarmBanner({ alarm }: { readonly alarm: Alarm }) {
  const what = {
    smaller: 'Dữ liệu đang dùng cũ hơn nhật ký đã ký.',
    forked: 'Nhật ký đang dùng không nối tiếp điều đã ký hoặc đã được nhân chứng xác nhận.',
    damaged: 'Lần kiểm tra gần đây thấy có chỗ không còn đúng như đã ghi.',
  }[alarm.kind];
  return (
    <Banner kind="error" title="Nhật ký đang có báo động">
      <p>
        {what} Phát hiện lúc {formatDateTime(alarm.raisedAt)}.{' '}
        {alarm.kind === 'damaged'
          ? 'Người vận hành đang kiểm tra.'
          : 'Hệ thống tạm ngừng ghi cho đến khi có kết luận.'}
      </p>
    </Banner>
  );
}

function verified(verification: StoredVerification | null): string {
  if (verification === null)
    return 'Chưa có lần kiểm tra nào. Hệ thống tự kiểm tra vào ba giờ sáng hằng ngày: từng mục, chữ ký, nhân chứng, mọi hồ sơ và tệp.';
  const { endedAt, entries, findingCount } = verification;
  const outcome =
    findingCount === 0
      ? 'tất cả đúng như đã ghi và đã ký'
      : `${formatNumber(findingCount)} chỗ không đúng như đã ghi`;
  return `Lúc ${formatDateTime(endedAt)}, hệ thống đã kiểm tra ${formatNumber(entries)} mục cùng mọi hồ sơ và tệp: ${outcome}.`;
}
