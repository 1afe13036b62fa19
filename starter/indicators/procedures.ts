import { indicatorsOf, listed, NOW, share, stated } from './shape.ts';

const indicator = indicatorsOf('procedures', 'one-stop');
const STATES = ['instant'] as const;

/** The one-stop and services online (part one, II.2, and II.6 where it says the same). */
export const PROCEDURES = [
  indicator(
    {
      code: 'MC-XA',
      name: 'Tỷ lệ đơn vị hành chính cấp xã có Bộ phận Một cửa',
      definition: 'Xã, thị trấn đã bố trí bộ phận tiếp nhận và trả kết quả theo mô hình một cửa.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    share(NOW, [10, 10], 692),
  ),
  indicator(
    {
      code: 'MC-XA-HIENDAI',
      name: 'Xã, thị trấn được trang bị Bộ phận Một cửa hiện đại',
      definition: 'Xã, thị trấn được đầu tư cơ sở vật chất cho Bộ phận Một cửa hiện đại.',
      unitOfMeasure: 'xã, thị trấn',
      kind: 'list',
      periods: STATES,
    },
    listed(NOW, ['Xã An Hòa', 'Xã An Tân', 'Thị trấn An Lão'], 694),
  ),
  indicator(
    {
      code: 'MC-TTHC',
      name: 'Tỷ lệ thủ tục phát sinh được tiếp nhận qua Bộ phận Một cửa',
      definition: 'Thủ tục có hồ sơ phát sinh được tiếp nhận, trả kết quả qua Bộ phận Một cửa.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 696),
  ),
  indicator(
    {
      code: 'MC-DIENTU-XA',
      name: 'Tỷ lệ đơn vị cấp xã vận hành phần mềm một cửa điện tử',
      definition: 'Xã, thị trấn dùng phần mềm một cửa điện tử khi giải quyết thủ tục hành chính.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 709),
  ),
  indicator(
    {
      code: 'MC-DIENTU-TTHC',
      name: 'Tỷ lệ thủ tục hành chính được giải quyết, cập nhật trên phần mềm một cửa',
      definition: 'Thủ tục hành chính được giải quyết và cập nhật trên phần mềm một cửa điện tử.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 713),
  ),
  indicator(
    {
      code: 'MC-DIENTU-HS',
      name: 'Tỷ lệ hồ sơ được giải quyết qua hệ thống một cửa điện tử',
      definition: 'Hồ sơ được giải quyết qua hệ thống một cửa điện tử, đưa vào dùng từ ngày 01/11/2019.',
      unitOfMeasure: '%',
      kind: 'ratio',
      periods: STATES,
    },
    stated(NOW, 1, 1407, {
      certainty: 'doubtful',
      note: 'Cùng báo cáo còn nêu hồ sơ trễ hạn về đất đai và việc cập nhật thủ tục ở cấp xã chưa kịp thời; chưa có số hồ sơ để đối chiếu.',
    }),
  ),
  indicator(
    {
      code: 'DVC-MUC3',
      name: 'Thủ tục đăng ký thực hiện dịch vụ công trực tuyến mức độ 3',
      definition: 'Thủ tục huyện đăng ký thực hiện trực tuyến mức độ 3, theo cách phân mức trước năm 2022.',
      unitOfMeasure: 'thủ tục',
      periods: STATES,
    },
    stated(NOW, 18, [719, 1399]),
  ),
  indicator(
    {
      code: 'DVC-MUC4',
      name: 'Thủ tục đăng ký thực hiện dịch vụ công trực tuyến mức độ 4',
      definition: 'Thủ tục huyện đăng ký thực hiện trực tuyến mức độ 4, theo cách phân mức trước năm 2022.',
      unitOfMeasure: 'thủ tục',
      periods: STATES,
    },
    stated(NOW, 4, [719, 1399]),
  ),
  indicator(
    {
      code: 'DVC-BUUCHINH',
      name: 'Thủ tục đăng ký tiếp nhận, trả kết quả qua bưu chính công ích',
      definition: 'Thủ tục huyện đăng ký tiếp nhận hồ sơ, trả kết quả qua dịch vụ bưu chính công ích.',
      unitOfMeasure: 'thủ tục',
      kind: 'list',
      periods: STATES,
    },
    listed(NOW, ['Đăng ký hộ kinh doanh', 'Thay đổi nội dung đăng ký hộ kinh doanh'], 741),
  ),
];
