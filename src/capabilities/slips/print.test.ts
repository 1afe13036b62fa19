import { describe, expect, it } from 'vitest';
import { codesOn, missingFrom, pageCountOf, textOf } from '#test/pdf.ts';
import { printControlSlip, printPostingSheet, printTrackingBook } from './print.ts';
import { FIRST_FORM_SETS } from './sets/first.ts';
import { bookLines, controlSlipSpecimen, postingSheetSpecimen, trackingBookSpecimen } from './specimens.ts';

const [OLD, NEW] = FIRST_FORM_SETS;
const printedAt = new Date('2020-07-20T02:00:00Z');

describe('the papers of the office', () => {
  it('keep every handover and leave lines for those to come (form 05)', async () => {
    const pdf = await printControlSlip(OLD, controlSlipSpecimen);
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

  it('are numbered as their circular says', async () => {
    const slip = textOf(await printControlSlip(NEW, controlSlipSpecimen));
    expect(slip).toContain('Mẫu số 06 ban hành kèm theo Thông tư số 03/2025/TT-VPCP');
    const book = textOf(await printTrackingBook(NEW, trackingBookSpecimen));
    expect(book).toContain('Mẫu số 07 ban hành kèm theo Thông tư số 03/2025/TT-VPCP');
  });

  it('carry the book over many pages, its head on each (form 06)', async () => {
    const pdf = await printTrackingBook(OLD, { ...trackingBookSpecimen, lines: bookLines(200) });
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
      missingFrom(await printTrackingBook(OLD, { ...trackingBookSpecimen, lines: [] }), [
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
