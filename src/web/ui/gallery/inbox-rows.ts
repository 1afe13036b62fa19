import type { Tone } from '#web/ui/tone.ts';

/** A line of the example inbox. */
export type InboxRow = Readonly<{
  number: string;
  received: string;
  procedure: string;
  applicant: string;
  step: string;
  stepNote?: string;
  tone: Tone;
  due: string;
  dueNote: string;
}>;

export const INBOX_ROWS: readonly InboxRow[] = [
  {
    number: '000.17.22.H08-200424-0007',
    received: 'nhận 24/4 09:12',
    procedure: 'Xác nhận tình trạng hôn nhân',
    applicant: 'Đinh Văn A · thôn 1',
    step: 'Thẩm tra, Tư pháp - hộ tịch',
    stepNote: 'quá 4 giờ làm việc',
    tone: 'late',
    due: 'Trễ 1 ngày',
    dueNote: '27/4/2020 09:12',
  },
  {
    number: '000.17.22.H08-200428-0003',
    received: 'nhận 28/4 08:05',
    procedure: 'Đăng ký khai sinh',
    applicant: 'Nguyễn Thị B · thôn 3',
    step: 'Ký giấy khai sinh, Chủ tịch UBND xã',
    tone: 'soon',
    due: 'Hôm nay 17:00',
    dueNote: 'còn 2 giờ 10 phút',
  },
  {
    number: '000.17.22.H08-200427-0011',
    received: 'nhận 27/4 14:40',
    procedure: 'Đăng ký thành lập hộ kinh doanh',
    applicant: 'Phạm Văn C · liên thông huyện',
    step: 'Phòng Tài chính - Kế hoạch thụ lý',
    tone: 'fine',
    due: 'Còn 2 ngày',
    dueNote: '4/5/2020 14:40',
  },
  {
    number: '000.17.22.H08-200420-0002',
    received: 'nhận 20/4 10:20',
    procedure: 'Đăng ký đất đai, cấp giấy chứng nhận quyền sử dụng đất lần đầu',
    applicant: 'Đinh Thị D · thôn 5',
    step: 'Chờ người nộp bổ sung',
    stepNote: 'tạm dừng từ 23/4',
    tone: 'wait',
    due: 'Tạm dừng',
    dueNote: 'dự kiến 22/5/2020',
  },
  {
    number: '000.17.22.H08-200428-0009',
    received: 'nhận 28/4 09:55',
    procedure: 'Chứng thực bản sao từ bản chính',
    applicant: 'Trần Văn Đ · 4 bản',
    step: 'Trả kết quả tại quầy',
    tone: 'soon',
    due: 'Hôm nay 17:00',
    dueNote: 'đã có kết quả',
  },
];
