import { describe, expect, it } from 'vitest';
import { instantAt } from '#kernel/local-date.ts';
import { missingFrom, pageCountOf, textOf } from '#test/pdf.ts';
import { FIRST_FORM_SETS } from '../sets/first.ts';
import {
  printApology,
  printExtension,
  printGuideSlip,
  printRefusalSlip,
  printStopNotice,
  printSupplementRequest,
} from './print.ts';
import {
  apologySpecimen,
  dossierRefusalSpecimen,
  extensionSpecimen,
  guideSlipSpecimen,
  refusalSlipSpecimen,
  stopNoticeSpecimen,
  supplementRequestSpecimen,
} from './specimens.ts';

const [OLD, NEW] = FIRST_FORM_SETS;

describe('the slips for whoever stands at the counter', () => {
  it('ask for everything missing at once (form 02)', async () => {
    expect(
      missingFrom(await printGuideSlip(OLD, guideSlipSpecimen), [
        'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
        'Số: 07/HDHS',
        'Văn bản ủy quyền (có chứng thực)',
        'Giấy tờ chứng minh nơi cư trú (bản đã nộp hết giá trị sử dụng)',
        `Lý do: ${guideSlipSpecimen.reason}`,
        'Căn cứ: Khoản 1 Điều 22 Nghị định số 123/2015/NĐ-CP',
        'NGƯỜI HƯỚNG DẪN',
      ]),
    ).toEqual([]);
  });

  it('give every reason and its ground when a dossier is refused (form 03)', async () => {
    expect(
      missingFrom(await printRefusalSlip(OLD, refusalSlipSpecimen), [
        'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
        ...refusalSlipSpecimen.reasons,
        ...refusalSlipSpecimen.legalBasis,
        'Đề nghị nộp hồ sơ tại Ủy ban nhân dân xã nơi đăng ký thường trú.',
      ]),
    ).toEqual([]);
  });

  it('apologise in the name of the agency and set a new date (form 04)', async () => {
    expect(
      missingFrom(await printApology(OLD, apologySpecimen), [
        'ỦY BAN NHÂN DÂN HUYỆN AN LÃO',
        'Số: 03/PXL',
        'Kính gửi: Nguyễn Thị B',
        `Lý do: ${apologySpecimen.reason}`,
        'hẹn lại thời gian trả kết quả: 16 giờ 30 phút, Thứ Ba ngày 12 tháng 5 năm 2020',
        'TM. ỦY BAN NHÂN DÂN',
        'CHỦ TỊCH',
        'Đinh Văn E',
      ]),
    ).toEqual([]);
  });
});

describe('the letters about a received dossier', () => {
  it('ask for every paper and point, say until when and whom to ring (form 02)', async () => {
    const pdf = await printSupplementRequest(OLD, supplementRequestSpecimen);
    expect(
      missingFrom(pdf, [
        'Số hồ sơ: 000.28.14.H08-200428-0012',
        'Văn bản ủy quyền (có chứng thực)',
        ...supplementRequestSpecimen.points,
        'chậm nhất ngày 29/5/2020',
        'Thời gian chờ bổ sung không tính vào thời hạn giải quyết',
        'thư điện tử mot-cua@example.vn',
      ]),
    ).toEqual([]);
    expect(textOf(pdf)).not.toContain('bổ sung lần');
    expect(pageCountOf(pdf)).toBe(1);
  });

  it('say which request it is from the second on', async () => {
    const second = await printSupplementRequest(OLD, { ...supplementRequestSpecimen, ordinal: 2 });
    expect(textOf(second)).toContain('Yêu cầu bổ sung lần 2');
  });

  it('ask for papers or points, never for nothing', async () => {
    const empty = { ...supplementRequestSpecimen, items: [], points: [] };
    await expect(printSupplementRequest(OLD, empty)).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('refuse in the name of the agency what was received (form 03)', async () => {
    const pdf = await printRefusalSlip(OLD, dossierRefusalSpecimen);
    expect(missingFrom(pdf, ['Số hồ sơ: 000.28.14.H08-200428-0012', 'CHỦ TỊCH', 'Đinh Văn E'])).toEqual([]);
    expect(textOf(pdf)).not.toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
    expect(pageCountOf(pdf)).toBe(1);
  });

  it('apologise before and after the promised day in words that fit', async () => {
    const after = { ...apologySpecimen, issuedAt: instantAt('2020-05-07', 8 * 60) };
    expect(textOf(await printApology(OLD, apologySpecimen))).not.toContain('đến nay');
    expect(textOf(await printApology(OLD, after))).toContain('đến nay');
  });

  it('have one form 04 for apology and extension since 2025, and no form for extensions before', async () => {
    const title = 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT';
    const foot = 'Mẫu số 04 ban hành kèm theo Thông tư số 03/2025/TT-VPCP';
    expect(missingFrom(await printApology(NEW, apologySpecimen), [title, foot])).toEqual([]);
    const extension = await printExtension(NEW, extensionSpecimen);
    expect(missingFrom(extension, [title, foot, 'thêm 04 ngày làm việc'])).toEqual([]);
    const before = textOf(await printExtension(OLD, extensionSpecimen));
    expect(before).toContain('THÔNG BÁO GIA HẠN THỜI GIAN GIẢI QUYẾT HỒ SƠ');
    expect(before).not.toContain('Mẫu số');
  });

  it('tell of a stop with its reasons (form 05 since 2025)', async () => {
    const pdf = await printStopNotice(NEW, stopNoticeSpecimen);
    const told = ['THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', 'Mẫu số 05', ...stopNoticeSpecimen.reasons];
    expect(missingFrom(pdf, told)).toEqual([]);
    expect(pageCountOf(pdf)).toBe(1);
  });
});
