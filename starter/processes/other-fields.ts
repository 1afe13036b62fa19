/** Construction, household business, social protection, culture. */
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import {
  all,
  answer,
  chooseOne,
  chooseSome,
  having,
  meet,
  noLater,
  path,
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
  TAX_OFFICE,
} from './roles.ts';

const WORKS = officerOf('economy-infrastructure');
const FINANCE = officerOf('finance-planning');
const RECEIVE = 'Tiếp nhận, kiểm tra, số hóa và chuyển hồ sơ';
const GIVE = 'Trả kết quả, thu phí, lệ phí (nếu có)';

/** Law on Construction 2014, Art. 102: whoever is asked and does not answer in time is taken to agree. */
const BUILDING_PERMIT = processOf(
  'cap-giay-phep-xay-dung',
  'Cấp giấy phép xây dựng',
  having(
    step('receive', RECEIVE, [COUNTER, 4]),
    step('check', 'Thẩm định hồ sơ, xác định việc cần kiểm tra, lấy ý kiến', [WORKS, 16]),
  ),
  path('start', 'receive', 'check'),
  chooseSome('asked', {
    after: 'check',
    ways: {
      'Kiểm tra thực địa': 'visit',
      'Hỏi về quy hoạch': 'planning',
      'Hỏi về hạ tầng, di sản': 'heritage',
    },
    otherwise: ['Không cần lấy ý kiến', 'ready'],
  }),
  having(
    step('visit', 'Kiểm tra thực địa', [WORKS, 24]),
    answer('planning', 'Ý kiến về quy hoạch', [OTHER_AGENCY, 40]),
    answer('heritage', 'Ý kiến về hạ tầng kỹ thuật, di sản', [OTHER_AGENCY, 40]),
  ),
  noLater('planning', 40, 'ready'),
  noLater('heritage', 40, 'ready'),
  path('visit', 'ready'),
  path('planning', 'ready'),
  path('heritage', 'ready'),
  meet('ready', 'some', 'draft'),
  having(
    step('draft', 'Tổng hợp ý kiến, dự thảo giấy phép', [WORKS, 24]),
    step('approve', 'Trưởng phòng duyệt, ký trình', [headOf('economy-infrastructure'), 8]),
    step('sign', 'Lãnh đạo UBND huyện ký giấy phép', [DISTRICT_CHAIRMAN, 12]),
    step('stamp', 'Đóng dấu, vào sổ, phát hành', [DISTRICT_CLERK, 4]),
    step('give', GIVE, [COUNTER, 4]),
  ),
  path('draft', 'approve', 'sign', 'stamp', 'give', 'end'),
);

/** The same for a permit that is changed; a place already seen need not be seen again. */
const PERMIT_CHANGE = processOf(
  'dieu-chinh-giay-phep-xay-dung',
  'Điều chỉnh giấy phép xây dựng',
  having(step('receive', RECEIVE, [COUNTER, 4]), step('check', 'Thẩm định phần điều chỉnh', [WORKS, 32])),
  path('start', 'receive', 'check'),
  chooseOne('seen', {
    after: 'check',
    ways: { 'Kiểm tra thực địa': 'visit' },
    otherwise: ['Không cần kiểm tra thực địa', 'ready'],
  }),
  having(step('visit', 'Kiểm tra thực địa', [WORKS, 32])),
  path('visit', 'ready'),
  meet('ready', 'one', 'draft'),
  having(
    step('draft', 'Dự thảo giấy phép điều chỉnh', [WORKS, 24]),
    step('approve', 'Trưởng phòng duyệt, ký trình', [headOf('economy-infrastructure'), 8]),
    step('sign', 'Lãnh đạo UBND huyện ký quyết định', [DISTRICT_CHAIRMAN, 12]),
    step('stamp', 'Đóng dấu, vào sổ, phát hành', [DISTRICT_CLERK, 4]),
    step('give', GIVE, [COUNTER, 4]),
  ),
  path('draft', 'approve', 'sign', 'stamp', 'give', 'end'),
);

/** Decree 78/2015/NĐ-CP, Art. 71: the tax office is told of the new business while the certificate is on its way. */
const NEW_BUSINESS = processOf(
  'dang-ky-thanh-lap-ho-kinh-doanh',
  'Đăng ký thành lập hộ kinh doanh',
  having(
    step('receive', RECEIVE, [COUNTER, 2]),
    step('check', 'Kiểm tra tên, ngành nghề, dự thảo Giấy chứng nhận', [FINANCE, 14]),
    step('sign', 'Trưởng phòng duyệt, ký Giấy chứng nhận', [headOf('finance-planning'), 4]),
  ),
  path('start', 'receive', 'check', 'sign'),
  all('both', 'sign', 'stamp', 'tell'),
  having(
    step('stamp', 'Đóng dấu, vào sổ, phát hành', [clerkOf('finance-planning'), 1]),
    step('tell', 'Gửi thông tin đăng ký cho cơ quan thuế, ghi mã số thuế', [FINANCE, 2]),
  ),
  path('stamp', 'complete'),
  path('tell', 'complete'),
  meet('complete', 'all', 'give'),
  having(step('give', GIVE, [COUNTER, 1])),
  path('give', 'end'),
);

/** Decree 78/2015/NĐ-CP, Art. 75: the tax office is told where what it knows is changed. */
const BUSINESS_CHANGE = processOf(
  'thay-doi-noi-dung-dang-ky-ho-kinh-doanh',
  'Thay đổi nội dung đăng ký hộ kinh doanh',
  having(
    step('receive', RECEIVE, [COUNTER, 2]),
    step('check', 'Kiểm tra nội dung thay đổi, dự thảo Giấy chứng nhận', [FINANCE, 14]),
  ),
  path('start', 'receive', 'check'),
  chooseOne('taxed', {
    after: 'check',
    ways: { 'Thay đổi thông tin đăng ký thuế': 'tell' },
    otherwise: ['Không liên quan đến thuế', 'ready'],
  }),
  having(step('tell', 'Gửi thông tin thay đổi cho cơ quan thuế', [FINANCE, 2])),
  path('tell', 'ready'),
  meet('ready', 'one', 'sign'),
  having(
    step('sign', 'Trưởng phòng duyệt, ký Giấy chứng nhận', [headOf('finance-planning'), 4]),
    step('stamp', 'Đóng dấu, vào sổ, phát hành', [clerkOf('finance-planning'), 1]),
    step('give', GIVE, [COUNTER, 1]),
  ),
  path('sign', 'stamp', 'give', 'end'),
);

/** Decree 78/2015/NĐ-CP, Art. 77: what is owed must be paid first, so the tax office is asked at the same time. */
const BUSINESS_END = processOf(
  'cham-dut-hoat-dong-ho-kinh-doanh',
  'Chấm dứt hoạt động hộ kinh doanh',
  having(step('receive', RECEIVE, [COUNTER, 2])),
  path('start', 'receive'),
  all('both', 'receive', 'check', 'tax'),
  having(
    step('check', 'Kiểm tra hồ sơ, dự thảo thông báo', [FINANCE, 6]),
    answer('tax', 'Ý kiến của cơ quan thuế về nghĩa vụ thuế', [TAX_OFFICE, 12]),
  ),
  noLater('tax', 12, 'cleared'),
  path('check', 'cleared'),
  path('tax', 'cleared'),
  meet('cleared', 'some', 'sign'),
  having(
    step('sign', 'Trưởng phòng ký thông báo', [headOf('finance-planning'), 4]),
    step('stamp', 'Đóng dấu, cập nhật dữ liệu', [clerkOf('finance-planning'), 2]),
    step('give', 'Trả kết quả', [COUNTER, 2]),
  ),
  path('sign', 'stamp', 'give', 'end'),
);

/** Decree 136/2013/NĐ-CP, Art. 8: council of the commune, publication, department and chairman of the district. */
const SOCIAL_ALLOWANCE = processOf(
  'tro-cap-xa-hoi-hang-thang-ho-tro-cham-soc-nuoi-duong',
  'Trợ cấp xã hội hằng tháng, hỗ trợ chăm sóc, nuôi dưỡng',
  having(
    step('receive', RECEIVE, [COUNTER, 4]),
    step('look', 'Thẩm tra hoàn cảnh, lập hồ sơ', [COMMUNE_OFFICER, 36]),
    step('council', 'Họp Hội đồng xét duyệt trợ giúp xã hội', [COMMUNE_OFFICER, 36]),
    step('publish', 'Niêm yết công khai kết quả xét duyệt', [COMMUNE_OFFICER, 40]),
  ),
  path('start', 'receive', 'look', 'council', 'publish'),
  chooseOne('objection', {
    after: 'publish',
    ways: { 'Có khiếu nại': 'again' },
    otherwise: ['Không có khiếu nại', 'settled'],
  }),
  having(step('again', 'Hội đồng kết luận lại, niêm yết bổ sung', [COMMUNE_OFFICER, 20])),
  path('again', 'settled'),
  meet('settled', 'one', 'propose'),
  having(
    step('propose', 'Chủ tịch UBND cấp xã ký văn bản đề nghị', [COMMUNE_CHAIRMAN, 8]),
    step('appraise', 'Thẩm định, dự thảo quyết định', [officerOf('labour-social'), 48]),
    step('approve', 'Trưởng phòng duyệt, trình ký', [headOf('labour-social'), 8]),
    step('sign', 'Ký quyết định trợ cấp', [DISTRICT_CHAIRMAN, 20]),
    step('give', 'Trả kết quả', [COUNTER, 4]),
  ),
  path('propose', 'appraise', 'approve', 'sign', 'give', 'end'),
);

/** Joint Circular 37/2012/TTLT-BLĐTBXH-BYT-BTC-BGDĐT: what the council of the commune cannot decide goes to the medical one. */
const DISABILITY = processOf(
  'xac-dinh-muc-do-khuyet-tat-cap-giay-xac-nhan-khuyet-tat',
  'Xác định mức độ khuyết tật, cấp Giấy xác nhận khuyết tật',
  having(
    step('receive', RECEIVE, [COUNTER, 4]),
    step('prepare', 'Kiểm tra, triệu tập và chuẩn bị họp Hội đồng', [COMMUNE_OFFICER, 40]),
    step('council', 'Xác định dạng tật, mức độ khuyết tật, lập biên bản', [COMMUNE_OFFICER, 60]),
  ),
  path('start', 'receive', 'prepare', 'council'),
  chooseOne('decided', {
    after: 'council',
    ways: { 'Chuyển Hội đồng giám định y khoa': 'medical' },
    otherwise: ['Hội đồng kết luận được', 'concluded'],
  }),
  having(answer('medical', 'Kết luận của Hội đồng giám định y khoa', [OTHER_AGENCY, 40])),
  path('medical', 'concluded'),
  meet('concluded', 'one', 'publish'),
  having(
    step('publish', 'Niêm yết công khai kết luận 05 ngày làm việc', [COMMUNE_OFFICER, 40]),
    step('sign', 'Ký Giấy xác nhận khuyết tật', [COMMUNE_CHAIRMAN, 8]),
    step('stamp', 'Đóng dấu, vào sổ', [COMMUNE_CLERK, 4]),
    step('give', 'Trả kết quả', [COUNTER, 4]),
  ),
  path('publish', 'sign', 'stamp', 'give', 'end'),
);

/** Decree 110/2018/NĐ-CP: the police are heard while the plan is looked at. */
const FESTIVAL = processOf(
  'thong-bao-to-chuc-le-hoi-cap-xa',
  'Thông báo tổ chức lễ hội cấp xã',
  having(step('receive', RECEIVE, [COUNTER, 4])),
  path('start', 'receive'),
  all('both', 'receive', 'check', 'police'),
  having(
    step('check', 'Thẩm định nội dung, phương án an ninh, môi trường', [COMMUNE_OFFICER, 40]),
    answer('police', 'Ý kiến của công an về an ninh, trật tự', [POLICE, 32]),
  ),
  noLater('police', 32, 'heard'),
  path('check', 'heard'),
  path('police', 'heard'),
  meet('heard', 'some', 'sign'),
  having(
    step('sign', 'Xem xét, ký văn bản trả lời', [COMMUNE_CHAIRMAN, 8]),
    step('stamp', 'Đóng dấu, vào sổ, lưu hồ sơ', [COMMUNE_CLERK, 2]),
    step('give', 'Trả kết quả', [COUNTER, 2]),
  ),
  path('sign', 'stamp', 'give', 'end'),
);

export const OTHER_FIELDS: readonly ProcessDefinition[] = [
  BUILDING_PERMIT,
  PERMIT_CHANGE,
  NEW_BUSINESS,
  BUSINESS_CHANGE,
  BUSINESS_END,
  SOCIAL_ALLOWANCE,
  DISABILITY,
  FESTIVAL,
];
