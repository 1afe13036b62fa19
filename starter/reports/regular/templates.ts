import type { TemplateFile } from '#capabilities/reports/templates/schema.ts';
import type { TemplateKind } from '#capabilities/reports/schema.ts';
import { regularSections } from './sections.ts';

/** Reports on administrative reform by the usual outline, one template for each period in which they are asked for. */
export const REGULAR: readonly TemplateFile[] = [
  regular('cchc-nam', 'Báo cáo cải cách hành chính năm', 'year'),
  regular('cchc-6-thang', 'Báo cáo cải cách hành chính 6 tháng', 'half-year'),
  regular('cchc-quy', 'Báo cáo cải cách hành chính quý', 'quarter'),
];

function regular(code: string, name: string, kind: TemplateKind): TemplateFile {
  return {
    format: 'motcua-report-template',
    code,
    name,
    kind,
    legalBasis: 'Nghị định số 09/2019/NĐ-CP quy định về chế độ báo cáo của cơ quan hành chính nhà nước',
    validFrom: '2019-03-12',
    validUntil: null,
    content: {
      frame: {
        typeName: 'BÁO CÁO',
        title: 'Kết quả công tác cải cách hành chính [[kỳ]]',
        recipients: [
          'Sở Nội vụ',
          'Thường trực Hội đồng nhân dân huyện',
          'Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân huyện',
          'Các phòng, ban; Ủy ban nhân dân các xã, thị trấn',
          'Lưu: VT',
        ],
        authority: ['TM. ỦY BAN NHÂN DÂN'],
        signerTitle: 'CHỦ TỊCH',
      },
      sections: regularSections(),
    },
  };
}
