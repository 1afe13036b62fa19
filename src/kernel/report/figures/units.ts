/** Words that stand behind a number and say what is counted. */

/** Longest first is seen to by the reader. Written with tones, in lower case. */
const CLASSIFIERS = `
người; lượt người; lượt; em; cháu; học sinh; học viên; giáo viên; lao động; khẩu; nhân khẩu; hộ; hộ dân; hộ gia đình; gia đình; đối tượng;
cán bộ; công chức; viên chức; cán bộ công chức; đại biểu; đảng viên; đoàn viên; hội viên; đội viên; trường hợp; ca; bệnh nhân; cá nhân; tập thể; tổ chức; công dân;
biên chế; chỉ tiêu; vị trí việc làm; vị trí; chức danh;
văn bản quy phạm pháp luật; văn bản qppl; vbqppl; văn bản; nghị quyết; quyết định; chỉ thị; kế hoạch; công văn; thông báo; báo cáo; tờ trình; chương trình; đề án; dự án; dự thảo; hướng dẫn; quy chế; quy trình;
thủ tục hành chính; tthc; thủ tục; hồ sơ; dịch vụ công; dịch vụ; giấy chứng nhận; giấy phép; giấy tờ; chứng thư số; chứng thư; tài khoản; chữ ký số; bản; tờ; trang; phiếu; biên bản;
đơn vị sự nghiệp công lập; đơn vị sự nghiệp; đơn vị hành chính; đơn vị; cơ quan chuyên môn; cơ quan; phòng; ban; trung tâm; trạm; trường; điểm trường; lớp; xã; phường; thị trấn; huyện; thôn; làng; bản làng; tổ dân phố; doanh nghiệp; hợp tác xã; cơ sở; tổ; nhóm; đội; đoàn; câu lạc bộ; chi bộ; mô hình; sáng kiến; giải pháp; nhiệm vụ; tiêu chí; chuyên đề; lĩnh vực; nội dung; hạng mục; công trình;
vụ việc; vụ; đơn; đơn thư; khiếu nại; tố cáo; phản ánh; kiến nghị; ý kiến; câu hỏi; cuộc; cuộc họp; cuộc thanh tra; cuộc kiểm tra; buổi; đợt; lần; kỳ; phiên; hội nghị; hội thảo; hoạt động; tin; bài; tin bài; chuyên mục; khóa; khoá;
con; cây; ha; hecta; m2; m²; m3; km; km2; m; kg; tạ; tấn; tạ/ha; kwh; lít; mét; mét vuông; tuyến; tuyến đường; cầu; nhà; căn; ngôi; phòng học; giường; máy; máy tính; bộ; bộ máy; chiếc; cái; xe; thiết bị; hệ thống; phần mềm; suất; suất quà; phần quà;
ngày công; ngày làm việc; ngày; giờ; phút; tháng; tuần; quý; năm; tuổi; điểm; điểm phần trăm; bậc; hạng; %; phần trăm; đồng; đ; vnđ; vnd; usd; triệu đồng; tỷ đồng; tỉ đồng; nghìn đồng; ngàn đồng
`;

const BY_FIRST_WORD = Map.groupBy(
  CLASSIFIERS.split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length),
  (name) => name.split(' ')[0] ?? '',
);

const SCALES: Readonly<Record<string, number>> = {
  nghìn: 1000,
  ngàn: 1000,
  triệu: 1_000_000,
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
};

export type Unit = {
  /** `người`, `%`, `đồng`; empty when there is none. */
  readonly name: string;
  /** Whether it is one of the words known to count something, and not any word that happens to follow. */
  readonly isKnown: boolean;
  /** What the number is to be multiplied by: 1,000,000 for `triệu đồng`. */
  readonly scale: number;
  /** Offset behind it in the text. */
  readonly end: number;
};

/** Words that go on with the sentence and count nothing. */
const OTHER_WORDS = new Set(
  `và với là thì mà trong đó đã đang được bị có của các những so tăng giảm đạt chiếm bằng từ đến tới lên xuống tại ở theo về vào cho do để nên nhưng hoặc hay cùng khi sau trước trên dưới ngoài gồm bao còn lại chưa không rồi này trở thuộc như qua tính cụ tức tương ra hơn nếu vì bởi cũng vẫn chỉ số tổng nhằm đồng`.split(
    ' ',
  ),
);

const WORD = /[\p{L}\p{M}²³]+[23]?(?:\/[\p{L}]+)?/uy;

/** The unit that begins at an offset, behind any blanks. `low` is the text in lower case. */
export function unitAt(low: string, offset: number): Unit {
  const start = low[offset] === ' ' ? offset + 1 : offset;
  if (low[start] === '%') return { name: '%', isKnown: true, scale: 1, end: start + 1 };
  const first = wordAt(low, start);
  if (first === '') return { name: '', isKnown: false, scale: 1, end: offset };
  const scale = SCALES[first];
  if (scale !== undefined) return scaled(low, start + first.length, scale);
  const known = (BY_FIRST_WORD.get(first) ?? []).find((name) => standsAt(low, name, start));
  if (known !== undefined) return { name: nameOf(known), isKnown: true, scale: 1, end: start + known.length };
  if (OTHER_WORDS.has(first) || start === offset) return { name: '', isKnown: false, scale: 1, end: offset };
  return { name: first, isKnown: false, scale: 1, end: start + first.length };
}

function scaled(low: string, end: number, scale: number): Unit {
  const behind = unitAt(low, end);
  // "5 tỷ 200 triệu đồng" and "1,2 triệu" alone: money or a count whose unit is not said.
  return behind.scale === 1
    ? { ...behind, scale, end: Math.max(end, behind.end) }
    : { name: behind.name, isKnown: behind.isKnown, scale: scale * behind.scale, end: behind.end };
}

const SAME: Readonly<Record<string, string>> = {
  đ: 'đồng',
  vnđ: 'đồng',
  vnd: 'đồng',
  'phần trăm': '%',
  tthc: 'thủ tục',
  'thủ tục hành chính': 'thủ tục',
  vbqppl: 'văn bản',
  'văn bản qppl': 'văn bản',
  'văn bản quy phạm pháp luật': 'văn bản',
  khoá: 'khóa',
  'lượt người': 'lượt',
  'hộ dân': 'hộ',
  'hộ gia đình': 'hộ',
  'đơn vị sự nghiệp công lập': 'đơn vị',
  'đơn vị sự nghiệp': 'đơn vị',
  'đơn vị hành chính': 'đơn vị',
  'cơ quan chuyên môn': 'cơ quan',
  'cuộc thanh tra': 'cuộc',
  'cuộc kiểm tra': 'cuộc',
};

function nameOf(name: string): string {
  return SAME[name] ?? name;
}

function standsAt(low: string, name: string, start: number): boolean {
  return low.startsWith(name, start) && !/[\p{L}\p{M}]/u.test(low[start + name.length] ?? ' ');
}

function wordAt(low: string, start: number): string {
  WORD.lastIndex = start;
  return WORD.exec(low)?.[0] ?? '';
}

/** Units whose counts are of a kind with a whole counted in the first: parts may be named more closely than the whole. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  người: [
    'cán bộ', 'công chức', 'viên chức', 'cán bộ công chức', 'đại biểu', 'đảng viên', 'đoàn viên', 'hội viên', 'đội viên',
    'học sinh', 'học viên', 'giáo viên', 'lao động', 'em', 'cháu', 'cá nhân', 'công dân', 'biên chế',
  ],
  'biên chế': ['người', 'công chức', 'viên chức'],
  'đơn vị': [
    'cơ quan', 'phòng', 'ban', 'trung tâm', 'trạm', 'trường', 'xã', 'phường', 'thị trấn', 'huyện', 'doanh nghiệp', 'cơ sở',
  ],
  'cơ quan': ['phòng', 'ban', 'đơn vị'],
  xã: ['phường', 'thị trấn'],
  'văn bản': [
    'nghị quyết', 'quyết định', 'chỉ thị', 'kế hoạch', 'công văn', 'thông báo', 'báo cáo', 'tờ trình', 'chương trình',
    'đề án', 'hướng dẫn', 'quy chế',
  ],
  đơn: ['khiếu nại', 'tố cáo', 'kiến nghị', 'phản ánh', 'vụ', 'vụ việc'],
  'vụ việc': ['vụ', 'đơn', 'khiếu nại', 'tố cáo'],
  'dịch vụ': ['thủ tục', 'dịch vụ công'],
  'hồ sơ': ['trường hợp', 'thủ tục'],
  'trường hợp': ['người', 'hồ sơ', 'công chức', 'viên chức', 'cán bộ'],
}; // prettier-ignore

/** Whether a figure of one unit may be a part of a whole of another: the same, none said, a closer name, or a word not known. */
export function mayBePartOf(part: Pick<Unit, 'name' | 'isKnown'>, whole: string): boolean {
  if (part.name === '' || part.name === whole || whole === '') return part.name !== '%';
  return !part.isKnown || (KINDS[whole]?.includes(part.name) ?? false);
}
