import { z } from 'zod';
import {
  actDocument,
  hasNumberOrDoubt,
  NUMBER_NEEDED,
  unitCode,
  unitDescriptionSchema,
  unitName,
  unitShortName,
} from '../schema.ts';

const unit = z.string().min(1, 'Chọn đơn vị.').pipe(unitCode);
const newUnit = z.object({ name: unitName, shortName: unitShortName });
const { kind: unitKind, ...described } = unitDescriptionSchema.omit({ code: true, parent: true }).shape;

/** A prepared act as the form asks for it: the document, and the fields of one kind of change. */
export const actFormSchema = z
  .discriminatedUnion('kind', [
    z.object({ ...actDocument, kind: z.literal('create'), ...described, unitKind, parent: z.string() }),
    z.object({ ...actDocument, kind: z.literal('rename'), unit, ...newUnit.shape }),
    z.object({
      ...actDocument,
      kind: z.literal('move'),
      unit,
      parent: z.string().min(1, 'Chọn cơ quan cấp trên mới.'),
    }),
    z.object({
      ...actDocument,
      kind: z.literal('merge'),
      from: z.array(unit).min(1, 'Chọn ít nhất một đơn vị được sáp nhập.'),
      into: z.string(),
      name: z.string(),
      shortName: z.string(),
    }),
    z.object({
      ...actDocument,
      kind: z.literal('split'),
      unit,
      keeps: z.boolean(),
      parts: z.array(newUnit).min(1, 'Nhập tên đơn vị hình thành sau khi chia, tách.'),
    }),
    z.object({
      ...actDocument,
      kind: z.literal('abolish'),
      unit,
      successors: z.array(unitCode),
      withoutSuccessor: z.string().max(500, 'Lý do dài quá 500 ký tự.'),
    }),
  ])
  .refine(hasNumberOrDoubt, NUMBER_NEEDED)
  .refine((form) => form.kind !== 'merge' || form.into !== '' || form.name !== '', {
    path: ['name'],
    message: 'Nhập tên đơn vị mới hình thành, hoặc chọn đơn vị tiếp nhận đang hoạt động.',
  })
  .refine((form) => form.kind !== 'split' || form.keeps || form.parts.length > 1, {
    path: ['parts.1.name'],
    message:
      'Chia đơn vị phải ra ít nhất hai đơn vị mới. Nếu đơn vị cũ vẫn hoạt động, hãy đánh dấu ở ô bên trên.',
  })
  .refine((form) => form.kind !== 'abolish' || form.successors.length > 0 || form.withoutSuccessor !== '', {
    path: ['successors'],
    message: 'Chọn đơn vị kế thừa công việc, hoặc ghi lý do không có đơn vị kế thừa.',
  });

export type ActForm = z.infer<typeof actFormSchema>;
