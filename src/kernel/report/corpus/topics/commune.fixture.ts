import type { Area } from './topic.fixture.ts';

export const COMMUNE: Area = {
  title: 'tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh',
  papers: [
    'phát triển kinh tế - xã hội năm {y}',
    'phòng, chống thiên tai và tìm kiếm cứu nạn năm {y}',
    'giảm nghèo bền vững năm {y}',
    'xây dựng nông thôn mới năm {y}',
    'công nhận gia đình văn hóa, thôn văn hóa năm {y}',
    'tiêm phòng gia súc, gia cầm năm {y}',
    'phòng cháy, chữa cháy rừng mùa khô năm {y}',
    'tuyển chọn, gọi công dân nhập ngũ năm {y}',
    'hỗ trợ hộ gia đình bị thiệt hại do mưa lũ',
  ],
  sections: [
    {
      heading: 'Lĩnh vực kinh tế',
      topics: [
        {
          doing: 'gieo trồng',
          noun: 'diện tích gieo trồng cây hằng năm',
          unit: 'ha',
          size: [180, 9400],
          splits: [
            ['lúa', 'ngô', 'rau màu các loại'],
            ['vụ Đông Xuân', 'vụ Hè Thu', 'vụ Mùa'],
          ],
          some: 'áp dụng tưới tiết kiệm',
          good: 'sử dụng giống xác nhận',
        },
        {
          doing: 'chăn nuôi',
          noun: 'tổng đàn gia súc',
          unit: 'con',
          size: [900, 38_000],
          splits: [['trâu', 'bò', 'lợn']],
          some: 'nuôi theo hình thức trang trại',
          good: 'được tiêm phòng',
        },
        {
          doing: 'sửa chữa, làm mới',
          noun: 'tuyến đường giao thông nông thôn',
          unit: 'tuyến',
          size: [6, 70],
          splits: [
            ['bê tông hóa', 'cấp phối'],
            ['do nhân dân đóng góp ngày công', 'do ngân sách đầu tư toàn bộ'],
          ],
          some: 'lắp đặt điện chiếu sáng',
          good: 'được nghiệm thu đưa vào sử dụng',
        },
      ],
      matters: [
        'việc chuyển đổi cơ cấu cây trồng',
        'công tác phòng, chống dịch bệnh trên đàn vật nuôi',
        'việc quản lý, bảo vệ rừng',
        'việc quản lý đất đai, trật tự xây dựng',
      ],
      lacks: [
        'giá nông sản bấp bênh, đầu ra chưa ổn định',
        'liên kết giữa hợp tác xã và doanh nghiệp còn lỏng lẻo',
      ],
    },
    {
      heading: 'Lĩnh vực văn hóa - xã hội',
      topics: [
        {
          doing: 'rà soát',
          noun: 'hộ dân toàn xã',
          unit: 'hộ',
          size: [700, 5200],
          splits: [['nghèo', 'cận nghèo', 'có mức sống trung bình', 'có mức sống khá trở lên']],
          some: 'có nhà ở chưa kiên cố',
          good: 'đạt danh hiệu gia đình văn hóa',
        },
        {
          doing: 'chi trả trợ cấp cho',
          noun: 'đối tượng bảo trợ xã hội',
          unit: 'đối tượng',
          size: [60, 1300],
          splits: [
            ['là người cao tuổi', 'là người khuyết tật', 'là trẻ em mồ côi'],
            ['nhận qua tài khoản', 'nhận tiền mặt'],
          ],
          some: 'được hưởng hệ số cao nhất',
          good: 'được chi trả đúng kỳ',
        },
        {
          doing: 'khám, chữa bệnh cho',
          noun: 'lượt người bệnh tại trạm y tế',
          unit: 'lượt người',
          size: [700, 16_000],
          splits: [
            ['khám bảo hiểm y tế', 'khám dịch vụ'],
            ['điều trị ngoại trú', 'chuyển tuyến', 'cấp thuốc về nhà'],
          ],
          some: 'là trẻ em dưới 6 tuổi',
          good: 'được lập hồ sơ sức khỏe',
        },
      ],
      matters: [
        'phong trào toàn dân đoàn kết xây dựng đời sống văn hóa',
        'công tác chăm sóc người có công',
        'việc giải quyết việc làm cho lao động địa phương',
        'việc vận động tham gia bảo hiểm y tế',
      ],
      lacks: ['tỷ lệ tái nghèo ở vài thôn còn cao', 'tảo hôn vẫn còn xảy ra'],
    },
    {
      heading: 'Lĩnh vực quốc phòng, an ninh',
      topics: [
        {
          doing: 'tuần tra',
          noun: 'buổi tuần tra ban đêm',
          unit: 'buổi',
          size: [24, 520],
          splits: [['do công an xã chủ trì', 'do dân quân chủ trì', 'phối hợp liên ngành']],
          some: 'có sự tham gia của thôn',
          good: 'được ghi sổ theo dõi',
        },
      ],
      matters: [
        'công tác đăng ký nghĩa vụ quân sự',
        'phong trào toàn dân bảo vệ an ninh Tổ quốc',
        'việc quản lý tạm trú, tạm vắng',
      ],
      lacks: ['tai nạn giao thông trên tuyến liên xã còn diễn biến phức tạp'],
    },
  ],
};
