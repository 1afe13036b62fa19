import type { Cause } from './schema.ts';

/** What a cause means and what to do, for somebody who keeps the server and knows no programming. */
export type GuidePart = {
  readonly title: string;
  readonly meaning: string;
  readonly steps: readonly string[];
};

/** In the order in which they are read. */
export const GUIDE_PARTS: Readonly<Record<Cause, GuidePart>> = {
  'log-alarm': {
    title: 'Nhật ký báo động, hệ thống chỉ cho xem',
    meaning:
      'Dữ liệu cũ hơn, hoặc khác với những gì đã ký: thường do phục hồi từ bản sao lưu, có khi do ai đó sửa thẳng cơ sở dữ liệu.',
    steps: [
      'Không xóa, không phục hồi đè. Chép nguyên thư mục dữ liệu ra nơi khác.',
      'Chạy npx motcua log verify và giữ lại kết quả: nó chỉ rõ mục nào, sự kiện nào.',
      'Nếu vừa phục hồi từ bản sao lưu: ghi lại khoảng thời gian bị mất và nhập lại những hồ sơ trong khoảng đó theo giấy tiếp nhận đã in.',
      'Nếu không ai phục hồi gì: coi như có xâm nhập, làm theo mục “Nghi có người xâm nhập” ở cuối trang này và báo lãnh đạo.',
      'Khi đã rõ và lãnh đạo đồng ý, chạy npx motcua log recover kèm lý do; hệ thống ghi lại và cho ghi tiếp.',
    ],
  },
  'log-damaged': {
    title: 'Kiểm tra nhật ký thấy chỗ không khớp',
    meaning: 'Một bản ghi, tệp hoặc mục nhật ký khác với lúc được ghi.',
    steps: [
      'Chạy npx motcua log verify để biết chỗ nào.',
      'Tệp bị hỏng: lấy lại từ bản sao lưu trước đó (cùng mã băm) rồi kiểm tra lại.',
      'Bản ghi bị sửa: giữ nguyên hiện trạng, báo lãnh đạo; đối chiếu với giấy tiếp nhận của người dân.',
    ],
  },
  'log-late': {
    title: 'Mục nhật ký chờ ký quá lâu',
    meaning:
      'Bình thường mỗi mục được ký trong một giây. Chậm nghĩa là tiến trình worker ngừng hoặc không ghi được vào thư mục khóa ký.',
    steps: [
      'Xem mục Tiến trình: phải có ít nhất một tiến trình làm việc nền.',
      'Kiểm tra thư mục MOTCUA_SIGNER còn đó, còn chỗ trống và tài khoản chạy phần mềm ghi được.',
      'Khởi động lại tiến trình worker; các mục chờ được ký bù.',
    ],
  },
  'jobs-late': {
    title: 'Việc nền đến hạn mà không được làm',
    meaning: 'Không tiến trình nào nhận việc, hoặc một việc dài đang chiếm hết chỗ.',
    steps: [
      'Khởi động lại tiến trình worker: systemctl restart motcua.',
      'Xem nhật ký máy chủ: journalctl -u motcua -n 100.',
      'Nếu lặp lại, chạy thêm một tiến trình: npm start -- --role=worker.',
    ],
  },
  'jobs-failed': {
    title: 'Việc nền bị lỗi',
    meaning:
      'Hệ thống thử lại 12 lần với khoảng cách dài dần (khoảng hai ngày), rồi thôi. Dữ liệu hồ sơ không bị ảnh hưởng.',
    steps: [
      'Đọc cột Lỗi ở mục Việc nền, sửa nguyên nhân (đĩa, mạng, quyền ghi).',
      'Bấm Làm lại. Làm lại một việc đã xong phần nào không gây hại.',
      'Chỉ bỏ khi chắc chắn không cần nữa, và ghi lý do; việc bỏ được ghi vào lịch sử.',
    ],
  },
  mail: {
    title: 'Thư không gửi được',
    meaning: 'Người dân hoặc cán bộ chưa nhận được thư báo.',
    steps: [
      'Kiểm tra SMTP_URL, mật khẩu hộp thư và kết nối tới máy chủ thư.',
      'Bấm Làm lại ở mục Việc nền: thư đi ngay khi máy chủ thư nhận.',
      'Nếu địa chỉ người nhận sai, bỏ thư đó và báo cán bộ một cửa gọi điện cho người dân.',
    ],
  },
  failures: {
    title: 'Yêu cầu gặp lỗi ngoài dự kiến',
    meaning:
      'Một trang hoặc thao tác hỏng vì lỗi phần mềm, cơ sở dữ liệu hoặc đĩa. Thao tác đó chưa được ghi; người dùng đã được báo thử lại.',
    steps: [
      'Nếu nhiều lỗi cùng lúc: xem đĩa, cơ sở dữ liệu và lần nâng cấp gần nhất.',
      'Lấy mã yêu cầu, tìm trong nhật ký: journalctl -u motcua -g MÃ.',
      'Gửi đoạn nhật ký đó (không có dữ liệu cá nhân) cho nhà phát triển.',
    ],
  },
  disk: {
    title: 'Đĩa sắp đầy',
    meaning: 'Đĩa đầy thì không nhận thêm hồ sơ hay tệp được; những gì đã báo thành công vẫn còn nguyên.',
    steps: [
      'Xem thư mục nào lớn: du -sh trong thư mục dữ liệu.',
      'Đĩa chứa bản sao lưu: chuyển bản cũ sang ổ khác hoặc giảm MOTCUA_BACKUP_KEEP.',
      'Đĩa chứa cơ sở dữ liệu hoặc kho tệp: thêm đĩa hay mở rộng phân vùng; không xóa gì trong kho tệp và thư mục cơ sở dữ liệu.',
      'Đã đầy hẳn: giải phóng chỗ rồi khởi động lại nếu cơ sở dữ liệu đã ngừng.',
    ],
  },
  'backup-failed': {
    title: 'Sao lưu không thành',
    meaning: 'Bản sao lưu đêm qua không có, hoặc thiếu tệp mà kho đã mất. Các bản cũ không bị xóa.',
    steps: [
      'Đọc câu báo lỗi; thường là đầy đĩa, mất ổ sao lưu hoặc không ghi được.',
      'Sửa rồi chạy: npx motcua backup.',
      'Báo mất tệp: lấy tệp có mã băm đó từ bản sao lưu cũ hơn.',
    ],
  },
  'backup-late': {
    title: 'Lâu chưa sao lưu',
    meaning: 'Máy tắt ban đêm, ổ sao lưu không gắn, hoặc việc sao lưu đang tắt.',
    steps: [
      'Chạy ngay: npx motcua backup.',
      'Kiểm tra MOTCUA_BACKUP_AT và MOTCUA_BACKUP_DIR; giờ sao lưu nên là lúc máy bật.',
      'Chép bản mới nhất ra khỏi máy này ít nhất mỗi tuần.',
    ],
  },
  drill: {
    title: 'Phục hồi thử không đạt hoặc quá lâu chưa thử',
    meaning: 'Một bản sao lưu chưa phục hồi thử được thì chưa chắc dùng được.',
    steps: [
      'Sao lưu lại: npx motcua backup; rồi thử: npx motcua backup --drill.',
      'Vẫn không đạt: kiểm tra đĩa chứa bản sao lưu, đổi sang ổ khác.',
    ],
  },
  clock: {
    title: 'Đồng hồ lệch',
    meaning: 'Giờ tiếp nhận và hạn trả lấy từ đồng hồ của máy chạy phần mềm, nên phải đúng.',
    steps: [
      'Bật đồng bộ giờ (NTP, bằng timedatectl) trên cả máy phần mềm và máy cơ sở dữ liệu.',
      'Đồng hồ chậm hơn lần ghi gần nhất hai phút thì hệ thống tạm ngừng ghi; chỉnh đúng giờ là tự chạy lại.',
    ],
  },
  processes: {
    title: 'Tiến trình ngừng, khác phiên bản hoặc quá tải',
    meaning: 'Cần ít nhất một tiến trình làm việc nền, và mọi tiến trình cùng một phiên bản.',
    steps: [
      'Xem: systemctl status motcua; khởi động lại: systemctl restart motcua.',
      'Khác phiên bản: nâng cấp nốt rồi khởi động lại.',
      'Quá tải thường xuyên: thêm tiến trình web (npm start -- --role=web) hoặc máy mạnh hơn.',
    ],
  },
  slow: {
    title: 'Câu lệnh cơ sở dữ liệu chậm',
    meaning: 'Trang mở lâu vì cơ sở dữ liệu trả lời chậm.',
    steps: [
      'Chậm vào giờ sao lưu là bình thường.',
      'Kiểm tra đĩa và bộ nhớ của máy chủ cơ sở dữ liệu; chạy ANALYZE nếu vừa phục hồi.',
      'Vẫn chậm: gửi câu lệnh (không chứa dữ liệu cá nhân) cho nhà phát triển.',
    ],
  },
  certificate: {
    title: 'Chứng chỉ TLS sắp hết hạn',
    meaning: 'Hết hạn thì trình duyệt chặn người dân và cán bộ vào trang.',
    steps: ['Gia hạn chứng chỉ, đặt vào đúng tệp trong cấu hình nginx.', 'Nạp lại: systemctl reload nginx.'],
  },
  keys: {
    title: 'Tệp khóa không được giữ kín',
    meaning: 'Ai đọc được tệp khóa thì mở được dữ liệu đã mã hóa hoặc ký thay hệ thống.',
    steps: [
      'Đặt lại quyền: chmod 600 cho tệp, chmod 700 cho thư mục secrets và signer.',
      'Xem ai có tài khoản trên máy. Nghi đã lộ: làm theo mục “Lộ khóa” ở cuối trang này.',
    ],
  },
  settings: {
    title: 'Những gì đang tắt',
    meaning: 'Hệ thống chạy được, nhưng một phần bảo vệ chưa bật.',
    steps: ['Đặt các mục được nêu trong tệp cấu hình (/etc/motcua/motcua.env), rồi khởi động lại.'],
  },
};
