/** Civil status (Law on Civil Status 2014; Circular 04/2020/TT-BTP): straight on, unless something must be verified first. */
import type { ProcessDefinition, UnitRole } from '#kernel/process/schema.ts';
import {
  all,
  answer,
  chooseOne,
  chooseSome,
  having,
  linked,
  meet,
  path,
  pause,
  processOf,
  step,
} from './describe.ts';
import {
  clerkOf,
  COMMUNE_CHAIRMAN,
  COMMUNE_CLERK,
  COMMUNE_OFFICER,
  COUNTER,
  DISTRICT_CHAIRMAN,
  DISTRICT_CLERK,
  headOf,
  officerOf,
  OTHER_AGENCY,
  POLICE,
  SOCIAL_INSURANCE,
} from './roles.ts';

/** Hours of the steps; together no more than the time limit of the procedure. */
type Hours = {
  readonly receive: number;
  readonly check: number;
  readonly verify: number;
  readonly write: number;
  readonly sign: number;
  readonly stamp: number;
  readonly give: number;
};

type Verified = {
  readonly slug: string;
  readonly name: string;
  readonly check: string;
  readonly verify: string;
  readonly write: string;
  readonly hours: Hours;
};

const SAME_DAY: Hours = { receive: 1, check: 1.5, verify: 1.5, write: 1.5, sign: 1.5, stamp: 0.5, give: 0.5 };
const THREE_DAYS: Hours = { receive: 2, check: 4, verify: 8, write: 4, sign: 4, stamp: 1, give: 1 };
const FIVE_DAYS: Hours = { receive: 4, check: 6, verify: 12, write: 6, sign: 8, stamp: 2, give: 2 };

/** The commune decides; what must be verified elsewhere is asked for, and the head extends the time as the law allows. */
function verified({ slug, name, check, verify, write, hours }: Verified): ProcessDefinition {
  return processOf(
    slug,
    name,
    having(
      step('receive', 'Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ', [COUNTER, hours.receive]),
      step('check', check, [COMMUNE_OFFICER, hours.check]),
    ),
    path('start', 'receive', 'check'),
    chooseOne('enough', {
      after: 'check',
      ways: { 'Cần xác minh': 'verify' },
      otherwise: ['Đủ căn cứ giải quyết', 'ready'],
    }),
    having(answer('verify', verify, [OTHER_AGENCY, hours.verify])),
    path('verify', 'ready'),
    meet('ready', 'one', 'write'),
    having(
      step('write', write, [COMMUNE_OFFICER, hours.write]),
      step('sign', 'Xem xét, ký duyệt kết quả', [COMMUNE_CHAIRMAN, hours.sign]),
      step('stamp', 'Đóng dấu, vào sổ, lưu hồ sơ', [COMMUNE_CLERK, hours.stamp]),
      step('give', 'Trả kết quả, thu phí, lệ phí (nếu có)', [COUNTER, hours.give]),
    ),
    path('write', 'sign', 'stamp', 'give', 'end'),
  );
}

const VERIFIED: readonly Verified[] = [
  {
    slug: 'dang-ky-khai-tu',
    name: 'Đăng ký khai tử',
    check: 'Thẩm tra thông tin khai tử',
    verify: 'Văn bản xác minh thông tin khai tử',
    write: 'Ghi Sổ đăng ký khai tử, khóa thông tin hộ tịch, in Trích lục',
    hours: SAME_DAY,
  },
  {
    slug: 'dang-ky-ket-hon',
    name: 'Đăng ký kết hôn',
    check: 'Kiểm tra điều kiện kết hôn của hai bên',
    verify: 'Văn bản xác minh điều kiện kết hôn',
    write: 'Ghi Sổ, in Giấy chứng nhận kết hôn (02 bản)',
    hours: SAME_DAY,
  },
  {
    slug: 'xac-nhan-tinh-trang-hon-nhan',
    name: 'Xác nhận tình trạng hôn nhân',
    check: 'Kiểm tra tình trạng hôn nhân, nơi đã thường trú',
    verify: 'Kết quả kiểm tra, xác minh của Ủy ban nhân dân nơi đã thường trú',
    write: 'Ghi sổ, dự thảo Giấy xác nhận tình trạng hôn nhân',
    hours: THREE_DAYS,
  },
  {
    slug: 'dang-ky-nhan-cha-me-con',
    name: 'Đăng ký nhận cha, mẹ, con',
    check: 'Thẩm tra chứng cứ về quan hệ cha, mẹ, con',
    verify: 'Văn bản xác minh quan hệ cha, mẹ, con',
    write: 'Ghi Sổ đăng ký nhận cha, mẹ, con, dự thảo Trích lục',
    hours: THREE_DAYS,
  },
  {
    slug: 'khai-sinh-ket-hop-nhan-cha-me-con',
    name: 'Khai sinh kết hợp nhận cha, mẹ, con',
    check: 'Thẩm tra đồng thời hai việc hộ tịch',
    verify: 'Văn bản xác minh quan hệ cha, mẹ, con',
    write: 'Ghi hai sổ hộ tịch, in Giấy khai sinh và Trích lục',
    hours: THREE_DAYS,
  },
  {
    slug: 'thay-doi-cai-chinh-duoi-14-tuoi-bo-sung-ho-tich',
    name: 'Thay đổi, cải chính (dưới 14 tuổi), bổ sung hộ tịch',
    check: 'Thẩm tra căn cứ thay đổi, cải chính, bổ sung',
    verify: 'Văn bản xác minh nội dung thay đổi, cải chính',
    write: 'Ghi Sổ, dự thảo Trích lục',
    hours: THREE_DAYS,
  },
  {
    slug: 'dang-ky-lai-khai-sinh',
    name: 'Đăng ký lại khai sinh',
    check: 'Kiểm tra hồ sơ, việc lưu giữ sổ',
    verify: 'Kết quả xác minh việc lưu giữ Sổ đăng ký khai sinh',
    write: 'Ghi Sổ, in Giấy khai sinh',
    hours: FIVE_DAYS,
  },
  {
    slug: 'dang-ky-lai-ket-hon',
    name: 'Đăng ký lại kết hôn',
    check: 'Kiểm tra hồ sơ, việc lưu giữ sổ',
    verify: 'Kết quả xác minh việc lưu giữ Sổ đăng ký kết hôn',
    write: 'Ghi Sổ, in Giấy chứng nhận kết hôn',
    hours: FIVE_DAYS,
  },
];

const JUSTICE: UnitRole = officerOf('justice');

/** From the age of 14 the district decides (Law on Civil Status, Art. 46 clause 3). */
const CHANGE_FROM_14 = processOf(
  'thay-doi-cai-chinh-tu-14-tuoi-xac-dinh-lai-dan-toc',
  'Thay đổi, cải chính (từ 14 tuổi), xác định lại dân tộc',
  having(
    step('receive', 'Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ', [COUNTER, 2]),
    step('check', 'Thẩm tra căn cứ thay đổi, cải chính, xác định lại dân tộc', [JUSTICE, 4]),
  ),
  path('start', 'receive', 'check'),
  chooseOne('enough', {
    after: 'check',
    ways: { 'Cần xác minh': 'verify' },
    otherwise: ['Đủ căn cứ giải quyết', 'ready'],
  }),
  having(answer('verify', 'Văn bản xác minh nội dung thay đổi, cải chính', [OTHER_AGENCY, 6])),
  path('verify', 'ready'),
  meet('ready', 'one', 'write'),
  having(
    step('write', 'Ghi Sổ, dự thảo Trích lục', [JUSTICE, 4]),
    step('approve', 'Trưởng phòng duyệt, ký hoặc ký trình', [headOf('justice'), 4]),
    step('sign', 'Lãnh đạo UBND huyện ký quyết định', [DISTRICT_CHAIRMAN, 2]),
    step('stamp', 'Đóng dấu, vào sổ, phát hành', [DISTRICT_CLERK, 1]),
    step('give', 'Trả kết quả, thu phí, lệ phí (nếu có)', [COUNTER, 1]),
  ),
  path('write', 'approve', 'sign', 'stamp', 'give', 'end'),
);

/** Law on Civil Status, Art. 37–38: the police are asked only where there is reason to. */
const FOREIGN_MARRIAGE = processOf(
  'dang-ky-ket-hon-co-yeu-to-nuoc-ngoai',
  'Đăng ký kết hôn có yếu tố nước ngoài',
  having(
    step('receive', 'Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ', [COUNTER, 4]),
    step('check', 'Nghiên cứu, thẩm tra hồ sơ', [JUSTICE, 40]),
  ),
  path('start', 'receive', 'check'),
  chooseSome('asked', {
    after: 'check',
    ways: { 'Hỏi công an': 'police', 'Hỏi cơ quan khác': 'others' },
    otherwise: ['Không cần xác minh', 'ready'],
  }),
  having(
    answer('police', 'Trả lời xác minh của công an', [POLICE, 24]),
    answer('others', 'Trả lời xác minh của cơ quan liên quan', [OTHER_AGENCY, 24]),
  ),
  path('police', 'ready'),
  path('others', 'ready'),
  meet('ready', 'some', 'propose'),
  having(
    step('propose', 'Hoàn thiện hồ sơ, dự thảo văn bản báo cáo', [JUSTICE, 16]),
    step('approve', 'Trưởng phòng Tư pháp báo cáo, đề xuất', [headOf('justice'), 12]),
    step('sign', 'Ký Giấy chứng nhận kết hôn', [DISTRICT_CHAIRMAN, 16]),
    step('stamp', 'Đóng dấu, vào sổ', [clerkOf('justice'), 4]),
    step('give', 'Tổ chức trao Giấy chứng nhận kết hôn', [COUNTER, 4]),
  ),
  path('propose', 'approve', 'sign', 'stamp', 'give', 'end'),
);

/** Joint Circular 05/2015/TTLT-BTP-BCA-BYT: police and social insurance work at the same time. */
const BIRTH_AND_FOLLOWING = processOf(
  'lien-thong-khai-sinh-thuong-tru-the-bao-hiem-y-te-tre-em',
  'Liên thông khai sinh, thường trú, thẻ bảo hiểm y tế trẻ em',
  having(
    step('receive', 'Tiếp nhận hồ sơ liên thông, số hóa', [COUNTER, 4]),
    linked('birth', 'Đăng ký khai sinh', ['dang-ky-khai-sinh', 10]),
    step('send', 'Lập danh sách, chuyển hồ sơ cho công an và bảo hiểm xã hội', [COMMUNE_CLERK, 2]),
  ),
  path('start', 'receive', 'birth', 'send'),
  all('both', 'send', 'residence', 'insurance'),
  having(
    answer('residence', 'Kết quả đăng ký thường trú cho trẻ', [POLICE, 96]),
    answer('insurance', 'Thẻ bảo hiểm y tế của trẻ', [SOCIAL_INSURANCE, 64]),
  ),
  path('residence', 'complete'),
  path('insurance', 'complete'),
  meet('complete', 'all', 'give'),
  having(step('give', 'Trả đồng thời ba kết quả', [COUNTER, 8])),
  path('give', 'end'),
);

/** Law on Adoption 2010, Art. 19–22: opinions are asked while the dossier is checked; then consent may be withdrawn for a while. */
const ADOPTION = processOf(
  'dang-ky-nuoi-con-nuoi-trong-nuoc',
  'Đăng ký nuôi con nuôi trong nước',
  having(step('receive', 'Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ', [COUNTER, 4])),
  path('start', 'receive'),
  all('both', 'receive', 'check', 'consent'),
  having(
    step('check', 'Kiểm tra hồ sơ, xác minh hoàn cảnh', [COMMUNE_OFFICER, 80]),
    step('consent', 'Lấy ý kiến cha, mẹ đẻ, người giám hộ và trẻ từ đủ 9 tuổi', [COMMUNE_OFFICER, 80]),
  ),
  path('check', 'agreed'),
  path('consent', 'agreed'),
  meet('agreed', 'all', 'reflect'),
  having(
    pause('reflect', 'Chờ hết thời gian được thay đổi ý kiến đồng ý', 88),
    step('write', 'Dự thảo Giấy chứng nhận nuôi con nuôi', [COMMUNE_OFFICER, 32]),
    step('sign', 'Xem xét, ký duyệt kết quả', [COMMUNE_CHAIRMAN, 8]),
    step('stamp', 'Đóng dấu, vào sổ, lưu hồ sơ', [COMMUNE_CLERK, 2]),
    step('give', 'Trao Giấy chứng nhận nuôi con nuôi, thu lệ phí', [COUNTER, 2]),
  ),
  path('reflect', 'write', 'sign', 'stamp', 'give', 'end'),
);

export const CIVIL_STATUS: readonly ProcessDefinition[] = [
  ...VERIFIED.map(verified),
  CHANGE_FROM_14,
  FOREIGN_MARRIAGE,
  BIRTH_AND_FOLLOWING,
  ADOPTION,
];
