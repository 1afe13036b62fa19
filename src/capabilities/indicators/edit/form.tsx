import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { INDICATOR_KIND_LABELS, REFORM_AREA_LABELS } from '#foundation/figures/schema.ts';
import { UNIT_FUNCTION_LABELS } from '#foundation/organisation/schema.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { PERIOD_KIND_LABELS } from '#kernel/period/period.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type Indicator, indicatorPaths } from '../schema.ts';

export type EditView = {
  /** Null: a new one. */
  readonly indicator: Indicator | null;
  readonly field: FieldOf;
  readonly periods: readonly string[];
  readonly problem: FormProblem;
  readonly formId: string;
};

/** What is said of an indicator. Of a computed one only words, owner and relations. */
export function IndicatorForm({ view }: { readonly view: EditView }) {
  const { indicator, field, problem, formId } = view;
  const isComputed = indicator?.declaration != null;
  return (
    <>
      <ProblemSummary problem={problem} />
      {isComputed ? (
        <Inset>
          Chỉ tiêu này do hệ thống tính từ dữ liệu: loại, các kỳ và cách chia không sửa ở đây. Lời giải thích,
          bộ phận phụ trách, ngày bắt đầu có dữ liệu và ràng buộc thì sửa được.
        </Inset>
      ) : null}
      <Form
        action={indicator ? indicatorPaths.edit(indicator.code) : indicatorPaths.new}
        formId={formId}
        hidden={[{ name: 'sequence', value: field('sequence').value }]}
        guard
      >
        {indicator ? null : (
          <TextField
            {...field('code')}
            label="Mã"
            hint="Chữ in hoa không dấu, ví dụ BC-GIAO; không đổi được sau này."
          />
        )}
        <TextField {...field('name')} label="Tên chỉ tiêu" width="full" />
        <TextArea {...field('definition')} label="Định nghĩa" rows={3} required={false} />
        <FieldGrid>
          <SelectField
            {...field('area')}
            label="Nội dung cải cách"
            options={optionsOf(REFORM_AREA_LABELS)}
            placeholder="Chọn nội dung"
          />
          <TextField
            {...field('unitOfMeasure')}
            label="Đơn vị tính"
            hint="Đứng sau con số: biên chế, văn bản"
            required={false}
          />
          <SelectField
            {...field('ownerFunction')}
            label="Bộ phận phụ trách"
            options={optionsOf(UNIT_FUNCTION_LABELS)}
            placeholder="Không riêng bộ phận nào"
            required={false}
          />
          <TextField
            {...field('base')}
            label="Kỳ gốc để so sánh"
            hint="Ví dụ 2015"
            width="short"
            required={false}
          />
        </FieldGrid>
        {isComputed ? (
          <DateField
            {...field('since')}
            label="Có dữ liệu đầy đủ từ ngày"
            hint="Trước ngày này chuỗi số liệu lấy từ báo cáo, văn bản đã nhập."
            required={false}
          />
        ) : (
          <ShapeFields view={view} />
        )}
        <TextArea {...field('method')} label="Cách tính" rows={2} required={false} />
        <TextField {...field('source')} label="Nguồn số liệu" width="full" required={false} />
        <TextArea
          {...field('relations')}
          label="Ràng buộc"
          hint="Mỗi dòng một ràng buộc: “tổng: MÃ, MÃ”, “không quá: MÃ”, “tỷ lệ: MÃ / MÃ”, “các phần: mã cách chia”. Số liệu không khớp chỉ bị cảnh báo."
          rows={3}
          required={false}
        />
        <ButtonGroup>
          <Button>{indicator ? 'Lưu chỉ tiêu' : 'Thêm chỉ tiêu'}</Button>
          <Button variant="link" href={indicator ? indicatorPaths.one(indicator.code) : indicatorPaths.list}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function ShapeFields({ view: { field, periods } }: { readonly view: EditView }) {
  return (
    <FieldSet legend="Hình dạng số liệu">
      <SelectField
        {...field('kind')}
        label="Loại"
        options={optionsOf(INDICATOR_KIND_LABELS)}
        placeholder="Chọn loại"
      />
      <CheckboxGroup
        {...field('periods')}
        label="Có số liệu theo"
        options={optionsOf(PERIOD_KIND_LABELS)}
        values={periods}
        small
      />
      <TextArea
        {...field('breakdowns')}
        label="Cách chia"
        hint="Mỗi dòng một cách chia: “Cấp [cap]: huyện [huyen]; xã [xa]”. Mã trong ngoặc vuông giữ nguyên khi đổi tên."
        rows={3}
        required={false}
      />
    </FieldSet>
  );
}

type RetireView = {
  readonly indicator: Indicator;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Asks before an indicator is taken out of use, or back into it. */
export function RetireContent({ view: { indicator, problem, formId } }: { readonly view: RetireView }) {
  const { code, retiredOn, sequence } = indicator;
  const isInUse = retiredOn === null;
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body">
        {isInUse
          ? 'Chỉ tiêu ngừng dùng không còn trong danh mục và không nhập thêm được; số liệu đã có, báo cáo đã lập vẫn giữ nguyên.'
          : 'Chỉ tiêu dùng lại sẽ có trong danh mục và nhập được số liệu.'}
      </p>
      <Form
        action={indicatorPaths.retire(code)}
        formId={formId}
        hidden={[
          { name: 'sequence', value: String(sequence) },
          { name: 'retired', value: isInUse ? 'yes' : '' },
        ]}
      >
        <ButtonGroup>
          <Button variant={isInUse ? 'warning' : 'primary'}>
            {isInUse ? 'Ngừng dùng chỉ tiêu này' : 'Dùng lại'}
          </Button>
          <Button variant="link" href={indicatorPaths.one(code)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
