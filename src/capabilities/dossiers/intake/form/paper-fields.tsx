import { formatDate } from '#kernel/vietnamese/format.ts';
import type { ProcedureContent } from '#capabilities/procedures/schema.ts';
import type { VaultItem } from '#capabilities/vault/schema.ts';
import { optionsOf } from '#web/ui/option.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { type ChecklistRow, Checklist } from '#web/ui/checklist.tsx';
import { Details } from '#web/ui/details.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { PAPER_KIND_LABELS } from '#capabilities/slips/words.ts';
import { EXTRA_PAPERS, extraPapers, isTicked } from './read.ts';

type PaperFieldsProps = {
  readonly content: ProcedureContent;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
  /** What the person has in the store already, by line. */
  readonly kept: ReadonlyMap<number, readonly VaultItem[]>;
  /** Whether scans can come with the form. */
  readonly files?: boolean;
};

export const PAPER_KINDS = optionsOf(PAPER_KIND_LABELS);

/** The papers of the procedure to tick, each with its condition, and lines for others. */
export function PaperFields({ content, values, errors, kept, files = true }: PaperFieldsProps) {
  return (
    <>
      <Checklist
        legend="Thành phần hồ sơ"
        prefix="papers"
        rows={content.papers.map((paper, line) => checklistRow(paper, { line, values, errors, kept }))}
        kinds={PAPER_KINDS}
        files={files}
      />
      <ExtraPapers values={values} errors={errors} prefix="others" />
    </>
  );
}

function checklistRow(
  { name, kind, copies, required, condition }: ProcedureContent['papers'][number],
  { line, values, errors, kept }: Omit<PaperFieldsProps, 'content' | 'files'> & { readonly line: number },
): ChecklistRow {
  const prefix = `papers.${line}`;
  const need = required ? 'Bắt buộc' : 'Khi thuộc trường hợp';
  return {
    key: String(line),
    title: name,
    hint: condition === '' ? need : `${need}. ${condition}`,
    present: isTicked(values, `${prefix}.present`),
    kind: valueOf(values, `${prefix}.kind`) || kind,
    count: valueOf(values, `${prefix}.count`) || String(copies),
    note: valueOf(values, `${prefix}.note`),
    error: errors[`${prefix}.present`],
    extra: (
      <KeptChoice
        name={`${prefix}.vault`}
        value={valueOf(values, `${prefix}.vault`)}
        items={kept.get(line) ?? []}
      />
    ),
  };
}

type KeptChoiceProps = {
  readonly name: string;
  readonly value: string;
  readonly items: readonly VaultItem[];
};

/** Papers of the store that stand for one that would be handed in. */
function KeptChoice({ name, value, items }: KeptChoiceProps) {
  if (items.length === 0) return null;
  return (
    <SelectField
      id={name}
      name={name}
      label="Đã có trong kho"
      options={[
        { value: '', text: 'Không dùng, nhận bản mới' },
        ...items.map((item) => ({ value: String(item.id), text: `Dùng lại: ${keptWords(item)}` })),
      ]}
      value={value}
      width="full"
    />
  );
}

function keptWords({ name, documentNumber, issuedOn, validTo }: VaultItem): string {
  return [
    documentNumber === '' ? name : `số ${documentNumber}`,
    issuedOn === null ? '' : `cấp ${formatDate(issuedOn)}`,
    validTo === null ? '' : `đến hết ${formatDate(validTo)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Lines for papers that the procedure does not list; a line counts when it has a name. */
export function ExtraPapers({
  values,
  errors,
  prefix,
}: Omit<PaperFieldsProps, 'content' | 'kept' | 'files'> & { readonly prefix: string }) {
  const isUsed = extraPapers(values).some((paper) => paper.taken);
  const hasError = Object.keys(errors).some((id) => id.startsWith(`${prefix}.`));
  return (
    <Details summary="Giấy tờ khác ngoài danh mục" open={isUsed || hasError}>
      <DefinitionTable
        caption="Giấy tờ khác"
        head={['Tên giấy tờ', 'Loại', 'Số bản', 'Ghi chú']}
        rows={Array.from({ length: EXTRA_PAPERS }, (_, line) =>
          extraCells(`${prefix}.${line}`, values, errors),
        )}
      />
    </Details>
  );
}

function extraCells(prefix: string, values: FormValues, errors: Readonly<Record<string, string>>) {
  const ordinal = Number(prefix.split('.')[1]) + 1;
  const text = (field: string, label: string, value = '') => (
    <TextField
      id={`${prefix}.${field}`}
      name={`${prefix}.${field}`}
      label={`${label}, dòng ${ordinal}`}
      labelHidden
      value={valueOf(values, `${prefix}.${field}`) || value}
      error={field === 'name' ? errors[`${prefix}.name`] : undefined}
      autocomplete="off"
      width={field === 'count' ? 'short' : 'full'}
    />
  );
  return [
    text('name', 'Tên giấy tờ'),
    <SelectField
      key="kind"
      id={`${prefix}.kind`}
      name={`${prefix}.kind`}
      label={`Loại, dòng ${ordinal}`}
      labelHidden
      options={PAPER_KINDS}
      value={valueOf(values, `${prefix}.kind`) || 'copy'}
      width="full"
    />,
    text('count', 'Số bản', '1'),
    text('note', 'Ghi chú'),
  ];
}
