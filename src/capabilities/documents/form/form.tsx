import { CITATION_TYPE_LABELS } from '#kernel/citations/types.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { documentPaths } from '../schema.ts';
import { DOCUMENT_FIELDS, DOUBT_LABELS, FIELD_LABELS } from '../words.ts';

export type DocumentFormView = {
  readonly action: string;
  readonly back: string;
  readonly units: readonly Option[];
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** A document with what is certain of it and where it is cited. */
export function DocumentForm({ view }: { readonly view: DocumentFormView }) {
  const { action, back, field, problem, formId } = view;
  const hidden = [{ name: 'sequence', value: field('sequence').value }];
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={action} formId={formId} hidden={hidden} guard>
        {problem.fields['isOther'] === undefined && field('isOther').value === '' ? null : (
          <Checkbox
            {...field('isOther')}
            value="yes"
            checked={field('isOther').value !== ''}
            label="Đây là văn bản khác, tuy trùng số, ký hiệu"
          />
        )}
        <NumberFields view={view} />
        <TextArea {...field('title')} label="Trích yếu" rows={2} />
        <ForceFields view={view} />
        <DoubtFields field={field} />
        <TextArea
          {...field('sources')}
          label="Được viện dẫn ở"
          hint="Mỗi dòng một chỗ: nguồn | vị trí | cách ghi ở đó. Ví dụ: Báo cáo năm 2020 | dòng 51 | Quyết định 3898"
          rows={3}
          required={false}
        />
        <TextArea {...field('note')} label="Ghi chú" rows={2} required={false} />
        <ButtonGroup>
          <Button>Lưu văn bản</Button>
          <Button variant="link" href={back}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function NumberFields({ view: { field, units } }: { readonly view: DocumentFormView }) {
  return (
    <FieldGrid>
      <SelectField
        {...field('type')}
        label="Loại văn bản"
        options={optionsOf(CITATION_TYPE_LABELS)}
        placeholder="Chọn loại"
      />
      <TextField {...field('number')} label="Số" hint="Ví dụ 3898, 30c" width="short" required={false} />
      <TextField
        {...field('yearInNumber')}
        label="Năm trong số"
        hint="Chỉ văn bản quy phạm: 61/2018/NĐ-CP"
        inputmode="numeric"
        width="short"
        required={false}
      />
      <TextField
        {...field('symbol')}
        label="Ký hiệu"
        hint="Ví dụ QĐ-UBND, CT/HU"
        width="short"
        required={false}
      />
      <DateField {...field('issuedOn')} label="Ngày ban hành" required={false} />
      <TextField {...field('issuer')} label="Cơ quan ban hành" required={false} />
      <Combobox
        {...field('issuerUnitId')}
        label="Đơn vị trong hệ thống, nếu có"
        options={[{ value: '', text: 'Không có' }, ...units]}
        width="full"
        required={false}
      />
    </FieldGrid>
  );
}

function ForceFields({ view: { field } }: { readonly view: DocumentFormView }) {
  return (
    <FieldGrid>
      <DateField {...field('inForceFrom')} label="Có hiệu lực từ" required={false} />
      <DateField {...field('inForceUntil')} label="Ngày cuối còn hiệu lực" required={false} />
      <Combobox
        {...field('replacedBy')}
        label="Bị thay thế bởi"
        hint="Gõ số hoặc trích yếu để tìm trong sổ."
        source={`${documentPaths.choices}?q=`}
        text={field('replacedBy').value}
        value={field('replacedByValue').value}
        width="full"
        required={false}
      />
    </FieldGrid>
  );
}

function DoubtFields({ field }: { readonly field: FieldOf }) {
  return (
    <FieldSet legend="Điều chắc chắn, điều còn nghi ngờ">
      <FieldGrid>
        {DOCUMENT_FIELDS.flatMap((name) => [
          <SelectField
            key={name}
            {...field(`doubt-${name}`)}
            label={FIELD_LABELS[name]}
            options={optionsOf(DOUBT_LABELS)}
            placeholder="Như nguồn ghi"
            required={false}
          />,
          <TextField
            key={`${name}-note`}
            {...field(`doubt-${name}-note`)}
            label={`Vì sao (${FIELD_LABELS[name].toLocaleLowerCase('vi')})`}
            width="full"
            required={false}
          />,
        ])}
      </FieldGrid>
    </FieldSet>
  );
}

type WithdrawalView = Omit<DocumentFormView, 'units'>;

/** Asks why a document is taken out of the register. */
export function WithdrawalForm({ view }: { readonly view: WithdrawalView }) {
  const { action, back, field, problem, formId } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body">
        Chỉ rút văn bản nhập nhầm. Văn bản đã rút không còn được tìm, được dùng để soát, nhưng vẫn giữ trong
        lịch sử cùng lý do.
      </p>
      <Form action={action} formId={formId} hidden={[{ name: 'sequence', value: field('sequence').value }]}>
        <TextArea {...field('reason')} label="Lý do rút" rows={3} />
        <ButtonGroup>
          <Button variant="warning">Rút khỏi sổ</Button>
          <Button variant="link" href={back}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
