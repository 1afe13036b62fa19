/** The reasons that an installation begins with, as the migration writes them; from then on they are changed on their page. */
import type { Reason, ReasonAct } from './schema.ts';

const ART_17 = 'Điều 17 Nghị định số 61/2018/NĐ-CP';
const ART_19 = 'Điều 19 Nghị định số 61/2018/NĐ-CP';
const CIVIL_CODE = 'Điều 156 Bộ luật Dân sự số 91/2015/QH13';

const ROWS: readonly (readonly [ReasonAct, string, string, string?])[] = [
  ['supplement', 'missing-paper', 'Thiếu giấy tờ theo quy định của thủ tục', ART_19],
  ['supplement', 'wrong-content', 'Giấy tờ có nội dung chưa đúng hoặc chưa khớp nhau', ART_19],
  ['supplement', 'expired-paper', 'Giấy tờ đã hết giá trị sử dụng', ART_19],
  ['supplement', 'explain', 'Cần giải trình, làm rõ', ART_19],
  ['pause', 'other-agency', 'Chờ cơ quan khác trả lời về nội dung liên quan'],
  ['pause', 'court', 'Chờ kết quả giải quyết của Tòa án hoặc cơ quan có thẩm quyền'],
  ['pause', 'force-majeure', 'Thiên tai, dịch bệnh hoặc sự kiện bất khả kháng', CIVIL_CODE],
  ['pause', 'applicant', 'Người nộp đề nghị tạm dừng'],
  ['resume-early', 'cause-gone', 'Lý do tạm dừng không còn'],
  ['resume-early', 'enough', 'Đã đủ căn cứ để giải quyết tiếp'],
  ['extension', 'verification', 'Phải xác minh, kiểm tra thực tế thêm', ART_19],
  ['extension', 'complex', 'Hồ sơ có nhiều nội dung phức tạp', ART_19],
  ['extension', 'consultation', 'Phải lấy ý kiến thêm cơ quan liên quan', ART_19],
  ['refusal', 'conditions', 'Không đủ điều kiện giải quyết theo quy định', ART_19],
  ['refusal', 'competence', 'Không thuộc thẩm quyền giải quyết', ART_17],
  ['refusal', 'false-papers', 'Giấy tờ không đúng sự thật', ART_19],
  ['stop', 'dispute', 'Phát sinh tranh chấp, khiếu nại phải giải quyết trước'],
  ['stop', 'authority', 'Theo yêu cầu của cơ quan có thẩm quyền'],
  ['stop', 'duplicate', 'Đã có hồ sơ khác cùng nội dung'],
  ['stop', 'no-supplement', 'Quá thời hạn mà người nộp không bổ sung hồ sơ', ART_19],
  ['withdrawal', 'own-wish', 'Người nộp không còn nhu cầu'],
  ['withdrawal', 'redo', 'Người nộp muốn làm lại hồ sơ'],
  ['withdrawal', 'elsewhere', 'Người nộp nộp ở nơi khác'],
  ['correction', 'entry-mistake', 'Nhập sai khi tiếp nhận'],
  ['correction', 'applicant-change', 'Người nộp thay đổi thông tin liên hệ'],
  ['rollback', 'wrong-result', 'Kết quả hoặc văn bản có sai sót phải làm lại'],
  ['rollback', 'wrong-way', 'Chuyển nhầm hướng giải quyết'],
  ['rollback', 'new-facts', 'Phát sinh tình tiết mới phải xem xét lại'],
  ['late', 'overload', 'Hồ sơ nhiều, thiếu người'],
  ['late', 'other-agency', 'Cơ quan phối hợp trả lời chậm'],
  ['late', 'complex', 'Hồ sơ phức tạp, phải xác minh thêm'],
  ['late', 'technical', 'Sự cố kỹ thuật, mất điện, mất mạng'],
  ['late', 'officer', 'Lỗi của người xử lý'],
];

/** In the order of their numbers. */
export const FIRST_REASONS: readonly Omit<Reason, 'id' | 'sequence'>[] = ROWS.map(
  ([act, code, name, legalBasis = '']) => ({
    act,
    code,
    name,
    legalBasis,
    validFrom: '2018-06-21',
    validTo: null,
  }),
);
