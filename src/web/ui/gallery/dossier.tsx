import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FileList } from '#web/ui/file-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { DUE_DAYS } from './due-days.ts';
import { StaffExample } from './frames.tsx';

/** Everything about one dossier; the next act first. */
export function DossierExample() {
  return (
    <StaffExample
      title="Đăng ký khai sinh"
      tag={<StateTag tone="soon" text="Hôm nay 17:00" />}
      lead="Nguyễn Thị B nộp tại quầy xã An Hòa · 28/4/2020 08:05"
      breadcrumbs={[{ text: 'Hồ sơ', href: '#ho-so' }, { text: '000.17.22.H08-200428-0003' }]}
    >
      <Columns side={<DossierSide />}>
        <Panel title="Việc tiếp theo: Ký giấy khai sinh" accent="gold">
          <p>Chủ tịch UBND xã ký; định mức 2 giờ làm việc, đã dùng 1 giờ 20 phút.</p>
          <ButtonGroup>
            <Button hotkey="c" hotkeyLabel="Chuyển bước">
              Chuyển bước
            </Button>
            <Button variant="secondary">Yêu cầu bổ sung</Button>
            <Button variant="secondary">Trả lại bước trước</Button>
            <Button variant="secondary" act="print" icon="print">
              In phiếu
            </Button>
          </ButtonGroup>
        </Panel>
        <Panel title="Người nộp">
          <SummaryList
            rows={[
              { key: 'Họ và tên', value: 'Nguyễn Thị B' },
              {
                key: 'Số định danh',
                value: '0790******12',
                actions: [{ href: '#hien', text: 'hiện, ghi lý do' }],
              },
              { key: 'Địa chỉ', value: 'Thôn 3, xã An Hòa' },
              { key: 'Nhận kết quả', value: 'Tại quầy' },
            ]}
          />
        </Panel>
        <Panel title="Thành phần hồ sơ" aside="2 giấy tờ">
          <DefinitionTable
            caption="Giấy tờ đã nhận"
            head={['Giấy tờ', 'Loại', 'Số bản', 'Tệp']}
            numeric={[2]}
            rows={[
              ['Tờ khai đăng ký khai sinh', 'Bản chính', '1', <a href="#to-khai">to-khai.pdf</a>],
              ['Giấy chứng sinh', 'Bản chính', '1', <a href="#chung-sinh">chung-sinh.pdf</a>],
            ]}
          />
        </Panel>
      </Columns>
    </StaffExample>
  );
}

function DossierSide() {
  return (
    <>
      <Panel title="Hẹn trả 5/5/2020, 17:00">
        <WhyPanel
          open
          sentences={['Thời hạn 3 ngày làm việc; nhận sau 15:00 nên tính từ ngày làm việc tiếp theo.']}
          days={DUE_DAYS}
          legalBasis="Luật Hộ tịch, Điều 16"
        />
      </Panel>
      <Panel title="Diễn biến">
        <Timeline
          entries={[
            { state: 'done', title: 'Tiếp nhận', note: '08:05 · cán bộ một cửa, xã An Hòa' },
            { state: 'warn', title: 'Thẩm tra, ghi sổ', note: '08:20–10:40 · quá định mức 20 phút' },
            { state: 'now', title: 'Ký giấy khai sinh', note: 'từ 10:40 · Chủ tịch UBND xã' },
            { state: 'todo', title: 'Trả kết quả', note: 'tại quầy' },
          ]}
        />
      </Panel>
      <Panel title="Phiếu đã in">
        <FileList
          files={[
            { name: 'Mẫu 01 - Giấy tiếp nhận và hẹn trả', href: '#m01', viewHref: '#xem', size: '41 kB' },
          ]}
        />
      </Panel>
    </>
  );
}
