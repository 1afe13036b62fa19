/** The sets that an installation begins with, as the migration writes them; from then on they are changed on their page. */
import type { FormSet } from '../form-sets.ts';

/**
 * Circular 01/2018/TT-VPCP, annex, forms 01–06. Symbols follow forms seen in use; they are the office's own
 * business under Decree 30/2020/NĐ-CP, annex I. Extension and stop have no form there, so they are plain notices.
 */
const UNDER_CIRCULAR_01_2018 = {
  receipt: {
    formNumber: 'Mẫu số 01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    symbol: 'TNHS',
    template: 'nd61-2018/receipt',
  },
  'guide-slip': {
    formNumber: 'Mẫu số 02',
    title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    symbol: 'HDHS',
    template: 'nd61-2018/guide-slip',
  },
  'refusal-slip': {
    formNumber: 'Mẫu số 03',
    title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    symbol: 'TB',
    template: 'nd61-2018/refusal-slip',
  },
  apology: {
    formNumber: 'Mẫu số 04',
    title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
    symbol: 'PXL',
    template: 'nd61-2018/apology',
  },
  extension: {
    formNumber: '',
    title: 'Thông báo gia hạn thời gian giải quyết hồ sơ',
    symbol: 'TB',
    template: 'nd61-2018/extension',
  },
  'stop-notice': {
    formNumber: '',
    title: 'Thông báo dừng giải quyết hồ sơ',
    symbol: 'TB',
    template: 'nd61-2018/stop-notice',
  },
  'control-slip': {
    formNumber: 'Mẫu số 05',
    title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    symbol: '',
    template: 'nd61-2018/control-slip',
  },
  'tracking-book': {
    formNumber: 'Mẫu số 06',
    title: 'Sổ theo dõi hồ sơ',
    symbol: '',
    template: 'nd61-2018/tracking-book',
  },
} as const satisfies FormSet['layouts'];

/**
 * Circular 03/2025/TT-VPCP, annex I: seven forms. One form 04 both apologises and asks for more time, a notice of stopping
 * was added as 05, and the control slip and the book moved to 06 and 07.
 */
const UNDER_CIRCULAR_03_2025 = {
  ...UNDER_CIRCULAR_01_2018,
  apology: {
    formNumber: 'Mẫu số 04',
    title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    symbol: 'PXL',
    template: 'tt03-2025/apology',
  },
  extension: {
    formNumber: 'Mẫu số 04',
    title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
    symbol: 'PXL',
    template: 'tt03-2025/extension',
  },
  'stop-notice': { ...UNDER_CIRCULAR_01_2018['stop-notice'], formNumber: 'Mẫu số 05' },
  'control-slip': { ...UNDER_CIRCULAR_01_2018['control-slip'], formNumber: 'Mẫu số 06' },
  'tracking-book': { ...UNDER_CIRCULAR_01_2018['tracking-book'], formNumber: 'Mẫu số 07' },
} as const satisfies FormSet['layouts'];

/** Oldest first; their numbers are their places in the list, from 1. */
export const FIRST_FORM_SETS = [
  {
    code: 'nd61-2018',
    legalBasis: 'Thông tư số 01/2018/TT-VPCP',
    validFrom: '2018-06-21',
    layouts: UNDER_CIRCULAR_01_2018,
  },
  {
    code: 'tt03-2025',
    legalBasis: 'Thông tư số 03/2025/TT-VPCP',
    validFrom: '2025-07-01',
    layouts: UNDER_CIRCULAR_03_2025,
  },
] as const satisfies readonly FormSet[];
