/** What every change of the calendar says about dossiers already received (Decree 61/2018/NĐ-CP, Art. 17: the receipt promises the date). */
export const PROMISES_KEPT = 'Hồ sơ đang giải quyết giữ nguyên ngày đã hẹn trả.';

/** Said where a day is declared or withdrawn. */
export const TWO_PEOPLE =
  'Đề nghị này có hiệu lực khi một người khác có quyền xác nhận. Trang tiếp theo cho xem trước hồ sơ đang giải quyết nào bị dời ngày hẹn trả, từ ngày nào sang ngày nào; người nộp được báo khi xác nhận.';
