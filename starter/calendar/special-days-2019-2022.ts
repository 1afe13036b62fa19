/** Public holidays, days in lieu and swaps of 2019–2022 for officials, as announced. */
import {
  CODE_2012_HOLIDAYS,
  CODE_2012_IN_LIEU,
  CODE_2019_HOLIDAYS,
  CODE_2019_IN_LIEU,
  HUNG_KINGS,
  LABOUR_DAY,
  NATIONAL_DAY,
  NEW_YEAR,
  under,
  VICTORY_DAY,
} from './special-day-table.ts';

const year2019 = [
  under('Công văn số 6519/VPCP-KGVX năm 2018 của Văn phòng Chính phủ', [
    ['2018-12-31', 'swap-off', 'Nghỉ hoán đổi dịp Tết Dương lịch'],
    ['2019-01-05', 'swap-work', 'Làm bù cho ngày 31/12/2018'],
    ['2019-02-03', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2019-02-04', 'holiday', 'Tết Nguyên đán (30 tháng Chạp)'],
    ['2019-02-05', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2019-02-06', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2019-02-07', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2019-02-08', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2019-04-29', 'swap-off', 'Nghỉ hoán đổi dịp 30/4 và 01/5'],
    ['2019-05-04', 'swap-work', 'Làm bù cho ngày 29/4/2019'],
  ]),
  under(CODE_2012_HOLIDAYS, [
    ['2019-01-01', 'holiday', NEW_YEAR],
    ['2019-04-14', 'holiday', HUNG_KINGS],
    ['2019-04-30', 'holiday', VICTORY_DAY],
    ['2019-05-01', 'holiday', LABOUR_DAY],
    ['2019-09-02', 'holiday', NATIONAL_DAY],
  ]),
  under(CODE_2012_IN_LIEU, [['2019-04-15', 'compensatory-off', 'Nghỉ bù Giỗ Tổ Hùng Vương']]),
];

const year2020 = [
  // The dispatch (October 2019) is quoted everywhere with its dates, nowhere found with its number.
  under('Công văn của Văn phòng Chính phủ tháng 10/2019 về lịch nghỉ Tết Âm lịch năm 2020', [
    ['2020-01-23', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2020-01-24', 'holiday', 'Tết Nguyên đán (30 tháng Chạp)'],
    ['2020-01-25', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2020-01-26', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2020-01-27', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2020-01-28', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2020-01-29', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
  ]),
  under(CODE_2012_HOLIDAYS, [
    ['2020-01-01', 'holiday', NEW_YEAR],
    ['2020-04-02', 'holiday', HUNG_KINGS],
    ['2020-04-30', 'holiday', VICTORY_DAY],
    ['2020-05-01', 'holiday', LABOUR_DAY],
    ['2020-09-02', 'holiday', NATIONAL_DAY],
  ]),
];

const year2021 = [
  under('Thông báo số 4875/TB-LĐTBXH năm 2020 của Bộ Lao động - Thương binh và Xã hội', [
    ['2021-02-10', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2021-02-11', 'holiday', 'Tết Nguyên đán (30 tháng Chạp)'],
    ['2021-02-12', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2021-02-13', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2021-02-14', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2021-02-15', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2021-02-16', 'compensatory-off', 'Nghỉ bù Tết Nguyên đán'],
    ['2021-09-03', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ]),
  under(CODE_2019_HOLIDAYS, [
    ['2021-01-01', 'holiday', NEW_YEAR],
    ['2021-04-21', 'holiday', HUNG_KINGS],
    ['2021-04-30', 'holiday', VICTORY_DAY],
    ['2021-05-01', 'holiday', LABOUR_DAY],
    ['2021-09-02', 'holiday', NATIONAL_DAY],
  ]),
  under(CODE_2019_IN_LIEU, [['2021-05-03', 'compensatory-off', 'Nghỉ bù Ngày Quốc tế lao động']]),
];

const year2022 = [
  under('Công văn số 245/VPCP-KGVX ngày 11/01/2022 của Văn phòng Chính phủ', [
    ['2022-01-31', 'holiday', 'Tết Nguyên đán (29 tháng Chạp)'],
    ['2022-02-01', 'holiday', 'Tết Nguyên đán (mùng 1)'],
    ['2022-02-02', 'holiday', 'Tết Nguyên đán (mùng 2)'],
    ['2022-02-03', 'holiday', 'Tết Nguyên đán (mùng 3)'],
    ['2022-02-04', 'holiday', 'Tết Nguyên đán (mùng 4)'],
    ['2022-09-01', 'holiday', 'Quốc khánh (ngày liền kề)'],
  ]),
  under(CODE_2019_HOLIDAYS, [
    ['2022-01-01', 'holiday', NEW_YEAR],
    ['2022-04-10', 'holiday', HUNG_KINGS],
    ['2022-04-30', 'holiday', VICTORY_DAY],
    ['2022-05-01', 'holiday', LABOUR_DAY],
    ['2022-09-02', 'holiday', NATIONAL_DAY],
  ]),
  under(CODE_2019_IN_LIEU, [
    ['2022-01-03', 'compensatory-off', 'Nghỉ bù Tết Dương lịch'],
    ['2022-04-11', 'compensatory-off', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['2022-05-02', 'compensatory-off', 'Nghỉ bù Ngày Chiến thắng'],
    ['2022-05-03', 'compensatory-off', 'Nghỉ bù Ngày Quốc tế lao động'],
  ]),
];

export const specialDays2019To2022 = [year2019, year2020, year2021, year2022].flat(2);
