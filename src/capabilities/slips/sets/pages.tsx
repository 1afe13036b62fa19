import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { formSetIn, lastDayOf, SLIP_KIND_LABELS, SLIP_KINDS, type SlipKind } from '../form-sets.ts';
import { formSetPaths, type StoredFormSet } from './schema.ts';

type ListView = {
  readonly sets: readonly StoredFormSet[];
  readonly today: LocalDate;
  readonly mayChange: boolean;
};

/** Every set, the newest first, each form with a specimen. */
export function FormSetListContent({ view }: { readonly view: ListView }) {
  const { sets, mayChange } = view;
  return (
    <>
      <Inset>
        Hồ sơ dùng bộ mẫu có hiệu lực vào ngày tiếp nhận, kể cả khi phiếu được in về sau. Khi có văn bản mới,
        hãy thêm bộ mẫu áp dụng từ ngày văn bản có hiệu lực; bộ mẫu trước tự kết thúc vào ngày liền trước.
      </Inset>
      {mayChange ? (
        <Button href={formSetPaths.new} variant="secondary">
          Thêm bộ mẫu
        </Button>
      ) : null}
      {sets.toReversed().map((set) => (
        <FormSetPanel key={set.id} set={set} view={view} />
      ))}
    </>
  );
}

function FormSetPanel({ set, view }: { readonly set: StoredFormSet; readonly view: ListView }) {
  const { sets, today, mayChange } = view;
  const isCurrent = formSetIn(sets, today).id === set.id;
  return (
    <Panel title={set.legalBasis} aside={isCurrent ? <StateTag tone="fine" text="Đang áp dụng" /> : null}>
      <p class="govuk-body">
        {periodWords(set, sets)}
        {mayChange ? (
          <>
            {' · '}
            <Link href={formSetPaths.edit(set.id)}>Sửa bộ mẫu</Link>
          </>
        ) : null}
      </p>
      <DefinitionTable
        caption={`Các mẫu theo ${set.legalBasis}`}
        head={['Dùng để', 'Mẫu', 'Tên trên phiếu', 'Ký hiệu', 'Xem thử']}
        rows={SLIP_KINDS.map((kind) => rowOf(set, kind))}
      />
    </Panel>
  );
}

function rowOf({ id, layouts }: StoredFormSet, kind: SlipKind) {
  const { formNumber, title, symbol } = layouts[kind];
  return [
    SLIP_KIND_LABELS[kind],
    // On one line, since it is read as one word.
    formNumber.replaceAll(' ', '\u00a0') || 'Không có mẫu riêng',
    title,
    symbol || '–',
    <Link key={kind} href={formSetPaths.specimen(id, kind)}>
      In{'\u00a0'}thử
    </Link>,
  ];
}

function periodWords(set: StoredFormSet, sets: readonly StoredFormSet[]): string {
  const last = lastDayOf(set, sets);
  const since = `Áp dụng cho hồ sơ tiếp nhận từ ${formatDate(set.validFrom)}`;
  return last === null ? since : `${since} đến hết ${formatDate(last)}`;
}

type FormView = {
  readonly action: string;
  readonly isNew: boolean;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** One set: by what document, since when, and how each of its forms is called. */
export function FormSetContent({ view }: { readonly view: FormView }) {
  const { action, isNew, field, problem, formId } = view;
  const kept = isNew ? 'from' : 'sequence';
  return (
    <>
      <ProblemSummary problem={problem} />
      <Inset>
        Sửa tên, số mẫu của bộ đã dùng thì phiếu cũ in lại cũng theo chữ mới; thay đổi được ghi vào lịch sử.
      </Inset>
      <Form action={action} formId={formId} hidden={[{ name: kept, value: field(kept).value }]} guard>
        <FieldGrid>
          <TextField
            {...field('legalBasis')}
            label="Văn bản ban hành mẫu"
            hint="Ví dụ: Thông tư số 03/2025/TT-VPCP"
            width="full"
          />
          <DateField {...field('validFrom')} label="Áp dụng cho hồ sơ tiếp nhận từ ngày" />
        </FieldGrid>
        {SLIP_KINDS.map((kind) => (
          <LayoutFields key={kind} kind={kind} field={field} />
        ))}
        <ButtonGroup>
          <Button>Lưu bộ mẫu</Button>
          <Button variant="link" href={formSetPaths.list}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function LayoutFields({ kind, field }: { readonly kind: SlipKind; readonly field: FieldOf }) {
  const prefix = `layouts.${kind}`;
  return (
    <FieldSet legend={SLIP_KIND_LABELS[kind]}>
      <TextField {...field(`${prefix}.title`)} label="Tên in trên phiếu" width="full" />
      <FieldGrid>
        <TextField
          {...field(`${prefix}.formNumber`)}
          label="Số mẫu"
          hint="Bỏ trống khi văn bản không có mẫu này."
          width="short"
          required={false}
        />
        <TextField
          {...field(`${prefix}.symbol`)}
          label="Ký hiệu sau số"
          hint="Bỏ trống khi phiếu không đánh số."
          width="short"
          required={false}
        />
      </FieldGrid>
    </FieldSet>
  );
}
