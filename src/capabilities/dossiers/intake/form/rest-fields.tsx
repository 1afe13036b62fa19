import { Checkbox } from '#web/ui/checkbox.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import type { Option } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { HiddenFields } from '#web/ui/hidden-fields.tsx';
import { valueOf } from '#web/http/form-values.ts';
import { RETURN_METHOD_SHORT_LABELS } from '#capabilities/slips/words.ts';
import { CHANNEL_LABELS } from '../../schema.ts';
import { channelsOf, returnMethodsOf } from '../channels/rules.ts';
import { isTicked } from './read.ts';
import type { ReceptionView } from './view.ts';

type RestProps = { readonly view: ReceptionView; readonly errors: Readonly<Record<string, string>> };

/** What is asked for, in the applicant's words, and the commune it concerns. */
export function RequestFields({ view, errors }: RestProps) {
  const { localities, values } = view;
  return (
    <>
      {localities.length > 0 ? (
        <SelectField
          id="localityUnitId"
          name="localityUnitId"
          label="Xã, thị trấn liên quan"
          hint="Nơi có đất, có nhà hoặc nơi cư trú của người nộp: xã này tham gia giải quyết."
          placeholder="Chọn xã, thị trấn"
          options={localities.map((unit) => ({ value: String(unit.id), text: unit.shortName }))}
          value={valueOf(values, 'localityUnitId')}
          error={errors['localityUnitId']}
          required
        />
      ) : null}
      <TextField
        id="summary"
        name="summary"
        label="Nội dung yêu cầu"
        hint="Ghi khi tên thủ tục chưa nói hết, ví dụ: cấp 02 bản sao, khai sinh cho con thứ hai."
        value={valueOf(values, 'summary')}
        error={errors['summary']}
        width="full"
        required={false}
      />
    </>
  );
}

/** How it came, how the result is to go, and what else to note. */
export function DeliveryFields({ view, errors }: RestProps) {
  const { offer, values } = view;
  return (
    <FieldSet legend="Nộp và nhận kết quả">
      <FieldGrid>
        <Choice
          name="channel"
          label="Cách nộp"
          options={channelsOf(offer).map((value) => ({ value, text: CHANNEL_LABELS[value] }))}
          value={valueOf(values, 'channel')}
          error={errors['channel']}
        />
        <Choice
          name="returnMethod"
          label="Nhận kết quả"
          options={returnMethodsOf(offer).map((value) => ({
            value,
            text: RETURN_METHOD_SHORT_LABELS[value],
          }))}
          value={valueOf(values, 'returnMethod')}
          error={errors['returnMethod']}
        />
        <TextField
          id="sets"
          name="sets"
          label="Số bộ hồ sơ"
          value={valueOf(values, 'sets')}
          error={errors['sets']}
          inputmode="numeric"
          autocomplete="off"
          width="short"
        />
      </FieldGrid>
      <TextArea
        id="note"
        name="note"
        label="Ghi chú của người tiếp nhận"
        value={valueOf(values, 'note')}
        error={errors['note']}
        rows={2}
        required={false}
      />
      <Checkbox
        id="passOnNow"
        name="passOnNow"
        label="Chuyển ngay cho bước sau"
        checked={isTicked(values, 'passOnNow')}
        small
      />
    </FieldSet>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly error: string | undefined;
};

/** Radios where there is a choice; one way alone is said, not asked. */
function Choice({ name, label, options, value, error }: ChoiceProps) {
  const [only] = options.length === 1 ? options : [];
  if (only && !error) {
    return (
      <div>
        <HiddenFields fields={[{ name, value: only.value }]} />
        <p class="govuk-body">
          <strong>{label}</strong>: {only.text.toLowerCase()}.
        </p>
      </div>
    );
  }
  return (
    <RadioGroup id={name} name={name} label={label} options={options} value={value} error={error} small />
  );
}
