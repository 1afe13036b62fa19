import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { RetentionTabs } from '../pages.tsx';
import { isInForce } from '../rules.ts';
import { CERTAINTY_LABELS, KIND_LABELS, retentionPaths, type RetentionRule } from '../schema.ts';
import { scopeWords, yearsWords } from '../words.ts';

type ListView = {
  readonly rules: readonly RetentionRule[];
  readonly titles: ReadonlyMap<number, string>;
  readonly today: LocalDate;
  readonly mayChange: boolean;
};

/** Every rule, also those of other times. */
export function RuleListContent({ view: { rules, titles, today, mayChange } }: { readonly view: ListView }) {
  return (
    <>
      <RetentionTabs current="rules" />
      {mayChange ? (
        <Button href={retentionPaths.newRule} variant="secondary">
          Thêm thời hạn
        </Button>
      ) : null}
      <DataTable
        caption="Thời hạn bảo quản"
        rows={rules}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'scope', header: 'Hồ sơ, phiếu', cell: (row) => <Scope rule={row} titles={titles} /> },
          { key: 'years', header: 'Giữ', nowrap: true, cell: (row) => yearsWords(row) },
          { key: 'basis', header: 'Căn cứ', cell: (row) => <Basis rule={row} /> },
          { key: 'period', header: 'Hiệu lực', nowrap: true, cell: (row) => periodWords(row) },
          { key: 'state', header: 'Tình trạng', cell: (row) => <State rule={row} today={today} /> },
          ...(mayChange
            ? [
                {
                  key: 'edit',
                  header: 'Sửa',
                  cell: ({ id }: RetentionRule) => <Link href={retentionPaths.editRule(id)}>Sửa</Link>,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Scope({ rule, titles }: { readonly rule: RetentionRule; readonly titles: ListView['titles'] }) {
  return (
    <>
      {scopeWords(rule, titles)}
      <Note>{KIND_LABELS[rule.kind]}</Note>
    </>
  );
}

function Basis({ rule: { legalBasis, note } }: { readonly rule: RetentionRule }) {
  return (
    <>
      {legalBasis}
      {note ? <Note>{note}</Note> : null}
    </>
  );
}

function periodWords({ validFrom, validTo }: RetentionRule): string {
  return validTo === null
    ? `từ ${formatDate(validFrom)}`
    : `${formatDate(validFrom)} – trước ${formatDate(validTo)}`;
}

function State({ rule, today }: { readonly rule: RetentionRule; readonly today: LocalDate }) {
  if (!isInForce(rule, today)) return <StateTag text="Không còn hoặc chưa hiệu lực" />;
  return (
    <StateTag tone={rule.certainty === 'sure' ? 'fine' : 'soon'} text={CERTAINTY_LABELS[rule.certainty]} />
  );
}

type FormView = {
  readonly action: string;
  readonly scopes: readonly Option[];
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** One rule: for what, how long, by what law, when it holds. */
export function RuleContent({
  view: { action, scopes, field, problem, formId },
}: {
  readonly view: FormView;
}) {
  const { value: forever, ...foreverField } = field('forever');
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={action}
        formId={formId}
        hidden={[{ name: 'sequence', value: field('sequence').value }]}
        guard
      >
        <SelectField {...field('kind')} label="Loại" options={optionsOf(KIND_LABELS)} />
        <Combobox
          {...field('scope')}
          label="Áp dụng cho"
          options={scopes}
          placeholder="Chọn thủ tục, lĩnh vực"
        />
        <TextField
          {...field('years')}
          label="Số năm, tính từ ngày kết thúc"
          suffix="năm"
          width="short"
          inputmode="numeric"
        />
        <Checkbox {...foreverField} label="Giữ vĩnh viễn" checked={forever === 'yes'} />
        <TextField
          {...field('legalBasis')}
          label="Căn cứ pháp lý"
          hint="Ví dụ: khoản 2 Điều 14 Nghị định 23/2015/NĐ-CP"
          width="full"
          required
        />
        <RadioGroup
          {...field('certainty')}
          label="Đã đối chiếu với văn bản chưa"
          options={optionsOf(CERTAINTY_LABELS)}
        />
        <TextField {...field('note')} label="Ghi chú" width="full" />
        <DateField {...field('validFrom')} label="Có hiệu lực từ" />
        <DateField {...field('validTo')} label="Hết hiệu lực từ (bỏ trống khi còn hiệu lực)" />
        <Button>Lưu thời hạn</Button>
      </Form>
    </>
  );
}
