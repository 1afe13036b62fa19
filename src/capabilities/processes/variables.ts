/** What the conditions of a process may ask about, by the procedure it belongs to. */
import type { ScalarType, Variables } from '#kernel/process/expressions/variables.ts';
import type { FormField, ProcedureContent } from '#capabilities/procedures/schema.ts';
import { COMMON_VARIABLES } from './schema.ts';

/** The common facts, and under `form` the fields of the procedure's own form by their codes. */
export function variablesOf(content: Pick<ProcedureContent, 'eform'>): Variables {
  const form = Object.fromEntries(
    content.eform.map((field) => [field.name, TYPES[field.type] ?? ('string' as const)]),
  );
  return { ...COMMON_VARIABLES, form: { context: form } };
}

/** Types of fields that are more than text; everything else is compared as it was written. */
const TYPES: Readonly<Partial<Record<FormField['type'], ScalarType>>> = {
  number: 'number',
  date: 'date',
  'yes-no': 'boolean',
};

/** A fact as the help page lists it. */
export type ListedVariable = { readonly name: string; readonly type: ScalarType; readonly words: string };

const WORDS: Readonly<Record<string, string>> = {
  'dossier.channel': 'Cách nộp: `counter` (tại quầy), `online` (trực tuyến), `postal` (bưu chính)',
  'dossier.returnMethod':
    'Cách nhận kết quả: `counter` (tại quầy), `postal` (bưu chính), `online` (trực tuyến)',
  'dossier.applicantKind': 'Đối tượng nộp: `citizen` (cá nhân), `organisation` (tổ chức)',
  'dossier.copies': 'Số bản đề nghị cấp',
  'dossier.locality': 'Tên xã, thị trấn mà hồ sơ liên quan',
  'dossier.receivedLevel': 'Cấp của nơi tiếp nhận: `commune` (xã), `district` (huyện), `province` (tỉnh)',
  'fees.total': 'Tổng số phí, lệ phí, nghĩa vụ tài chính của hồ sơ, tính bằng đồng',
  'fees.open': 'Số còn phải nộp, tính bằng đồng',
  'result.outcome': 'Kết quả đã ghi của hồ sơ: `granted` (giải quyết), `declined` (từ chối)',
  choice: 'Tên nhánh mà người làm bước trước đã chọn',
  choices: 'Tên các nhánh mà người làm bước trước đã chọn',
};

/** The facts one by one with their full names, those of the form with their labels. */
export function listedVariables(content: Pick<ProcedureContent, 'eform'>): readonly ListedVariable[] {
  const labels = new Map(content.eform.map(({ name, label }) => [`form.${name}`, label]));
  return flattened(variablesOf(content), '').map((variable) => ({
    ...variable,
    words: WORDS[variable.name] ?? labels.get(variable.name) ?? '',
  }));
}

function flattened(variables: Variables, prefix: string): readonly Omit<ListedVariable, 'words'>[] {
  return Object.entries(variables).flatMap(([key, type]) => {
    const name = `${prefix}${key}`;
    if (typeof type === 'string') return [{ name, type }];
    return 'list' in type ? [{ name, type: type.list }] : flattened(type.context, `${name}.`);
  });
}
