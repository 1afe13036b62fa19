import type { TemplateFile } from '#capabilities/reports/templates/schema.ts';
import { annex, plain } from '../describe.ts';
import { DIRECTION } from './direction.ts';
import { INSTITUTIONS } from './institutions.ts';
import { MODERNISATION } from './modernisation.ts';
import { ORGANISATION } from './organisation.ts';
import { OUTLOOK } from './outlook.ts';

const OPENING = plain(
  'mo-dau',
  'Thực hiện kế hoạch tổng kết của Ủy ban nhân dân tỉnh[[văn bản: KH 04/KH-UBND]], [[đơn vị]] báo cáo kết quả thực hiện Chương trình tổng thể cải cách hành chính nhà nước [[kỳ]] như sau:',
);

const CLOSING = plain(
  'ket',
  'Trên đây là báo cáo tổng kết Chương trình tổng thể cải cách hành chính nhà nước [[kỳ]] của [[đơn vị]], kính báo cáo Sở Nội vụ theo dõi, tổng hợp./.',
);

/** The summary of ten years that districts of the province wrote in 2020, in the sections and order of that of An Lão. */
export const TEN_YEAR: TemplateFile = {
  format: 'motcua-report-template',
  code: 'tong-ket-cchc',
  name: 'Tổng kết Chương trình tổng thể cải cách hành chính',
  kind: 'ten-year',
  legalBasis: 'Kế hoạch số 04/KH-UBND ngày 20/1/2020 của Ủy ban nhân dân tỉnh Bình Định',
  validFrom: '2020-01-20',
  validUntil: null,
  content: {
    frame: {
      typeName: 'BÁO CÁO',
      title: 'Tổng kết thực hiện Chương trình tổng thể cải cách hành chính nhà nước [[kỳ]]',
      recipients: [
        'Sở Nội vụ',
        'Thường trực Huyện ủy',
        'Thường trực Hội đồng nhân dân huyện',
        'Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân huyện',
        'Các cơ quan, ban, ngành, đoàn thể huyện',
        'Ủy ban nhân dân các xã, thị trấn',
        'Trang thông tin điện tử huyện',
        'Lưu: VT',
      ],
      authority: ['TM. ỦY BAN NHÂN DÂN'],
      signerTitle: 'CHỦ TỊCH',
    },
    sections: [
      OPENING,
      ...DIRECTION,
      ...INSTITUTIONS,
      ...ORGANISATION,
      ...MODERNISATION,
      ...OUTLOOK,
      CLOSING,
      annex('phu-luc-bien-che', 'BIÊN CHẾ ĐƯỢC GIAO', {
        body: '[[bảng: Biên chế được giao của huyện\n  hàng: BC-GIAO; BC-HC; BC-SN\n  cột: năm 2015; năm 2020; thay đổi; tăng giảm %]]',
      }),
      annex('phu-luc-so-lieu', 'SỐ LIỆU CHỦ YẾU ĐẾN CUỐI KỲ', {
        body: '[[bảng: Số liệu chủ yếu\n  hàng: TC-CQCM; TC-DVSN-HUYEN; TC-DVSN-GD; CC-COMAT; VC-COMAT; CBX; TCTC-SN-SO; DVC-MUC3; DVC-MUC4; CNTT-CHUNGTHU\n  cột: kỳ báo cáo]]',
      }),
    ],
  },
};
