/** What every change of the calendar says about dossiers already received (Decree 61/2018/NĐ-CP, Art. 17: the receipt promises the date). */
export const PROMISES_KEPT = 'Hồ sơ đang giải quyết giữ nguyên ngày đã hẹn trả.';
