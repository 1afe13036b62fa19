import { Checkbox } from '#web/ui/checkbox.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Details } from '#web/ui/details.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { fieldsOf } from '#foundation/form-parts.tsx';
import { valueOf, valuesOf } from '#web/http/form-values.ts';
import { UNIT_FUNCTION_LABELS, UNIT_KIND_LABELS, UNIT_LEVEL_LABELS } from '../../schema.ts';
import type { ActKind } from '../schema.ts';
import type { ActFormProps } from './pages.tsx';

/** Units that one form takes at once; more need a second act of the same document. */
const PLACES = [0, 1, 2, 3] as const;

type FieldsProps = Pick<ActFormProps, 'values' | 'problem' | 'units'>;

/** The fields of one kind of change. */
export function ChangeFields(props: FieldsProps & Readonly<{ kind: ActKind }>) {
  const Fields = FIELDS[props.kind];
  return <Fields {...props} />;
}

const FIELDS = {
  create: CreateFields,
  rename: RenameFields,
  move: MoveFields,
  merge: MergeFields,
  split: SplitFields,
  abolish: AbolishFields,
} as const satisfies Record<ActKind, (props: FieldsProps) => unknown>;

function CreateFields(props: FieldsProps) {
  const { values, problem } = props;
  const field = fieldsOf(props.values, props.problem);
  return (
    <>
      <NameFields {...props} />
      <SelectField
        {...field('unitKind')}
        label="Loại đơn vị"
        options={optionsOf(UNIT_KIND_LABELS)}
        placeholder="Chọn loại"
      />
      <SelectField
        {...field('level')}
        label="Cấp"
        options={optionsOf(UNIT_LEVEL_LABELS)}
        placeholder="Chọn cấp"
      />
      <UnitField
        {...props}
        name="parent"
        label="Cơ quan cấp trên"
        hint="Để trống nếu không thuộc cơ quan nào trong hệ thống."
      />
      <Details summary="Lĩnh vực và mã số" open={hasCodes(problem.fields)}>
        <CheckboxGroup
          id="functions"
          name="functions"
          label="Lĩnh vực"
          hint="Quy trình tìm đơn vị xử lý theo lĩnh vực."
          options={optionsOf(UNIT_FUNCTION_LABELS)}
          values={valuesOf(values, 'functions')}
          error={problem.fields['functions']}
          small
        />
        <TextField
          {...field('administrativeCode')}
          label="Mã đơn vị hành chính"
          inputmode="numeric"
          width="short"
          required={false}
        />
        <TextField {...field('agencyId')} label="Mã định danh theo QCVN 102:2016/BTTTT" required={false} />
        <TextField
          {...field('agencyIdNew')}
          label="Mã định danh theo Quyết định 20/2020/QĐ-TTg"
          required={false}
        />
      </Details>
    </>
  );
}

function RenameFields(props: FieldsProps) {
  return (
    <>
      <UnitField {...props} name="unit" label="Đơn vị đổi tên" />
      <NameFields {...props} />
    </>
  );
}

function MoveFields(props: FieldsProps) {
  return (
    <>
      <UnitField {...props} name="unit" label="Đơn vị được chuyển" />
      <UnitField {...props} name="parent" label="Cơ quan cấp trên mới" />
    </>
  );
}

function MergeFields(props: FieldsProps) {
  return (
    <>
      <SeveralUnits {...props} name="from" label="Đơn vị được sáp nhập" />
      <UnitField
        {...props}
        name="into"
        label="Nhập vào đơn vị đang có"
        hint="Để trống nếu hình thành đơn vị mới và ghi tên ở dưới."
      />
      <NameFields {...props} prefix="Đơn vị mới: " />
    </>
  );
}

function SplitFields(props: FieldsProps) {
  const { values, problem } = props;
  return (
    <>
      <UnitField {...props} name="unit" label="Đơn vị được chia, tách" />
      <Checkbox
        id="keeps"
        name="keeps"
        value="yes"
        label="Đơn vị này vẫn hoạt động, chỉ một phần tách ra"
        checked={valueOf(values, 'keeps') === 'yes'}
      />
      {PLACES.map((place) => {
        const name = `parts.${place}.name`;
        return (
          <TextField
            key={name}
            id={name}
            name={name}
            label={`Đơn vị mới thứ ${place + 1}`}
            value={valueOf(values, name)}
            error={problem.fields[name] ?? (place === 0 ? problem.fields['parts'] : undefined)}
            width="full"
            required={place === 0}
          />
        );
      })}
    </>
  );
}

function AbolishFields(props: FieldsProps) {
  return (
    <>
      <UnitField {...props} name="unit" label="Đơn vị kết thúc hoạt động" />
      <SeveralUnits {...props} name="successors" label="Đơn vị kế thừa công việc" />
      <TextField
        {...fieldsOf(props.values, props.problem)('withoutSuccessor')}
        label="Lý do không có đơn vị kế thừa"
        hint="Chỉ ghi khi công việc chấm dứt hẳn."
        width="full"
        required={false}
      />
    </>
  );
}

function NameFields({ prefix = '', ...props }: FieldsProps & Readonly<{ prefix?: string }>) {
  const field = fieldsOf(props.values, props.problem);
  return (
    <>
      <TextField {...field('name')} label={`${prefix}Tên đầy đủ`} width="full" />
      <TextField
        {...field('shortName')}
        label={`${prefix}Tên gọi ngắn`}
        hint="Dùng trong danh sách; để trống thì lấy tên đầy đủ."
        required={false}
      />
    </>
  );
}

type UnitFieldProps = FieldsProps & Readonly<{ name: string; label: string; hint?: string }>;

function UnitField({ name, label, hint, units, ...props }: UnitFieldProps) {
  return (
    <Combobox
      {...fieldsOf(props.values, props.problem)(name)}
      label={label}
      hint={hint}
      options={units}
      placeholder="Chọn đơn vị"
      width="full"
    />
  );
}

/** Several boxes of one name; the first carries the error and the id its summary leads to. */
function SeveralUnits({ name, label, units, values, problem }: UnitFieldProps) {
  const chosen = valuesOf(values, name);
  return (
    <>
      {PLACES.map((place) => (
        <Combobox
          key={place}
          id={place === 0 ? name : `${name}-${place + 1}`}
          name={name}
          label={`${label} thứ ${place + 1}`}
          options={units}
          value={chosen[place]}
          error={place === 0 ? problem.fields[name] : undefined}
          placeholder="Chọn đơn vị"
          width="full"
          required={place === 0}
        />
      ))}
    </>
  );
}

function hasCodes(fields: Readonly<Record<string, string>>): boolean {
  return ['administrativeCode', 'agencyId', 'agencyIdNew', 'functions'].some((name) => name in fields);
}
