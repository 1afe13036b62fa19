import { fieldsOf } from '#foundation/form-parts.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { ROW_KIND_LABELS } from './kinds.ts';
import type { RowView } from './row-page.tsx';

const MEETING_OPTIONS = [
  { value: '', text: 'Không chờ: mỗi nhánh tới là một lần làm' },
  { value: 'all', text: 'Chờ đủ mọi nhánh đi tới' },
  { value: 'some', text: 'Chờ đủ các nhánh đã mở (sau “một hoặc nhiều nhánh”)' },
  { value: 'one', text: 'Nhánh nào tới thì làm ngay (sau “đi một nhánh”)' },
] as const;

/** How a row waits for the ways that lead to it. */
export function MeetingFields({ view }: { readonly view: RowView }) {
  const field = fieldsOf(view.values, view.problem);
  return (
    <RadioGroup
      {...field('how')}
      label="Khi nhiều nhánh cùng tới dòng này"
      hint="Nhập nhánh cùng kiểu với chỗ rẽ nhánh thì hồ sơ không phải chờ mãi."
      options={MEETING_OPTIONS}
      small
    />
  );
}

/** What kind of element a row is, and where it stands in the table. */
export function KindFields({ view }: { readonly view: RowView }) {
  const field = fieldsOf(view.values, view.problem);
  return (
    <>
      <SelectField
        {...field('kind')}
        label="Loại dòng"
        hint="Đổi loại giữ lại tên, người làm và thời gian nếu loại mới có."
        options={optionsOf(ROW_KIND_LABELS)}
      />
      <ButtonGroup>
        <Button variant="secondary" name="place" value="up">
          Chuyển lên
        </Button>
        <Button variant="secondary" name="place" value="down">
          Chuyển xuống
        </Button>
        <Button variant="warning" name="place" value="remove">
          Bỏ dòng này
        </Button>
      </ButtonGroup>
      <p class="govuk-hint">
        Chuyển lên, xuống chỉ đổi chỗ trong bảng. Bỏ dòng thì các nhánh đi tới nó sẽ đi thẳng tới dòng sau.
      </p>
    </>
  );
}
