/** Filled-in letters to the applicant, for tests and for looking at templates. The people are synthetic. */
import { instantAt } from '#kernel/local-date.ts';
import {
  applicant,
  dossierNumber,
  due,
  letterhead,
  oneStop,
  person,
  procedureName,
  received,
} from '../specimen-parts.ts';
import type {
  ApologyForm,
  ExtensionForm,
  GuideSlipForm,
  RefusalSlipForm,
  StopNoticeForm,
  SupplementRequestForm,
} from './schema.ts';

export const guideSlipSpecimen: GuideSlipForm = {
  ...person,
  number: '07',
  issuedAt: received,
  items: [
    { name: 'Văn bản ủy quyền', originals: 1, certifiedCopies: 0, copies: 0, note: 'có chứng thực' },
    {
      name: 'Giấy tờ chứng minh nơi cư trú',
      originals: 0,
      certifiedCopies: 1,
      copies: 1,
      note: 'bản đã nộp hết giá trị sử dụng',
    },
  ],
  reason: 'Hồ sơ chưa có văn bản ủy quyền; giấy tờ chứng minh nơi cư trú không còn giá trị sử dụng.',
  legalBasis: ['Khoản 1 Điều 22 Nghị định số 123/2015/NĐ-CP'],
};

export const refusalSlipSpecimen: RefusalSlipForm = {
  ...person,
  number: null,
  issuedAt: received,
  dossier: null,
  signer: null,
  reasons: [
    'Người yêu cầu đăng ký thường trú tại xã khác, không thuộc thẩm quyền giải quyết của Ủy ban nhân dân xã An Hòa.',
    'Tờ khai chưa có chữ ký của người yêu cầu.',
  ],
  legalBasis: ['Khoản 1 Điều 21 Nghị định số 123/2015/NĐ-CP', 'Điều 17 Nghị định số 61/2018/NĐ-CP'],
  guidance: 'Đề nghị nộp hồ sơ tại Ủy ban nhân dân xã nơi đăng ký thường trú.',
};

export const apologySpecimen: ApologyForm = {
  letterhead,
  oneStop,
  applicant,
  procedureName,
  number: '03',
  issuedAt: instantAt('2020-05-05', 10 * 60),
  domain: 'Hộ tịch',
  dossierNumber,
  receivedAt: received,
  dueAt: due,
  reason: 'Đang chờ văn bản xác minh tình trạng hôn nhân của Ủy ban nhân dân nơi thường trú trước đây.',
  newDueAt: instantAt('2020-05-12', 16 * 60 + 30),
  signer: { authority: 'TM. Ủy ban nhân dân', title: 'Chủ tịch', name: 'Đinh Văn E' },
};

export const supplementRequestSpecimen: SupplementRequestForm = {
  ...person,
  number: '12',
  issuedAt: instantAt('2020-04-29', 9 * 60),
  dossierNumber,
  receivedAt: received,
  items: guideSlipSpecimen.items,
  points: [
    'Sửa ngày sinh ghi trong tờ khai cho khớp với giấy tờ tùy thân.',
    'Ký tên vào trang 2 của tờ khai.',
  ],
  reason: guideSlipSpecimen.reason,
  legalBasis: ['Khoản 1 Điều 22 Nghị định số 123/2015/NĐ-CP'],
  answerBy: '2020-05-29',
  contact: { name: 'Đinh Văn A', phone: '0256 000 0000', email: 'mot-cua@example.vn' },
  ordinal: 1,
};

export const dossierRefusalSpecimen: RefusalSlipForm = {
  ...refusalSlipSpecimen,
  dossier: { number: dossierNumber, receivedAt: received },
  issuedAt: instantAt('2020-04-29', 16 * 60),
  signer: apologySpecimen.signer,
};

export const extensionSpecimen: ExtensionForm = {
  ...apologySpecimen,
  extraTime: '04 ngày làm việc',
  legalBasis: ['Khoản 2 Điều 22 Nghị định số 123/2015/NĐ-CP'],
};

const { dueAt: _dueAt, newDueAt: _newDueAt, reason: _reason, ...letter } = apologySpecimen;

export const stopNoticeSpecimen: StopNoticeForm = {
  ...letter,
  number: '04',
  reasons: ['Người yêu cầu không bổ sung hồ sơ trong thời hạn đã thông báo.'],
  legalBasis: ['Điều 19 Nghị định số 61/2018/NĐ-CP'],
  guidance:
    'Khi có đủ giấy tờ, người yêu cầu có thể nộp lại hồ sơ; hồ sơ nộp lại được tiếp nhận như hồ sơ mới.',
};
