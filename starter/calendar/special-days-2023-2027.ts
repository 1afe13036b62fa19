/** Public holidays, days in lieu and swaps of 2023–2027 for officials, as announced. */
import {
  CODE_2019_HOLIDAYS,
  CODE_2019_IN_LIEU,
  CULTURE_DAY,
  CULTURE_DAY_RESOLUTION,
  HUNG_KINGS,
  LABOUR_DAY,
  NATIONAL_DAY,
  NEW_YEAR,
  under,
  VICTORY_DAY,
} from './special-day-table.ts';

const year2023 = [
  under('Thông báo số 5034/TB-LĐTBXH năm 2022 của Bộ Lao động - Thương binh và Xã hội', [
    ['2023-01-20', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2023-01-21', 'holiday', 'Tết Nguyên đán (30 tháng Chạp)'],
    ['2023-01-22', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2023-01-23', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2023-01-24', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2023-01-25', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2023-01-26', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2023-09-01', 'holiday', 'Quốc khánh (ngày liền kề)'],
    ['2023-09-04', 'compensatory-off', 'Nghỉ bù Quốc khánh'],
  ]),
  under(CODE_2019_HOLIDAYS, [
    ['2023-01-01', 'holiday', NEW_YEAR],
    ['2023-04-29', 'holiday', HUNG_KINGS],
    ['2023-04-30', 'holiday', VICTORY_DAY],
    ['2023-05-01', 'holiday', LABOUR_DAY],
    ['2023-09-02', 'holiday', NATIONAL_DAY],
  ]),
  under(CODE_2019_IN_LIEU, [
    ['2023-01-02', 'compensatory-off', 'Nghỉ bù Tết Dương lịch'],
    ['2023-05-02', 'compensatory-off', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['2023-05-03', 'compensatory-off', 'Nghỉ bù Ngày Chiến thắng'],
  ]),
];

const year2024 = [
  under('Thông báo số 5015/TB-LĐTBXH ngày 22/11/2023 của Bộ Lao động - Thương binh và Xã hội', [
    ['2024-02-08', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2024-02-09', 'holiday', 'Tết Nguyên đán (30 tháng Chạp)'],
    ['2024-02-10', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2024-02-11', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2024-02-12', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2024-02-13', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2024-02-14', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2024-09-03', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ]),
  under('Công văn số 2450/VPCP-KGVX ngày 12/4/2024 của Văn phòng Chính phủ', [
    ['2024-04-29', 'swap-off', 'Nghỉ hoán đổi dịp 30/4 và 01/5'],
    ['2024-05-04', 'swap-work', 'Làm bù cho ngày 29/4/2024'],
  ]),
  under(CODE_2019_HOLIDAYS, [
    ['2024-01-01', 'holiday', NEW_YEAR],
    ['2024-04-18', 'holiday', HUNG_KINGS],
    ['2024-04-30', 'holiday', VICTORY_DAY],
    ['2024-05-01', 'holiday', LABOUR_DAY],
    ['2024-09-02', 'holiday', NATIONAL_DAY],
  ]),
];

const year2025 = [
  under('Thông báo số 6150/TB-BLĐTBXH ngày 03/12/2024 của Bộ Lao động - Thương binh và Xã hội', [
    ['2025-01-27', 'holiday', 'Tết Nguyên đán (28 tháng Chạp)'],
    ['2025-01-28', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2025-01-29', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2025-01-30', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2025-01-31', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2025-04-26', 'swap-work', 'Làm bù cho ngày 02/5/2025'],
    ['2025-05-02', 'swap-off', 'Nghỉ hoán đổi dịp 30/4 và 01/5'],
    ['2025-09-01', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ]),
  under(CODE_2019_HOLIDAYS, [
    ['2025-01-01', 'holiday', NEW_YEAR],
    ['2025-04-07', 'holiday', HUNG_KINGS],
    ['2025-04-30', 'holiday', VICTORY_DAY],
    ['2025-05-01', 'holiday', LABOUR_DAY],
    ['2025-09-02', 'holiday', NATIONAL_DAY],
  ]),
];

const year2026 = [
  under('Công văn số 12729/VPCP-KGVX ngày 25/12/2025 của Văn phòng Chính phủ', [
    ['2026-01-02', 'swap-off', 'Nghỉ hoán đổi dịp Tết Dương lịch'],
    ['2026-01-10', 'swap-work', 'Làm bù cho ngày 02/01/2026'],
  ]),
  under('Thông báo số 9441/TB-BNV năm 2025 của Bộ Nội vụ', [
    ['2026-02-16', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2026-02-17', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2026-02-18', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2026-02-19', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2026-02-20', 'holiday', 'Tết Nguyên đán (mùng 4)'],
    ['2026-08-22', 'swap-work', 'Làm bù cho ngày 31/8/2026'],
    ['2026-08-31', 'swap-off', 'Nghỉ hoán đổi dịp Quốc khánh'],
    ['2026-09-01', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ]),
  under(CODE_2019_HOLIDAYS, [
    ['2026-01-01', 'holiday', NEW_YEAR],
    ['2026-04-26', 'holiday', HUNG_KINGS],
    ['2026-04-30', 'holiday', VICTORY_DAY],
    ['2026-05-01', 'holiday', LABOUR_DAY],
    ['2026-09-02', 'holiday', NATIONAL_DAY],
  ]),
  under(CODE_2019_IN_LIEU, [['2026-04-27', 'compensatory-off', 'Nghỉ bù Giỗ Tổ Hùng Vương']]),
  under(CULTURE_DAY_RESOLUTION, [['2026-11-24', 'holiday', CULTURE_DAY]]),
];

const year2027 = [
  // The dispatch is quoted in public sources with these dates; the ministry's notice that follows it has not been seen.
  under(
    'Công văn số 10065/VPCP-KGVX ngày 02/10/2026 của Văn phòng Chính phủ',
    [
      ['2027-02-04', 'holiday', 'Tết Nguyên đán (28 tháng Chạp)'],
      ['2027-02-05', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
      ['2027-02-06', 'holiday', 'Tết Nguyên đán (mùng 1)'],
      ['2027-02-07', 'holiday', 'Tết Nguyên đán (mùng 2)'],
      ['2027-02-08', 'holiday', 'Tết Nguyên đán (mùng 3)'],
      ['2027-02-09', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
      ['2027-02-10', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
      ['2027-09-03', 'holiday', 'Quốc khánh (ngày liền kề)'],
    ],
    'likely',
  ),
  under(CODE_2019_HOLIDAYS, [
    ['2027-01-01', 'holiday', NEW_YEAR],
    ['2027-04-16', 'holiday', HUNG_KINGS],
    ['2027-04-30', 'holiday', VICTORY_DAY],
    ['2027-05-01', 'holiday', LABOUR_DAY],
    ['2027-09-02', 'holiday', NATIONAL_DAY],
  ]),
  under(CODE_2019_IN_LIEU, [['2027-05-03', 'compensatory-off', 'Nghỉ bù Ngày Quốc tế lao động']]),
  under(CULTURE_DAY_RESOLUTION, [['2027-11-24', 'holiday', CULTURE_DAY]]),
];

export const specialDays2023To2027 = [year2023, year2024, year2025, year2026, year2027].flat(2);
