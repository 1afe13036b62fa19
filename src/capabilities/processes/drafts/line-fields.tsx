import { type FieldOf, fieldsOf } from '#foundation/form-parts.tsx';
import { rowsOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { HiddenFields } from '#web/ui/hidden-fields.tsx';
import { Link } from '#web/ui/link.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { processPaths } from '../schema.ts';
import { rowOptions } from './options.ts';
import type { RowView } from './row-page.tsx';

const HOW_OPTIONS = [
  { value: 'single', text: 'Tới một dòng duy nhất' },
  { value: 'one', text: 'Rẽ nhánh: đi một trong các nhánh' },
  { value: 'some', text: 'Rẽ nhánh: đi một hoặc nhiều nhánh' },
  { value: 'all', text: 'Song song: đi mọi nhánh cùng lúc' },
] as const;

const WHEN_OPTIONS = [
  { value: 'chosen', text: 'Người làm bước này chọn' },
  { value: 'condition', text: 'Khi điều kiện đúng' },
  { value: 'default', text: 'Trường hợp còn lại' },
] as const;

/** Where a row leads, line by line. */
export function WayFields({ view }: { readonly view: RowView }) {
  const field = fieldsOf(view.values, view.problem);
  const isGateway = view.row.node.kind.endsWith('-gateway');
  return (
    <>
      {isGateway ? null : (
        <RadioGroup {...field('how')} label="Đi tiếp thế nào" options={HOW_OPTIONS} small />
      )}
      <p class="govuk-hint">
        Khi rẽ nhánh, mỗi nhánh nói khi nào đi: người làm chọn theo tên nhánh, hay theo điều kiện (
        <Link href={processPaths.variables(view.slug)}>điều kiện hỏi được gì</Link>).
      </p>
      {rowsOf(view.values, 'ways').map((way, index) => (
        <FieldSet key={index} legend={`Nhánh ${index + 1}`}>
          <HiddenFields fields={[{ name: `ways.${index}.flow`, value: way['flow'] ?? '' }]} />
          <WayLine view={view} field={field} at={index} />
          <RemoveButton group="ways" at={index} words={`Bỏ nhánh ${index + 1}`} />
        </FieldSet>
      ))}
      <AddButton group="ways" words="Thêm nhánh" />
    </>
  );
}

type LineProps = { readonly view: RowView; readonly field: FieldOf; readonly at: number };

function WayLine({ view, field, at }: LineProps) {
  return (
    <>
      <FieldGrid>
        <SelectField
          {...field(`ways.${at}.to`)}
          label="Tới dòng"
          placeholder="Chọn dòng"
          options={rowOptions(view.table)}
        />
        <TextField {...field(`ways.${at}.name`)} label="Tên nhánh" required={false} />
      </FieldGrid>
      <FieldGrid>
        <SelectField
          {...field(`ways.${at}.when`)}
          label="Khi nào"
          placeholder="Luôn đi"
          options={WHEN_OPTIONS}
        />
        <TextField {...field(`ways.${at}.condition`)} label="Điều kiện" required={false} spellcheck={false} />
      </FieldGrid>
    </>
  );
}

/** Timers of a row, line by line. */
export function TimerFields({ view }: { readonly view: RowView }) {
  const field = fieldsOf(view.values, view.problem);
  return (
    <>
      <p class="govuk-hint">
        Quá thời gian hẹn mà bước chưa xong thì hồ sơ đi tiếp theo dòng đã chọn: thay cho bước này, hoặc song
        song với bước này.
      </p>
      {rowsOf(view.values, 'timers').map((timer, index) => (
        <FieldSet key={index} legend={`Hẹn giờ ${index + 1}`}>
          <HiddenFields fields={[{ name: `timers.${index}.id`, value: timer['id'] ?? '' }]} />
          <TimerLine view={view} field={field} at={index} />
          <RemoveButton group="timers" at={index} words={`Bỏ hẹn giờ ${index + 1}`} />
        </FieldSet>
      ))}
      <AddButton group="timers" words="Thêm hẹn giờ" />
    </>
  );
}

function TimerLine({ view, field, at }: LineProps) {
  const { value, ...interrupting } = field(`timers.${at}.interrupting`);
  return (
    <>
      <FieldGrid>
        <TextField
          {...field(`timers.${at}.hours`)}
          label="Sau"
          suffix="giờ làm việc"
          width="short"
          inputmode="decimal"
        />
        <SelectField
          {...field(`timers.${at}.to`)}
          label="Thì tới dòng"
          placeholder="Chọn dòng"
          options={rowOptions(view.table)}
        />
      </FieldGrid>
      <TextField {...field(`timers.${at}.name`)} label="Tên hẹn giờ" required={false} />
      <Checkbox {...interrupting} label="Thôi làm bước này khi tới giờ" checked={value !== ''} small />
    </>
  );
}

type ButtonProps = { readonly group: string; readonly words: string };

function AddButton({ group, words }: ButtonProps) {
  return (
    <Button variant="secondary" icon="plus" name="line" value={`add:${group}`}>
      {words}
    </Button>
  );
}

function RemoveButton({ group, at, words }: ButtonProps & { readonly at: number }) {
  return (
    <Button variant="link" name="line" value={`remove:${group}:${at}`}>
      {words}
    </Button>
  );
}
