import { indicatorsOf, NOW, share, stated } from './shape.ts';

const indicator = indicatorsOf('finance', 'finance-planning');
const STATES = ['instant', 'year'] as const;
const DERIVED = 'Suy từ mức tăng mà nguồn nêu; nguồn không ghi số của năm 2015.';

/** Financial autonomy (part one, II.5, and II.3 where it counts units by it). */
export const FINANCE = [
  indicator(
    {
      code: 'TCTC-DVSN-BAODAM',
      name: 'Đơn vị sự nghiệp được Nhà nước bảo đảm chi thường xuyên',
      definition:
        'Đơn vị sự nghiệp công lập do Nhà nước bảo đảm chi thường xuyên (Nghị định số 16/2015/NĐ-CP).',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
    },
    stated(NOW, 28, 945),
  ),
  indicator(
    {
      code: 'TCTC-DVSN-MOTPHAN',
      name: 'Đơn vị sự nghiệp tự bảo đảm một phần chi thường xuyên',
      definition:
        'Đơn vị sự nghiệp công lập tự bảo đảm một phần chi thường xuyên (Nghị định số 16/2015/NĐ-CP).',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
    },
    stated(NOW, 2, 947, { note: 'Nguồn ghi có tăng so với giai đoạn 2011 - 2015, không nêu mức tăng.' }),
  ),
  indicator(
    {
      code: 'TCTC-CQ',
      name: 'Tỷ lệ cơ quan chuyên môn thực hiện tự chủ',
      definition: 'Cơ quan chuyên môn cấp huyện thực hiện chế độ tự chủ về biên chế và kinh phí hành chính.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    share(NOW, [13, 13], 1237),
  ),
  indicator(
    {
      code: 'TCTC-XA',
      name: 'Tỷ lệ xã, thị trấn thực hiện tự chủ',
      definition: 'Xã, thị trấn thực hiện chế độ tự chủ về biên chế và kinh phí hành chính.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    share(NOW, [10, 10], 1239),
  ),
  indicator(
    {
      code: 'TCTC-XA-APDUNG',
      name: 'Xã, thị trấn bắt đầu thực hiện tự chủ trong năm',
      definition: 'Xã, thị trấn được triển khai chế độ tự chủ trong năm.',
      unitOfMeasure: 'xã, thị trấn',
      periods: ['year'],
    },
    stated('2019', 10, 1241),
  ),
  indicator(
    {
      code: 'TCTC-HC',
      name: 'Cơ quan hành chính thực hiện tự chủ',
      definition: 'Cơ quan chuyên môn cấp huyện và xã, thị trấn thực hiện chế độ tự chủ.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
    },
    stated(NOW, 23, [1237, 1239], {
      note: 'Cộng 13 cơ quan chuyên môn và 10 xã, thị trấn; nguồn không ghi tổng.',
      said: 'tự chủ',
    }),
    stated('2015', 13, 1241, { certainty: 'approximate', note: DERIVED, said: 'tăng 10 đơn vị' }),
  ),
  indicator(
    {
      code: 'TCTC-HC-TANG',
      name: 'Cơ quan hành chính thực hiện tự chủ tăng so với năm 2015',
      definition: 'Mức tăng mà báo cáo nêu, để đối chiếu với số đơn vị của hai năm.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
    },
    stated(NOW, 10, 1241),
  ),
  indicator(
    {
      code: 'TCTC-SN',
      name: 'Tỷ lệ đơn vị sự nghiệp thực hiện tự chủ',
      definition: 'Đơn vị sự nghiệp công lập thực hiện cơ chế tự chủ, tự chịu trách nhiệm.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
      relations: [{ kind: 'ratio', numerator: 'TCTC-SN-SO', denominator: 'TC-DVSN' }],
    },
    share(NOW, [30, 30], 1247),
  ),
  indicator(
    {
      code: 'TCTC-SN-SO',
      name: 'Đơn vị sự nghiệp thực hiện tự chủ',
      definition: 'Số đơn vị sự nghiệp công lập thực hiện cơ chế tự chủ, tự chịu trách nhiệm.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
      relations: [{ kind: 'at-most', of: 'TC-DVSN' }],
    },
    stated(NOW, 30, 1247),
    stated('2015', 7, 1249, { certainty: 'approximate', note: DERIVED, said: 'tăng 23 đơn vị' }),
  ),
  indicator(
    {
      code: 'TCTC-SN-TANG',
      name: 'Đơn vị sự nghiệp thực hiện tự chủ tăng so với năm 2015',
      definition: 'Mức tăng mà báo cáo nêu, để đối chiếu với số đơn vị của hai năm.',
      unitOfMeasure: 'đơn vị',
      periods: STATES,
      base: '2015',
    },
    stated(NOW, 23, 1249),
  ),
];
