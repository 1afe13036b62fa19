import type { Area } from './topic.fixture.ts';

export const REFORM: Area = {
  title: 'công tác cải cách hành chính',
  papers: [
    'ban hành Kế hoạch cải cách hành chính năm {y}',
    'ban hành Kế hoạch kiểm tra công tác cải cách hành chính năm {y}',
    'tuyên truyền cải cách hành chính năm {y}',
    'kiểm soát thủ tục hành chính năm {y}',
    'rà soát, đánh giá thủ tục hành chính năm {y}',
    'kiện toàn Ban Chỉ đạo cải cách hành chính',
    'phê duyệt quy trình nội bộ giải quyết thủ tục hành chính',
    'chấn chỉnh kỷ luật, kỷ cương hành chính',
    'ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước năm {y}',
    'công bố danh mục thủ tục hành chính thực hiện tại Bộ phận Một cửa',
    'khắc phục tồn tại, hạn chế trong giải quyết thủ tục hành chính',
    'đo lường sự hài lòng của người dân đối với sự phục vụ hành chính năm {y}',
  ],
  sections: [
    {
      heading: 'Cải cách thể chế',
      topics: [
        {
          doing: 'ban hành',
          noun: 'văn bản quy phạm pháp luật',
          unit: 'văn bản',
          size: [8, 90],
          splits: [
            ['là nghị quyết của HĐND', 'là quyết định của UBND'],
            ['thuộc lĩnh vực đất đai', 'thuộc lĩnh vực tài chính', 'thuộc lĩnh vực khác'],
          ],
          some: 'ban hành theo trình tự, thủ tục rút gọn',
          good: 'được gửi lấy ý kiến thẩm định trước khi ban hành',
        },
        {
          doing: 'rà soát',
          noun: 'văn bản đang áp dụng',
          unit: 'văn bản',
          size: [30, 400],
          splits: [
            ['còn hiệu lực', 'hết hiệu lực toàn bộ', 'hết hiệu lực một phần'],
            ['đề nghị giữ nguyên', 'đề nghị sửa đổi', 'đề nghị bãi bỏ', 'đề nghị thay thế'],
          ],
          some: 'có nội dung không còn phù hợp',
          good: 'được công bố kết quả rà soát',
        },
      ],
      matters: [
        'công tác xây dựng, thẩm định văn bản',
        'việc theo dõi tình hình thi hành pháp luật',
        'việc hệ thống hóa văn bản theo kỳ',
        'công tác phổ biến, giáo dục pháp luật ở cơ sở',
        'việc tự kiểm tra văn bản sau khi ban hành',
      ],
      lacks: [
        'một số văn bản trình ký còn sai thể thức, kỹ thuật trình bày',
        'việc lấy ý kiến đối tượng chịu tác động của văn bản chưa được coi trọng',
        'cán bộ làm công tác pháp chế còn kiêm nhiệm',
      ],
    },
    {
      heading: 'Cải cách thủ tục hành chính',
      topics: [
        {
          doing: 'tiếp nhận',
          noun: 'hồ sơ thủ tục hành chính',
          unit: 'hồ sơ',
          size: [900, 68_000],
          splits: [
            ['nộp trực tuyến', 'nộp trực tiếp', 'nộp qua dịch vụ bưu chính công ích'],
            ['thuộc thẩm quyền cấp huyện', 'thuộc thẩm quyền cấp xã'],
            [
              'trong lĩnh vực đất đai',
              'trong lĩnh vực hộ tịch',
              'trong lĩnh vực đăng ký kinh doanh',
              'trong các lĩnh vực khác',
            ],
          ],
          some: 'phải yêu cầu bổ sung',
          good: 'được số hóa thành phần theo quy định',
        },
        {
          doing: 'giải quyết xong',
          noun: 'hồ sơ đã có kết quả',
          unit: 'hồ sơ',
          size: [800, 52_000],
          splits: [
            ['trước hạn', 'đúng hạn', 'quá hạn'],
            ['trả kết quả điện tử', 'trả kết quả bản giấy'],
          ],
          some: 'phải xin lỗi do trả kết quả chậm',
          good: 'được trả trước và đúng hạn',
        },
        {
          doing: 'công khai',
          noun: 'thủ tục hành chính thuộc thẩm quyền',
          unit: 'thủ tục',
          size: [110, 420],
          splits: [
            ['cấp huyện', 'cấp xã'],
            ['cung cấp trực tuyến toàn trình', 'cung cấp trực tuyến một phần', 'chưa cung cấp trực tuyến'],
          ],
          some: 'thực hiện liên thông',
          good: 'được niêm yết đầy đủ tại nơi tiếp nhận',
        },
        {
          doing: 'nhận',
          noun: 'phản ánh, kiến nghị về quy định hành chính',
          unit: 'phản ánh',
          size: [6, 140],
          splits: [
            ['của cá nhân', 'của tổ chức'],
            ['đã xử lý', 'đang xử lý'],
          ],
          some: 'liên quan đến thái độ phục vụ',
          good: 'được trả lời công khai',
        },
      ],
      matters: [
        'việc thực hiện cơ chế một cửa, một cửa liên thông',
        'việc số hóa hồ sơ, kết quả giải quyết còn hiệu lực',
        'việc tiếp nhận hồ sơ không phụ thuộc địa giới hành chính',
        'công tác rà soát, cắt giảm giấy tờ phải nộp',
        'việc công khai quy trình, thời gian và phí, lệ phí',
        'việc thanh toán trực tuyến nghĩa vụ tài chính về đất đai',
      ],
      lacks: [
        'tình trạng trả kết quả chậm trong lĩnh vực đất đai chưa được khắc phục triệt để',
        'người dân vùng sâu, vùng xa còn ngại nộp hồ sơ trực tuyến',
        'đường truyền ở một số xã không ổn định vào giờ cao điểm',
      ],
    },
    {
      heading: 'Cải cách tổ chức bộ máy',
      topics: [
        {
          doing: 'sắp xếp',
          noun: 'đơn vị sự nghiệp công lập',
          unit: 'đơn vị',
          size: [24, 96],
          splits: [
            ['thuộc ngành giáo dục', 'thuộc ngành y tế', 'thuộc các ngành khác'],
            ['do ngân sách bảo đảm chi thường xuyên', 'tự bảo đảm một phần chi thường xuyên'],
          ],
          some: 'có dưới 15 người làm việc',
          good: 'thực hiện cơ chế tự chủ',
        },
      ],
      matters: [
        'việc rà soát chức năng, nhiệm vụ của các phòng chuyên môn',
        'việc phân cấp, ủy quyền gắn với kiểm tra, giám sát',
        'việc tinh giản biên chế theo lộ trình',
        'việc sửa đổi quy chế làm việc của cơ quan',
      ],
      lacks: [
        'việc bố trí trụ sở dôi dư sau sắp xếp còn chậm',
        'quy chế phối hợp giữa một số cơ quan chưa rõ trách nhiệm',
      ],
    },
    {
      heading: 'Cải cách chế độ công vụ',
      topics: [
        {
          doing: 'cử đi đào tạo, bồi dưỡng',
          noun: 'lượt cán bộ, công chức, viên chức học tập',
          unit: 'lượt người',
          size: [60, 2400],
          splits: [
            ['bồi dưỡng lý luận chính trị', 'bồi dưỡng quản lý nhà nước', 'bồi dưỡng kỹ năng nghiệp vụ'],
            ['là cán bộ, công chức cấp huyện', 'là cán bộ, công chức cấp xã', 'là viên chức'],
          ],
          some: 'học theo hình thức trực tuyến',
          good: 'được cấp chứng chỉ hoàn thành khóa học',
        },
        {
          doing: 'đánh giá, xếp loại',
          noun: 'công chức, viên chức trong diện đánh giá',
          unit: 'người',
          size: [70, 1900],
          splits: [
            [
              'hoàn thành xuất sắc nhiệm vụ',
              'hoàn thành tốt nhiệm vụ',
              'hoàn thành nhiệm vụ',
              'không hoàn thành nhiệm vụ',
            ],
            [
              'có trình độ trên đại học',
              'có trình độ đại học',
              'có trình độ cao đẳng',
              'có trình độ trung cấp',
            ],
          ],
          some: 'là nữ giữ chức vụ lãnh đạo',
          good: 'đạt chuẩn theo vị trí việc làm',
        },
      ],
      matters: [
        'việc bố trí công chức theo vị trí việc làm',
        'công tác kiểm tra đột xuất kỷ luật, kỷ cương',
        'việc chuyển đổi vị trí công tác theo định kỳ',
        'việc tuyển dụng công khai, cạnh tranh',
      ],
      lacks: [
        'việc đánh giá công chức ở vài nơi còn nể nang',
        'tỷ lệ công chức trẻ có trình độ ngoại ngữ còn thấp',
      ],
    },
    {
      heading: 'Xây dựng và phát triển chính quyền điện tử, chính quyền số',
      topics: [
        {
          doing: 'phát hành',
          noun: 'văn bản đi trên hệ thống quản lý văn bản',
          unit: 'văn bản',
          size: [1200, 48_000],
          splits: [
            ['ký số đầy đủ', 'còn gửi kèm bản giấy'],
            ['của UBND', 'của các phòng chuyên môn', 'của đơn vị sự nghiệp'],
          ],
          some: 'thuộc loại khẩn',
          good: 'được gửi, nhận qua trục liên thông',
        },
        {
          doing: 'cấp',
          noun: 'chứng thư số còn hiệu lực',
          unit: 'chứng thư số',
          size: [90, 900],
          splits: [['của tổ chức', 'của cá nhân']],
          some: 'tích hợp trên thiết bị di động',
          good: 'được sử dụng thường xuyên',
        },
      ],
      matters: [
        'việc kết nối, chia sẻ dữ liệu giữa các hệ thống',
        'hoạt động của tổ công nghệ số cộng đồng',
        'công tác bảo đảm an toàn thông tin mạng',
        'việc thực hiện hiện đại hóa công sở',
      ],
      lacks: [
        'máy tính trang bị đã lâu, cấu hình thấp',
        'nhân lực chuyên trách về công nghệ thông tin còn thiếu',
      ],
    },
  ],
};
