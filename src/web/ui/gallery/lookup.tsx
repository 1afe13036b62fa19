import { Button } from '#web/ui/button.tsx';
import { KeyDate } from '#web/ui/key-date.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { DUE_DAYS } from './due-days.ts';
import { CitizenExample } from './frames.tsx';

/** What a person sees of a dossier on a phone. */
export function LookupExample() {
  return (
    <CitizenExample title="Đăng ký thành lập hộ kinh doanh" lead="Hồ sơ 000.17.22.H08-200428-0011">
      <KeyDate label="Ngày trả kết quả" date="Thứ Ba, 5/5/2020">
        <p>Đang đúng tiến độ, còn 2 ngày làm việc.</p>
        <WhyPanel
          sentences={['Thời hạn giải quyết là 3 ngày làm việc, không tính ngày lễ và ngày nghỉ.']}
          days={DUE_DAYS}
          legalBasis="Nghị định số 61/2018/NĐ-CP"
        />
      </KeyDate>
      <Panel title="Hồ sơ đang ở đâu">
        <Timeline
          entries={[
            { state: 'done', title: 'Bạn đã nộp tại xã An Hòa', note: 'Thứ Ba 28/4, 15:20' },
            { state: 'done', title: 'Xã chuyển lên huyện', note: 'Thứ Tư 29/4, 07:30 · đã nhận' },
            { state: 'now', title: 'Phòng Tài chính - Kế hoạch đang xử lý', note: 'từ 08:10 hôm nay' },
            { state: 'todo', title: 'Ký giấy chứng nhận' },
            { state: 'todo', title: 'Trả kết quả qua bưu chính đến nhà bạn' },
          ]}
        />
      </Panel>
      <Button href="#nhan-tin" full>
        Nhận tin khi có thay đổi
      </Button>
    </CitizenExample>
  );
}
