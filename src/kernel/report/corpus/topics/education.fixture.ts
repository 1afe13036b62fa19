import type { Area } from './topic.fixture.ts';

export const EDUCATION: Area = {
  title: 'thực hiện nhiệm vụ giáo dục và đào tạo',
  papers: [
    'ban hành Kế hoạch thời gian năm học',
    'tuyển sinh vào các lớp đầu cấp năm {y}',
    'phê duyệt kết quả phổ cập giáo dục, xóa mù chữ năm {y}',
    'công nhận trường đạt chuẩn quốc gia',
    'điều động, biệt phái viên chức ngành giáo dục',
    'bảo đảm an toàn trường học trong mùa mưa bão năm {y}',
    'hỗ trợ học sinh có hoàn cảnh khó khăn năm {y}',
  ],
  sections: [
    {
      heading: 'Quy mô trường, lớp, học sinh',
      topics: [
        {
          doing: 'duy trì',
          noun: 'trường học trên địa bàn',
          unit: 'trường',
          size: [14, 88],
          splits: [
            ['mầm non', 'tiểu học', 'trung học cơ sở'],
            ['công lập', 'ngoài công lập'],
          ],
          some: 'có điểm trường lẻ',
          good: 'đạt kiểm định chất lượng',
        },
        {
          doing: 'huy động',
          noun: 'học sinh, trẻ em ra lớp',
          unit: 'em',
          size: [2300, 39_000],
          splits: [
            ['ở cấp mầm non', 'ở cấp tiểu học', 'ở cấp trung học cơ sở'],
            ['là nam', 'là nữ'],
          ],
          some: 'là người dân tộc thiểu số',
          good: 'được học hai buổi trong ngày',
        },
      ],
      matters: [
        'việc huy động trẻ đúng độ tuổi ra lớp',
        'việc sắp xếp điểm trường lẻ',
        'công tác phổ cập giáo dục, xóa mù chữ',
      ],
      lacks: ['một số điểm trường còn phòng học tạm', 'tỷ lệ chuyên cần sau Tết ở vùng cao chưa cao'],
    },
    {
      heading: 'Đội ngũ nhà giáo và cán bộ quản lý',
      topics: [
        {
          doing: 'quản lý',
          noun: 'cán bộ quản lý, giáo viên, nhân viên',
          unit: 'người',
          size: [320, 2900],
          splits: [
            ['là cán bộ quản lý', 'là giáo viên', 'là nhân viên'],
            ['có trình độ thạc sĩ', 'có trình độ đại học', 'có trình độ cao đẳng'],
          ],
          some: 'là giáo viên dạy giỏi cấp tỉnh',
          good: 'đạt chuẩn trình độ đào tạo',
        },
      ],
      matters: [
        'việc bồi dưỡng giáo viên dạy chương trình mới',
        'việc bố trí giáo viên dạy liên trường',
        'việc chăm lo đời sống nhà giáo',
      ],
      lacks: ['còn thiếu giáo viên tiếng Anh và tin học', 'cơ cấu giáo viên giữa các môn chưa cân đối'],
    },
    {
      heading: 'Chất lượng giáo dục',
      topics: [
        {
          doing: 'xét hoàn thành chương trình đối với',
          noun: 'học sinh lớp 5',
          unit: 'em',
          size: [400, 4800],
          splits: [['hoàn thành tốt', 'hoàn thành', 'phải rèn luyện thêm trong hè']],
          some: 'được khen thưởng cấp trường',
          good: 'hoàn thành chương trình tiểu học',
        },
        {
          doing: 'tổ chức',
          noun: 'hoạt động trải nghiệm, ngoại khóa',
          unit: 'hoạt động',
          size: [20, 380],
          splits: [['về kỹ năng sống', 'về văn hóa truyền thống', 'về an toàn giao thông']],
          some: 'có phụ huynh cùng tham gia',
          good: 'được xây dựng kế hoạch từ đầu năm học',
        },
      ],
      matters: [
        'việc đổi mới phương pháp dạy học',
        'công tác giáo dục hướng nghiệp',
        'việc dạy tiếng dân tộc thiểu số',
      ],
      lacks: ['chất lượng giữa các vùng còn chênh lệch'],
    },
  ],
};
