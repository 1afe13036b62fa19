/** Named styles of the file: what officials change in one place in Word. Built-in names where Word has one, its lists and outline know them. */
import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  LevelSuffix,
} from 'docx';
import type { INumberingOptions } from 'docx';
import { PARAGRAPH, SIZES, TYPEFACE } from '../layout.ts';
import { halfPoints, lineShare, twips, twipsOfPoints } from './units.ts';

const SINGLE = { line: lineShare(1), lineRule: LineRuleType.AUTO, before: 0, after: 0 } as const;
const RUNNING = {
  line: lineShare(PARAGRAPH.lines),
  lineRule: LineRuleType.AUTO,
  before: 0,
  after: twipsOfPoints(PARAGRAPH.between),
} as const;
const FIRST_LINE = { firstLine: twips(PARAGRAPH.firstLine) } as const;
const START = { left: twips(PARAGRAPH.firstLine) } as const;

/** Ids of the styles that are not Word's own. */
export const STYLE = {
  body: 'BodyText',
  listItem: 'ReportListItem',
  nationalTitle: 'ReportNationalTitle',
  motto: 'ReportMotto',
  parentAgency: 'ReportParentAgency',
  agency: 'ReportAgency',
  number: 'ReportNumber',
  placeAndDate: 'ReportPlaceAndDate',
  typeName: 'ReportTypeName',
  title: 'ReportTitle',
  rule: 'ReportRule',
  missing: 'ReportMissing',
  recipientsHead: 'ReportRecipientsHead',
  recipients: 'ReportRecipients',
  signature: 'ReportSignature',
  annex: 'ReportAnnex',
  annexGuide: 'ReportAnnexGuide',
  tableHead: 'ReportTableHead',
  table: 'ReportTable',
  denseTable: 'ReportDenseTable',
  caption: 'Caption',
  header: 'Header',
  spacer: 'ReportSpacer',
} as const;

export const LIST = 'report-items';

/** Items are a real list, so that the next one gets its mark by itself; dashes and plus signs are two levels of it. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: LIST,
      levels: ['-', '+'].map((mark, level) => ({
        level,
        format: LevelFormat.BULLET,
        text: mark,
        alignment: AlignmentType.LEFT,
        suffix: LevelSuffix.SPACE,
        style: { paragraph: { indent: { left: 0, ...FIRST_LINE } }, run: { font: TYPEFACE } },
      })),
    },
  ],
};

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: TYPEFACE,
        size: halfPoints(SIZES.body),
        color: '000000',
        language: { value: 'vi-VN' },
      },
      paragraph: { spacing: SINGLE },
    },
    heading1: heading(
      { bold: true },
      { alignment: AlignmentType.CENTER, spacing: { ...RUNNING, before: 240 } },
    ),
    heading2: heading({ bold: true }, { indent: START }),
    heading3: heading({ bold: true }, { indent: START }),
    heading4: heading({ bold: true, italics: true }, { indent: START }),
    heading5: heading({}, { indent: START }),
    footnoteText: {
      run: { size: halfPoints(SIZES.note) },
      paragraph: { spacing: SINGLE, alignment: AlignmentType.BOTH },
    },
    caption: {
      run: { bold: true, italics: false, size: halfPoints(SIZES.body), color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...SINGLE, before: 120, after: 80 },
      },
    },
  },
  paragraphStyles: [
    own(
      [STYLE.body, 'Body Text'],
      {},
      { alignment: AlignmentType.BOTH, indent: FIRST_LINE, spacing: RUNNING },
    ),
    { ...own([STYLE.listItem, 'Mục gạch đầu dòng'], {}, {}), basedOn: STYLE.body, next: STYLE.listItem },
    ...frameStyles(),
    ...smallStyles(),
  ],
};

type Letters = NonNullable<IParagraphStyleOptions['run']>;
type Lines = NonNullable<IParagraphStyleOptions['paragraph']>;

function heading(run: Letters, paragraph: Lines) {
  return {
    next: STYLE.body,
    run: { size: halfPoints(SIZES.body), color: '000000', ...run },
    paragraph: { spacing: RUNNING, keepNext: true, keepLines: true, ...paragraph },
  };
}

function own([id, name]: readonly [string, string], run: Letters, paragraph: Lines): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
}

/** Decree 30/2020/NĐ-CP, annex I, part I, section II, items 1 to 5, 7 and 9; section III, item 1. */
function frameStyles(): readonly IParagraphStyleOptions[] {
  const centred = { alignment: AlignmentType.CENTER } as const;
  const title = { alignment: AlignmentType.CENTER, spacing: { ...SINGLE, after: 40 } } as const;
  const sized = (size: number, run: Letters = {}): Letters => ({ size: halfPoints(size), ...run });
  return [
    own([STYLE.nationalTitle, 'Quốc hiệu'], sized(SIZES.nationalTitle, { bold: true }), centred),
    own([STYLE.motto, 'Tiêu ngữ'], sized(SIZES.motto, { bold: true }), centred),
    own([STYLE.parentAgency, 'Cơ quan chủ quản'], sized(SIZES.agency), centred),
    own([STYLE.agency, 'Cơ quan ban hành'], sized(SIZES.agency, { bold: true }), centred),
    own([STYLE.number, 'Số, ký hiệu'], sized(SIZES.number), centred),
    own([STYLE.placeAndDate, 'Địa danh, ngày tháng'], sized(SIZES.placeAndDate, { italics: true }), centred),
    own([STYLE.typeName, 'Tên loại văn bản'], sized(SIZES.title, { bold: true }), {
      alignment: AlignmentType.CENTER,
      spacing: { ...SINGLE, before: 400, after: 40 },
    }),
    own([STYLE.title, 'Trích yếu'], sized(SIZES.title, { bold: true }), title),
    own([STYLE.recipientsHead, 'Nơi nhận'], sized(SIZES.recipientsHead, { bold: true, italics: true }), {}),
    own([STYLE.recipients, 'Danh sách nơi nhận'], sized(SIZES.recipients), {}),
    own([STYLE.signature, 'Người ký'], sized(SIZES.signature, { bold: true }), centred),
    own([STYLE.annex, 'Phụ lục'], sized(SIZES.annex, { bold: true }), {
      ...title,
      outlineLevel: 0,
      keepNext: true,
    }),
    own([STYLE.annexGuide, 'Kèm theo văn bản'], sized(SIZES.annexGuide, { italics: true }), {
      alignment: AlignmentType.CENTER,
      spacing: { ...SINGLE, before: 80, after: 200 },
    }),
  ];
}

function smallStyles(): readonly IParagraphStyleOptions[] {
  const exactly = (points: number) => ({
    line: twipsOfPoints(points),
    lineRule: LineRuleType.EXACT,
    before: 0,
    after: 0,
  });
  return [
    own([STYLE.rule, 'Đường kẻ'], { size: 2 }, { spacing: exactly(4) }),
    own([STYLE.spacer, 'Khoảng cách'], { size: 2 }, { spacing: exactly(6) }),
    own([STYLE.missing, 'Còn thiếu số liệu'], { size: halfPoints(SIZES.table) }, {}),
    own([STYLE.header, 'header'], { size: halfPoints(SIZES.pageNumber) }, {}),
    own([STYLE.tableHead, 'Đầu bảng'], { bold: true }, { alignment: AlignmentType.CENTER, keepNext: true }),
    own([STYLE.table, 'Ô bảng'], { size: halfPoints(SIZES.table) }, {}),
    own([STYLE.denseTable, 'Ô bảng dày'], { size: halfPoints(SIZES.denseTable) }, {}),
  ];
}
