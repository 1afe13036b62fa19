import type { Area } from './topic.fixture.ts';

export const INSPECTION: Area = {
  title: 'công tác thanh tra, tiếp công dân, giải quyết khiếu nại, tố cáo',
  papers: [
    'phê duyệt Kế hoạch thanh tra năm {y}',
    'thanh tra việc quản lý, sử dụng kinh phí tại các trường học',
    'kết luận thanh tra công tác quản lý đất đai',
    'ban hành Quy chế tiếp công dân',
    'thành lập Tổ công tác rà soát các vụ việc khiếu nại đông người',
    'tăng cường phòng, chống tham nhũng, tiêu cực năm {y}',
    'kê khai tài sản, thu nhập năm {y}',
    'xử lý sau thanh tra đối với các đơn vị có sai phạm',
  ],
  sections: [
    {
      heading: 'Công tác thanh tra',
      topics: [
        {
          doing: 'triển khai',
          noun: 'cuộc thanh tra, kiểm tra',
          unit: 'cuộc',
          size: [5, 48],
          splits: [
            ['theo kế hoạch', 'đột xuất'],
            ['đã ban hành kết luận', 'đang hoàn thiện dự thảo kết luận', 'đang thanh tra trực tiếp'],
          ],
          some: 'chuyển từ kỳ trước sang',
          good: 'được công bố công khai kết luận',
        },
        {
          doing: 'thanh tra, phát hiện',
          noun: 'đơn vị có vi phạm',
          unit: 'đơn vị',
          size: [4, 60],
          splits: [['vi phạm về tài chính', 'vi phạm về đất đai', 'vi phạm về đầu tư xây dựng']],
          some: 'phải kiểm điểm trách nhiệm người đứng đầu',
          good: 'đã chấp hành xong kiến nghị',
        },
      ],
      matters: [
        'việc thực hiện kế hoạch thanh tra đã được phê duyệt',
        'hoạt động giám sát các đoàn thanh tra',
        'việc đôn đốc thực hiện kết luận sau thanh tra',
      ],
      lacks: [
        'thời gian ban hành kết luận của vài cuộc còn kéo dài',
        'lực lượng thanh tra viên còn mỏng so với khối lượng công việc',
      ],
    },
    {
      heading: 'Công tác tiếp công dân, xử lý đơn',
      topics: [
        {
          doing: 'tiếp',
          noun: 'lượt công dân đến trụ sở',
          unit: 'lượt',
          size: [40, 1900],
          splits: [
            ['tiếp thường xuyên', 'tiếp định kỳ của lãnh đạo', 'tiếp đột xuất'],
            ['tại trụ sở cấp huyện', 'tại trụ sở cấp xã'],
          ],
          some: 'đi theo đoàn đông người',
          good: 'được hướng dẫn, giải thích theo quy định',
        },
        {
          doing: 'nhận',
          noun: 'đơn các loại',
          unit: 'đơn',
          size: [35, 980],
          splits: [
            ['khiếu nại', 'tố cáo', 'kiến nghị, phản ánh'],
            ['đủ điều kiện xử lý', 'không đủ điều kiện xử lý'],
          ],
          some: 'trùng nội dung',
          good: 'được phân loại trong thời hạn',
        },
      ],
      matters: [
        'việc bố trí lịch tiếp dân của người đứng đầu',
        'việc đối thoại trước khi ban hành quyết định giải quyết',
        'công tác hòa giải ở cơ sở',
      ],
      lacks: ['một số vụ việc phải giải quyết nhiều lần', 'việc ghi sổ tiếp dân ở cấp xã chưa đầy đủ'],
    },
    {
      heading: 'Công tác giải quyết khiếu nại, tố cáo',
      topics: [
        {
          doing: 'thụ lý',
          noun: 'vụ việc khiếu nại, tố cáo thuộc thẩm quyền',
          unit: 'vụ việc',
          size: [8, 150],
          splits: [
            ['về đất đai', 'về chính sách xã hội', 'về lĩnh vực khác'],
            ['đã giải quyết xong', 'đang xác minh'],
          ],
          some: 'rút đơn sau khi đối thoại',
          good: 'được giải quyết trong thời hạn luật định',
        },
      ],
      matters: [
        'việc thi hành các quyết định giải quyết đã có hiệu lực',
        'công tác nắm tình hình, phòng ngừa điểm nóng',
      ],
      lacks: ['hồ sơ địa chính thiếu nên việc xác minh nguồn gốc đất mất nhiều thời gian'],
    },
    {
      heading: 'Công tác phòng, chống tham nhũng, tiêu cực',
      topics: [
        {
          doing: 'kê khai tài sản, thu nhập đối với',
          noun: 'người thuộc diện kê khai',
          unit: 'người',
          size: [40, 620],
          splits: [['kê khai lần đầu', 'kê khai hằng năm', 'kê khai bổ sung']],
          some: 'được bốc thăm xác minh',
          good: 'đã công khai bản kê khai',
        },
      ],
      matters: [
        'việc công khai, minh bạch trong hoạt động của cơ quan',
        'việc thực hiện định mức, tiêu chuẩn, chế độ',
      ],
      lacks: ['việc tự phát hiện tham nhũng trong nội bộ còn yếu'],
    },
  ],
};
