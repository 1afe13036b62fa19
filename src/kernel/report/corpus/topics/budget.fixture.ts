import type { Area } from './topic.fixture.ts';

export const BUDGET: Area = {
  title: 'tình hình thực hiện nhiệm vụ thu, chi ngân sách và đầu tư công',
  papers: [
    'giao dự toán thu, chi ngân sách nhà nước năm {y}',
    'giao kế hoạch vốn đầu tư công năm {y}',
    'phân bổ nguồn vốn chương trình mục tiêu quốc gia năm {y}',
    'phê duyệt quyết toán dự án hoàn thành',
    'đẩy nhanh tiến độ giải ngân vốn đầu tư công năm {y}',
    'thực hành tiết kiệm, chống lãng phí năm {y}',
    'phê chuẩn quyết toán ngân sách địa phương năm {y}',
  ],
  sections: [
    {
      heading: 'Thu ngân sách nhà nước',
      topics: [
        {
          doing: 'thu',
          noun: 'thu ngân sách trên địa bàn',
          unit: 'triệu đồng',
          size: [18_000, 940_000],
          splits: [
            ['thu nội địa', 'thu tiền sử dụng đất', 'thu khác'],
            [
              'thu từ khu vực doanh nghiệp',
              'thu từ hộ kinh doanh',
              'thu phí, lệ phí',
              'các khoản thu còn lại',
            ],
          ],
          some: 'thu hồi nợ đọng thuế',
          good: 'nộp qua ngân hàng',
        },
        {
          doing: 'cấp mã số thuế mới cho',
          noun: 'hộ kinh doanh đang hoạt động',
          unit: 'hộ',
          size: [70, 3200],
          splits: [['nộp thuế theo phương pháp khoán', 'nộp thuế theo phương pháp kê khai']],
          some: 'tạm ngừng kinh doanh',
          good: 'đăng ký sử dụng hóa đơn điện tử',
        },
      ],
      matters: [
        'công tác chống thất thu thuế',
        'việc đấu giá quyền sử dụng đất đúng kế hoạch',
        'việc nuôi dưỡng nguồn thu',
      ],
      lacks: ['nguồn thu còn phụ thuộc vào tiền sử dụng đất', 'nợ thuế của một số doanh nghiệp kéo dài'],
    },
    {
      heading: 'Chi ngân sách địa phương',
      topics: [
        {
          doing: 'chi',
          noun: 'chi ngân sách địa phương',
          unit: 'triệu đồng',
          size: [60_000, 990_000],
          splits: [
            ['chi đầu tư phát triển', 'chi thường xuyên', 'chi dự phòng'],
            ['chi cấp huyện', 'chi cấp xã'],
          ],
          some: 'chi cho an sinh xã hội',
          good: 'chi được kiểm soát qua Kho bạc',
        },
      ],
      matters: [
        'việc điều hành chi chặt chẽ, tiết kiệm',
        'việc công khai dự toán, quyết toán',
        'việc mua sắm tài sản tập trung',
      ],
      lacks: ['việc lập dự toán của một số đơn vị chưa sát thực tế'],
    },
    {
      heading: 'Đầu tư công',
      topics: [
        {
          doing: 'khởi công và chuyển tiếp',
          noun: 'dự án sử dụng vốn đầu tư công',
          unit: 'dự án',
          size: [12, 150],
          splits: [
            ['chuyển tiếp', 'khởi công mới'],
            [
              'thuộc lĩnh vực giao thông',
              'thuộc lĩnh vực thủy lợi',
              'thuộc lĩnh vực giáo dục',
              'thuộc lĩnh vực khác',
            ],
          ],
          some: 'vướng mặt bằng',
          good: 'được lựa chọn nhà thầu qua mạng',
        },
      ],
      matters: [
        'công tác bồi thường, giải phóng mặt bằng',
        'việc nghiệm thu, thanh toán khối lượng hoàn thành',
        'việc quyết toán dự án hoàn thành',
      ],
      lacks: ['năng lực của một số nhà thầu còn hạn chế', 'giá vật liệu biến động ảnh hưởng đến tiến độ'],
    },
  ],
};
