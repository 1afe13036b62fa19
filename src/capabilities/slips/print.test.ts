import { describe, expect, it } from 'vitest';
import { codesOn, missingFrom, pageCountOf, textOf } from '#test/pdf.ts';
import {
  printApology,
  printControlSlip,
  printGuideSlip,
  printPostingSheet,
  printRefusalSlip,
  printTrackingBook,
} from './print.ts';
import {
  apologySpecimen,
  bookLines,
  controlSlipSpecimen,
  guideSlipSpecimen,
  postingSheetSpecimen,
  refusalSlipSpecimen,
  trackingBookSpecimen,
} from './specimens.ts';

const printedAt = new Date('2020-07-20T02:00:00Z');

describe('the slips for the applicant', () => {
  it('ask for everything missing at once (form 02)', async () => {
    expect(
      missingFrom(await printGuideSlip(guideSlipSpecimen), [
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
      missingFrom(await printRefusalSlip(refusalSlipSpecimen), [
        'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
        ...refusalSlipSpecimen.reasons,
        ...refusalSlipSpecimen.legalBasis,
        'Đề nghị nộp hồ sơ tại Ủy ban nhân dân xã nơi đăng ký thường trú.',
      ]),
    ).toEqual([]);
  });

  it('apologise in the name of the agency and set a new date (form 04)', async () => {
    expect(
      missingFrom(await printApology(apologySpecimen), [
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

describe('the papers of the office', () => {
  it('keep every handover and leave lines for those to come (form 05)', async () => {
    const pdf = await printControlSlip(controlSlipSpecimen);
    expect(
      missingFrom(pdf, [
        'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
        '10 giờ 05 phút, ngày 28 tháng 4 năm 2020',
        'Trước hạn',
        'Quá hạn',
        'Chờ kết quả xác minh',
      ]),
    ).toEqual([]);
    expect(textOf(pdf).match(/Người nhận/g)).toHaveLength(5);
    expect(codesOn(pdf)).toEqual(['CODE-128:000.28.14.H08-200428-0012']);
  });

  it('carry the book over many pages, its head on each (form 06)', async () => {
    const pdf = await printTrackingBook({ ...trackingBookSpecimen, lines: bookLines(200) });
    expect(pageCountOf(pdf)).toBeGreaterThan(5);
    expect(textOf(pdf).match(/Mã hồ sơ/g)).toHaveLength(pageCountOf(pdf));
    expect(
      missingFrom(pdf, [
        'SỔ THEO DÕI HỒ SƠ',
        'Từ ngày 1/4/2020 đến ngày 30/4/2020',
        '000.28.14.H08-200420-0200',
        'Cộng: 200 hồ sơ',
      ]),
    ).toEqual([]);
  });

  it('say that a book is empty', async () => {
    expect(
      missingFrom(await printTrackingBook({ ...trackingBookSpecimen, lines: [] }), [
        'không có hồ sơ nào được tiếp nhận',
      ]),
    ).toEqual([]);
  });

  it('post a procedure with its code to scan', async () => {
    const pdf = await printPostingSheet(postingSheetSpecimen, printedAt);
    expect(
      missingFrom(pdf, [
        'THỦ TỤC ĐĂNG KÝ KHAI SINH',
        'Mã thủ tục: 1.001193',
        postingSheetSpecimen.timeLimit,
        '8.000 đồng/bản',
        postingSheetSpecimen.applicants,
        ...postingSheetSpecimen.papers.map(({ name }) => name),
        ...postingSheetSpecimen.steps.map(({ name }) => name),
        ...postingSheetSpecimen.legalBasis,
      ]),
    ).toEqual([]);
    expect(codesOn(pdf)).toContain(`QR-Code:${postingSheetSpecimen.url}`);
  });
});
