/** Filled-in slips for tests and for looking at templates. The people are synthetic. */
import { instantAt } from '#kernel/local-date.ts';
import {
  applicant,
  due,
  dossierNumber,
  letterhead,
  oneStop,
  person,
  procedureName,
  received,
} from './specimen-parts.ts';
import type { ControlSlipForm, PostingSheetForm, ReceiptForm, TrackingBookForm } from './schema.ts';

export const receiptSpecimen: ReceiptForm = {
  ...person,
  number: dossierNumber,
  representative: null,
  request: 'Cấp 02 bản để làm thủ tục đăng ký kết hôn',
  papers: [
    { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', kind: 'form', quantity: 1, note: null },
    { name: 'Giấy tờ tùy thân của người yêu cầu', kind: 'copy', quantity: 1, note: 'đã đối chiếu bản chính' },
    {
      name: 'Bản án, quyết định ly hôn đã có hiệu lực pháp luật',
      kind: 'certified-copy',
      quantity: 1,
      note: null,
    },
  ],
  sets: 1,
  timeLimit: '03 ngày làm việc',
  receivedAt: received,
  dueAt: due,
  delivery: { method: 'counter', address: null },
  fees: [{ name: 'Phí cấp Giấy xác nhận tình trạng hôn nhân (02 bản)', amountVnd: 16_000 }],
  feesPaid: true,
  book: { volume: '01', line: '118' },
  lookUp: {
    // As long as a signed text behind it makes it.
    url: `https://motcua.example.vn/tra-cuu?so=${dossierNumber}&ma=7K4PXN#bn=MC1*${'A'.repeat(240)}`,
    site: 'motcua.example.vn/tra-cuu',
    checkCode: '7K4-PXN',
    proofSite: 'motcua.example.vn/kiem-tra-bien-nhan',
  },
};

/** The worst ordinary case: fifteen papers, a name of 600 characters, a representative, postal delivery. */
export const longReceiptSpecimen: ReceiptForm = {
  ...receiptSpecimen,
  applicant: { ...applicant, email: 'nguyen.thi.b@example.vn' },
  procedureName: `${'Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất '.repeat(6).slice(0, 599)}.`,
  representative: {
    name: 'Đinh Văn D',
    identityNumber: '052090000002',
    basis: 'văn bản ủy quyền có chứng thực số 15/2020',
  },
  papers: Array.from({ length: 15 }, (_, index) => ({
    name: `Giấy tờ thứ ${index + 1}: hợp đồng hoặc văn bản về việc chuyển quyền sử dụng đất theo quy định của pháp luật đất đai`,
    kind: index % 2 === 0 ? ('original' as const) : ('certified-copy' as const),
    quantity: 1 + (index % 3),
    note: index === 3 ? 'trang 2 mờ' : null,
  })),
  delivery: { method: 'postal', address: 'thôn Vạn Long, xã An Hòa, huyện An Lão, tỉnh Bình Định' },
  fees: [
    { name: 'Lệ phí cấp Giấy chứng nhận', amountVnd: 25_000 },
    { name: 'Phí thẩm định hồ sơ', amountVnd: 1_250_000 },
  ],
  feesPaid: false,
};

export const controlSlipSpecimen: ControlSlipForm = {
  letterhead,
  oneStop,
  dossierNumber,
  procedureName,
  applicantName: applicant.name,
  resolvingUnit: 'Công chức Tư pháp - Hộ tịch xã An Hòa',
  receivedAt: received,
  dueAt: due,
  handovers: [
    {
      from: { unit: oneStop.name, officer: 'Đinh Văn A' },
      to: { unit: 'Công chức Tư pháp - Hộ tịch', officer: 'Nguyễn Văn G' },
      at: instantAt('2020-04-28', 10 * 60 + 5),
      timeliness: 'early',
      note: null,
    },
    {
      from: { unit: 'Công chức Tư pháp - Hộ tịch', officer: 'Nguyễn Văn G' },
      to: { unit: 'Lãnh đạo Ủy ban nhân dân xã', officer: null },
      at: instantAt('2020-05-05', 15 * 60 + 40),
      timeliness: 'late',
      note: 'Chờ kết quả xác minh',
    },
  ],
  blankLines: 3,
};

export const trackingBookSpecimen: TrackingBookForm = {
  letterhead,
  oneStop,
  volume: '01',
  from: '2020-04-01',
  to: '2020-04-30',
  lines: bookLines(60),
};

/** As many lines of form 06 as wanted, for long books. */
export function bookLines(length: number): TrackingBookForm['lines'] {
  return Array.from({ length }, (_, index) => ({
    order: index + 1,
    dossierNumber: `000.28.14.H08-2004${String((index % 30) + 1).padStart(2, '0')}-${String(index + 1).padStart(4, '0')}`,
    procedureName: index % 4 === 0 ? 'Chứng thực bản sao từ bản chính giấy tờ, văn bản' : procedureName,
    applicantName: 'Nguyễn Thị B',
    contact: 'thôn Vạn Long, xã An Hòa; 0900 000 001',
    resolvingUnit: 'Ủy ban nhân dân xã An Hòa',
    receivedAt: received,
    dueAt: index % 7 === 3 ? null : due,
    returnedAt: index % 3 === 0 ? null : due,
    delivery: index % 5 === 0 ? 'postal' : 'counter',
  }));
}

export const postingSheetSpecimen: PostingSheetForm = {
  letterhead,
  oneStop,
  code: '1.001193',
  name: 'Thủ tục đăng ký khai sinh',
  domain: 'Hộ tịch',
  applicants: 'Công dân Việt Nam: cha, mẹ, ông, bà, người thân thích hoặc người đang nuôi dưỡng trẻ em',
  resolvingUnit: 'Ủy ban nhân dân xã nơi cư trú của cha hoặc mẹ',
  papers: [
    {
      name: 'Tờ khai đăng ký khai sinh',
      kind: 'form',
      quantity: 1,
      condition: 'Theo mẫu; nộp trực tuyến thì khai trên biểu mẫu điện tử tương tác.',
    },
    {
      name: 'Giấy chứng sinh',
      kind: 'original',
      quantity: 1,
      condition: 'Không có Giấy chứng sinh thì nộp văn bản của người làm chứng.',
    },
    {
      name: 'Biên bản về việc trẻ bị bỏ rơi',
      kind: 'original',
      quantity: 1,
      condition: 'Trường hợp trẻ em bị bỏ rơi.',
    },
    { name: 'Giấy tờ tùy thân của người yêu cầu', kind: 'original', quantity: 1, condition: 'Xuất trình.' },
  ],
  sets: 1,
  timeLimit: 'Trong ngày; nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
  fees: [
    {
      name: 'Lệ phí đăng ký khai sinh đúng hạn',
      amount: 'Không thu',
      note: 'Trong 60 ngày kể từ ngày sinh.',
    },
    { name: 'Phí cấp bản sao Giấy khai sinh', amount: '8.000 đồng/bản', note: 'Khi có yêu cầu cấp bản sao.' },
  ],
  channels: ['Trực tiếp', 'Trực tuyến (một phần)'],
  steps: [
    {
      name: 'Tiếp nhận, kiểm tra và chuyển hồ sơ',
      unit: 'Bộ phận Tiếp nhận và Trả kết quả',
      duration: '1 giờ làm việc',
    },
    {
      name: 'Thẩm tra, ghi Sổ đăng ký khai sinh, in Giấy khai sinh',
      unit: 'Công chức Tư pháp - Hộ tịch',
      duration: '4,5 giờ làm việc',
    },
    { name: 'Xem xét, ký duyệt kết quả', unit: 'Lãnh đạo Ủy ban nhân dân xã', duration: '1,5 giờ làm việc' },
    { name: 'Trả kết quả', unit: 'Bộ phận Tiếp nhận và Trả kết quả', duration: null },
  ],
  results: ['Giấy khai sinh', 'Bản sao Giấy khai sinh (nếu có yêu cầu)'],
  conditions: 'Cha hoặc mẹ có trách nhiệm đăng ký khai sinh cho con trong 60 ngày kể từ ngày sinh.',
  legalBasis: ['Luật Hộ tịch', 'Nghị định số 123/2015/NĐ-CP', 'Thông tư số 04/2020/TT-BTP'],
  url: 'https://motcua.example.vn/thu-tuc/1.001193',
  validFrom: '2020-07-16',
};
