import { describe, expect, it } from 'vitest';
import { codesOn, fontsOf, missingFrom, pageCountOf } from '#test/pdf.ts';
import * as print from './print.ts';
import type { ReceiptForm, ReceiptOptions } from './schema.ts';
import { FIRST_FORM_SETS } from './sets/first.ts';
import { longReceiptSpecimen, receiptSpecimen } from './specimens.ts';

const [OLD, NEW] = FIRST_FORM_SETS;
const printReceipt = async (form: ReceiptForm, options?: ReceiptOptions) =>
  print.printReceipt(OLD, form, options);

/** What `receiptSpecimen` must show, in the order of form 01. */
const EVERY_FIELD = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
  'ỦY BAN NHÂN DÂN XÃ AN HÒA',
  'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
  'Số: 000.28.14.H08-200428-0012/TNHS',
  'An Hòa, ngày 28 tháng 4 năm 2020',
  'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  'điện thoại 0256 000 0000',
  'Tiếp nhận hồ sơ của: Nguyễn Thị B',
  'Số định danh cá nhân/CCCD/CMND: 052090000001',
  'Địa chỉ: thôn Vạn Long, xã An Hòa, huyện An Lão, tỉnh Bình Định',
  'Số điện thoại: 0900 000 001',
  'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân',
  'Giấy tờ tùy thân của người yêu cầu (đã đối chiếu bản chính)',
  'Bản sao chứng thực',
  '2. Số lượng hồ sơ: 01 bộ',
  '3. Thời gian giải quyết hồ sơ theo quy định: 03 ngày làm việc',
  '4. Thời gian nhận hồ sơ: 09 giờ 12 phút, ngày 28 tháng 4 năm 2020',
  '5. Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, Thứ Tư ngày 06 tháng 5 năm 2020',
  '6. Đăng ký nhận kết quả: Tại Bộ phận Tiếp nhận và Trả kết quả',
  'Tổng cộng: 16.000 đồng (Mười sáu nghìn đồng). Đã thu.',
  'Vào Sổ theo dõi hồ sơ, Quyển số: 01, Số thứ tự: 118',
  'NGƯỜI NỘP HỒ SƠ',
  'NGƯỜI TIẾP NHẬN HỒ SƠ',
  'Đinh Văn A',
  '7K4-PXN',
  'bảy, ca, bốn, pê, ích-xì, en-nờ',
  'Mẫu số 01 ban hành kèm theo Thông tư số 01/2018/TT-VPCP',
];

describe('a receipt (form 01)', () => {
  it('says what was handed in, by whom, until when, for how much, and who received it', async () => {
    const pdf = await printReceipt(receiptSpecimen);
    expect(missingFrom(pdf, EVERY_FIELD)).toEqual([]);
    expect(pageCountOf(pdf)).toBe(1);
    expect(fontsOf(pdf).every(({ isEmbedded }) => isEmbedded)).toBe(true);
  });

  it.each([
    ['A4', 'a4'],
    ['A5', 'a5'],
  ] as const)('on %s is read by a scanner and a phone', async (_, size) => {
    const codes = codesOn(await printReceipt(receiptSpecimen, { size }));
    expect(codes).toContain(`QR-Code:${receiptSpecimen.lookUp.url}`);
    expect(codes).toContain('CODE-128:000.28.14.H08-200428-0012');
  });

  it('comes twice when the office keeps a copy', async () => {
    const pdf = await printReceipt(receiptSpecimen, { copies: 2 });
    expect(pageCountOf(pdf)).toBe(2);
    expect(missingFrom(pdf, ['Bản giao người nộp hồ sơ', 'Bản lưu hồ sơ'])).toEqual([]);
  });

  it('is one of a group in one document, each with its own number, foot and codes', async () => {
    const second = { ...receiptSpecimen, number: '000.28.14.H08-200428-0013' };
    const third = { ...longReceiptSpecimen, number: '000.28.14.H08-200428-0014' };
    const pdf = await print.printReceipts(OLD, [receiptSpecimen, second, third]);
    expect(pageCountOf(pdf)).toBe(4);
    const numbers = ['0012', '0013', '0014'].map((end) => `000.28.14.H08-200428-${end}`);
    expect(
      missingFrom(
        pdf,
        numbers.map((number) => `Hồ sơ ${number}`),
      ),
    ).toEqual([]);
    const bars = codesOn(pdf).filter((code) => code.startsWith('CODE-128'));
    expect(bars).toEqual(numbers.map((number) => `CODE-128:${number}`));
  });

  it('stays on one page with six papers and flows on with fifteen', async () => {
    const six = { ...receiptSpecimen, papers: longReceiptSpecimen.papers.slice(0, 6) };
    expect(pageCountOf(await printReceipt(six))).toBe(1);
    const long = await printReceipt(longReceiptSpecimen);
    expect(pageCountOf(long)).toBe(2);
    expect(
      missingFrom(long, [
        longReceiptSpecimen.procedureName,
        ...longReceiptSpecimen.papers.map(({ name }) => name),
        'Người nộp thay: Đinh Văn D, số giấy tờ tùy thân 052090000002',
        'Một triệu hai trăm bảy mươi lăm nghìn đồng',
        'Chưa thu',
      ]),
    ).toEqual([]);
  });

  it('says so when nothing is charged and when the law gives no date', async () => {
    const pdf = await printReceipt({ ...receiptSpecimen, fees: [], dueAt: null, book: null });
    expect(missingFrom(pdf, ['7. Phí, lệ phí: không thu.', 'theo thông báo của cơ quan giải quyết'])).toEqual(
      [],
    );
  });

  it('names the circular of its set', async () => {
    expect(
      missingFrom(await print.printReceipt(NEW, receiptSpecimen), ['Thông tư số 03/2025/TT-VPCP']),
    ).toEqual([]);
  });
});
