import type { GuidePart } from './guide.ts';

/** What no rule can see, but somebody must know what to do about: by the anchor of its part. */
export const RARE_PARTS: Readonly<Record<string, GuidePart>> = {
  'xam-nhap': {
    title: 'Nghi có người xâm nhập',
    meaning: 'Việc đầu tiên là giữ nguyên hiện trạng, không phải là sửa.',
    steps: [
      'Rút máy khỏi mạng, không tắt máy. Báo lãnh đạo và cơ quan phụ trách an toàn thông tin.',
      'Chép nguyên ổ đĩa, cơ sở dữ liệu và nhật ký máy chủ trước khi làm bất cứ việc gì khác.',
      'Trên máy khác, phục hồi bản sao lưu trước thời điểm nghi ngờ; chạy npx motcua log verify và đối chiếu với trạng thái đã ký mà nhân chứng và người nhận thư còn giữ.',
      'Đổi mật khẩu cơ sở dữ liệu, thư; kết thúc mọi phiên đăng nhập; cấp lại mật khẩu dùng một lần cho mọi người.',
      'Nếu dữ liệu cá nhân có thể đã bị xem, thông báo cho cơ quan có thẩm quyền theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.',
    ],
  },
  'lo-khoa': {
    title: 'Lộ khóa',
    meaning: 'Mỗi khóa có cách thay riêng; thay ngay khi nghi ngờ.',
    steps: [
      'Khóa dữ liệu (secrets/data-key): npx motcua keys rotate, chờ việc “Niêm phong lại bằng khóa mới” xong, rồi npx motcua keys retire.',
      'Mật khẩu cơ sở dữ liệu (secrets/database-app): xóa tệp rồi khởi động lại mọi tiến trình, hệ thống tự tạo cái mới.',
      'Khóa sao lưu: đặt MOTCUA_BACKUP_KEY_FILE là tệp mới, sao lưu lại, hủy các bản cũ.',
      'Khóa ký nhật ký: dừng ghi, giữ nguyên mọi thứ, báo cho những ai giữ trạng thái đã ký; bắt đầu lại bằng npx motcua log recover. Biên nhận cũ vẫn đối chiếu được với nhật ký.',
    ],
  },
  'mat-duong-vao': {
    title: 'Không ai đăng nhập được với quyền quản trị',
    meaning: 'Người có quyền trên máy chủ mở lại được, và việc đó được ghi vào lịch sử.',
    steps: [
      'Còn một quản trị khác: khôi phục bằng hai người ở trang của cán bộ đó.',
      'Không còn ai: chạy npx motcua account recover TÊN-ĐĂNG-NHẬP trên máy chủ; mật khẩu in ra dùng được một ngày.',
    ],
  },
  'mat-may': {
    title: 'Mất máy chủ, phục hồi trên máy mới',
    meaning: 'Cần ba thứ cất ngoài máy: bản sao lưu, khóa sao lưu cùng thư mục secrets, thư mục signer.',
    steps: [
      'Cài đặt như lần đầu, chưa khởi động.',
      'Chép thư mục secrets và tệp khóa sao lưu về chỗ cũ.',
      'Chạy npx motcua restore BẢN --data THƯ-MỤC --key TỆP (thêm --database khi dùng PostgreSQL riêng).',
      'Chép thư mục signer về chỗ cũ rồi khởi động. Nhật ký mới hơn bản sao lưu thì hệ thống chỉ cho xem, chờ npx motcua log recover: đó là đúng.',
      'Báo cho bộ phận một cửa khoảng thời gian bị mất để nhập lại theo giấy tiếp nhận.',
    ],
  },
};
