import { z } from 'zod';
import { isLocalDate } from '#kernel/local-date.ts';
import { LEVELS, sectionOwner, TEMPLATE_KINDS, templateContent } from '../schema.ts';

export const templateCode = z
  .string()
  .trim()
  .max(60, 'Mã mẫu dài nhất 60 ký tự.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'Mã mẫu gồm chữ thường không dấu, chữ số và gạch nối, ví dụ cchc-nam.');
const templateName = z
  .string()
  .trim()
  .min(5, 'Hãy ghi tên mẫu báo cáo.')
  .max(200, 'Tên mẫu dài nhất 200 ký tự.');

export const newTemplate = z
  .object({
    code: templateCode,
    name: templateName,
    kind: z.enum(TEMPLATE_KINDS, { error: 'Hãy chọn loại báo cáo.' }),
  })
  .readonly();
export type NewTemplate = z.infer<typeof newTemplate>;

const day = z
  .string()
  .refine(
    (text) => text === '' || isLocalDate(text),
    'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 1/7/2025.',
  )
  .transform((text) => (text === '' ? null : text));

const lines = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

/** Everything of a version but its sections. */
export const generalInput = z
  .object({
    revision: z.coerce.number().int().positive(),
    name: templateName,
    legalBasis: z.string().trim().max(300, 'Căn cứ pháp lý dài nhất 300 ký tự.'),
    validFrom: day,
    validUntil: day,
    typeName: z.string().trim().min(1, 'Hãy ghi tên loại văn bản.').max(60),
    title: z
      .string()
      .trim()
      .min(5, 'Hãy ghi trích yếu của báo cáo.')
      .max(400, 'Trích yếu dài nhất 400 ký tự.'),
    recipients: lines,
    authority: lines,
    signerTitle: z.string().trim().max(120, 'Chức danh dài nhất 120 ký tự.'),
  })
  .readonly()
  .refine(
    ({ validFrom, validUntil }) => validFrom === null || validUntil === null || validFrom <= validUntil,
    { error: 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi.', path: ['validUntil'] },
  );
export type GeneralInput = z.infer<typeof generalInput>;

/** One section as its form says it. */
export const sectionInput = z
  .object({
    revision: z.coerce.number().int().positive(),
    title: z.string().trim().max(300, 'Tên mục dài nhất 300 ký tự.'),
    level: z.coerce.number().pipe(z.literal(LEVELS, { error: 'Hãy chọn cấp của mục.' })),
    isNumbered: z.boolean(),
    owner: sectionOwner.nullable(),
    guidance: z.string().trim().max(2000, 'Hướng dẫn dài nhất 2.000 ký tự.'),
    // Browsers send line ends in the manner of HTTP.
    body: z
      .string()
      .transform((text) => text.replaceAll('\r\n', '\n').trimEnd())
      .pipe(z.string().max(50_000, 'Nội dung một mục dài nhất 50.000 ký tự.')),
    place: z.enum(['text', 'annex'], { error: 'Hãy chọn chỗ của mục.' }),
    isCollected: z.boolean(),
  })
  .readonly();
export type SectionInput = z.infer<typeof sectionInput>;

export const sectionDeed = z
  .object({
    revision: z.coerce.number().int().positive(),
    deed: z.enum(['up', 'down', 'deeper', 'higher'], { error: 'Hãy chọn cách chuyển mục.' }),
  })
  .readonly();

/** A file of one template, as it is carried from one installation to another. */
export const templateFile = z
  .object({
    format: z.literal('motcua-report-template'),
    code: templateCode,
    name: templateName,
    kind: z.enum(TEMPLATE_KINDS),
    legalBasis: z.string().max(300),
    validFrom: z.string().refine(isLocalDate).nullable(),
    validUntil: z.string().refine(isLocalDate).nullable(),
    content: templateContent,
  })
  .readonly();
export type TemplateFile = z.infer<typeof templateFile>;

const one = (id: number | string): string => `/report-templates/${id}`;
const version = (id: number | string): string => `/report-template-versions/${id}`;

export const templatePaths = {
  list: '/report-templates',
  new: '/report-templates/new',
  import: '/report-templates/import',
  one,
  drafts: (id: number | string): string => `${one(id)}/drafts`,
  retire: (id: number | string): string => `${one(id)}/retire`,
  compare: (id: number | string): string => `${one(id)}/compare`,
  version,
  general: (id: number | string): string => `${version(id)}/general`,
  publish: (id: number | string): string => `${version(id)}/publish`,
  discard: (id: number | string): string => `${version(id)}/discard`,
  export: (id: number | string): string => `${version(id)}/file`,
  preview: (id: number | string): string => `${version(id)}/preview`,
  newSection: (id: number | string): string => `${version(id)}/sections/new`,
  section: (id: number | string, key: string): string => `${version(id)}/sections/${key}`,
  moveSection: (id: number | string, key: string): string => `${version(id)}/sections/${key}/place`,
  removeSection: (id: number | string, key: string): string => `${version(id)}/sections/${key}/remove`,
} as const;
