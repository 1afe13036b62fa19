import { BackLink } from '#web/ui/back-link.tsx';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { CardGrid } from '#web/ui/card-grid.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FileList } from '#web/ui/file-list.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Pagination } from '#web/ui/pagination.tsx';
import { PrintHeader } from '#web/ui/print-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Steps } from '#web/ui/steps.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Tabs } from '#web/ui/tabs.tsx';

/** Everything that shows and leads on. */
export function DisplayExample() {
  return (
    <>
      <PrintHeader
        authorities={['ỦY BAN NHÂN DÂN HUYỆN AN LÃO', 'ỦY BAN NHÂN DÂN XÃ AN HÒA']}
        title="Bộ sưu tập giao diện"
        notes={['In ngày 28/4/2020']}
      />
      <BackLink href="#danh-sach" text="Về danh sách" />
      <Section title="Thông báo">
        <Banners />
      </Section>
      <Section title="Trạng thái">
        <p>
          <StateTag tone="late" text="Trễ 1 ngày" /> <StateTag tone="soon" text="Hôm nay 17:00" />{' '}
          <StateTag tone="fine" text="Còn 2 ngày" /> <StateTag tone="wait" text="Tạm dừng" />{' '}
          <StateTag text="Đã trả kết quả" />
        </p>
        <Steps
          label="Các bước nộp hồ sơ"
          steps={[
            { text: 'Chọn thủ tục', state: 'done', href: '#1' },
            { text: 'Người nộp', state: 'now' },
            { text: 'Giấy tờ', state: 'todo' },
            { text: 'Xem lại và nộp', state: 'todo' },
          ]}
        />
      </Section>
      <Section title="Đọc">
        <Reading />
      </Section>
      <Section title="Danh sách">
        <Lists />
      </Section>
    </>
  );
}

function Banners() {
  return (
    <>
      <Banner kind="success" title="Đã chuyển hồ sơ sang bước Ký giấy khai sinh">
        <p>
          <Link href="#ho-so">Xem hồ sơ</Link> hoặc làm việc tiếp theo trong danh sách.
        </p>
      </Banner>
      <Banner kind="info" title="Ngày 2/5/2020 nghỉ bù">
        <p>Các hẹn trả đã tính ngày nghỉ này.</p>
      </Banner>
      <Banner kind="warning">
        <p>Người này đang có một hồ sơ cùng thủ tục.</p>
      </Banner>
      <Banner kind="error" title="Chưa chuyển được hồ sơ">
        <p>Đinh Văn A đã chuyển hồ sơ này lúc 10:40. Hãy tải lại trang để xem bước hiện tại.</p>
      </Banner>
    </>
  );
}

function Reading() {
  return (
    <>
      <SummaryList
        wide
        rows={[
          { key: 'Thời hạn', value: '3 ngày làm việc' },
          { key: 'Lệ phí', value: '8.000 đồng', actions: [{ href: '#sua', text: 'Sửa' }] },
        ]}
      />
      <Inset>Người thuộc hộ nghèo được miễn lệ phí.</Inset>
      <Details summary="Cần mang theo giấy tờ gì?">
        <p>Giấy tờ tùy thân còn hạn và bản chính các giấy tờ để đối chiếu.</p>
      </Details>
      <FileList
        files={[
          {
            name: 'to-khai-dang-ky-khai-sinh.pdf',
            href: '#a',
            viewHref: '#xem-a',
            size: '210 kB',
            note: 'bản quét',
          },
          { name: 'giay-chung-sinh.jpg', href: '#b', size: '1,2 MB' },
        ]}
      />
    </>
  );
}

function Lists() {
  return (
    <>
      <Tabs
        label="Các nhóm"
        tabs={[
          { href: '#tat-ca', text: 'Tất cả', count: 1204, current: true },
          { href: '#tre', text: 'Trễ hẹn', count: 3, hot: true },
        ]}
      />
      <Pagination page={7} pageSize={50} total={1204} hrefFor={(page) => `?page=${page}`} />
      <DataTable caption="Trống" columns={[]} rows={[]} rowKey={() => ''} />
      <EmptyState
        title="Không có hồ sơ nào trễ hẹn"
        text="Hồ sơ quá hẹn sẽ hiện ở đây."
        action={
          <Button href="#tat-ca" variant="secondary">
            Xem mọi hồ sơ
          </Button>
        }
      />
      <Section title="Thẻ và liên kết">
        <CardGrid
          cards={[
            { href: '#the-1', title: 'Tra cứu hồ sơ', text: 'Xem hồ sơ đang ở đâu.', icon: 'search' },
            { href: '#the-2', title: 'Nộp hồ sơ', text: 'Lưu lại và làm tiếp lúc khác.', icon: 'upload' },
          ]}
        />
        <LinkList
          single
          links={[{ href: '#lk', text: 'Đăng ký khai sinh', note: 'Hộ tịch', fact: 'trong ngày' }]}
        />
      </Section>
    </>
  );
}
