import { SERVICE_VERB_LABELS } from '#kernel/process/schema.ts';
import { Combobox } from '#web/ui/combobox.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type FieldOf, fieldsOf } from '#foundation/form-parts.tsx';
import { NOTICE_LABELS } from '../notices.ts';
import { minutesWords, timeOf } from '../words.ts';
import { PLACE_OPTIONS, ROLE_OPTIONS } from './options.ts';
import type { RowView } from './row-page.tsx';

type Props = { readonly view: RowView; readonly field: FieldOf };

/** What a row is: the fields that its kind has. */
export function StepFields({ view }: { readonly view: RowView }) {
  const field = fieldsOf(view.values, view.problem);
  const { node } = view.row;
  const isOptional = node.kind.endsWith('-gateway') ? { required: false } : {};
  return (
    <>
      <TextField {...field('name')} label="Tên" width="full" {...isOptional} />
      <KindOwnFields view={view} field={field} />
    </>
  );
}

function KindOwnFields({ view, field }: Props) {
  switch (view.row.node.kind) {
    case 'user-task':
      return <WhoAndTime view={view} field={field} />;
    case 'message-catch':
      return (
        <>
          <TextField
            {...field('subject')}
            label="Chờ văn bản gì"
            hint="Ví dụ: Thông báo thuế. Mỗi dòng chờ trong quy trình mang một tên khác nhau."
            width="full"
          />
          <WhoAndTime view={view} field={field} />
        </>
      );
    case 'service-task':
      return <VerbFields field={field} />;
    case 'call-activity':
      return (
        <>
          <Combobox
            {...field('subject')}
            label="Thủ tục của hồ sơ liên thông"
            placeholder="Chọn thủ tục"
            options={view.procedures}
            width="full"
          />
          <Hours view={view} field={field} label="Thời gian chờ" />
        </>
      );
    case 'timer-event':
      return <Hours view={view} field={field} label="Chờ bao lâu" />;
    case 'end-event':
      return <RadioGroup {...field('how')} label="Kết thúc thế nào" options={END_OPTIONS} small />;
    case 'start-event':
    case 'exclusive-gateway':
    case 'inclusive-gateway':
    case 'parallel-gateway':
      return null;
  }
}

const END_OPTIONS = [
  { value: 'none', text: 'Nhánh này xong; các nhánh khác vẫn đi tiếp' },
  { value: 'terminate', text: 'Dừng toàn bộ quy trình' },
  { value: 'error', text: 'Dừng toàn bộ vì có lỗi' },
] as const;

function WhoAndTime({ view, field }: Props) {
  const hasLane = view.row.node.lane !== null;
  return (
    <>
      <FieldGrid>
        <Combobox
          {...field('place')}
          label="Nơi thực hiện"
          placeholder={hasLane ? 'Theo làn' : 'Chọn nơi'}
          options={PLACE_OPTIONS}
        />
        <SelectField
          {...field('role')}
          label="Vai trò"
          placeholder={hasLane ? 'Theo làn' : 'Chọn vai trò'}
          options={ROLE_OPTIONS}
        />
      </FieldGrid>
      <Hours view={view} field={field} label="Thời gian" />
    </>
  );
}

function Hours({ view, field, label }: Props & { readonly label: string }) {
  const known = minutesWords(timeOf(view.row.node));
  return (
    <TextField
      {...field('hours')}
      label={label}
      hint={`Tính bằng giờ làm việc, một ngày làm việc là 8 giờ.${known === null ? '' : ` Đang là ${known}.`}`}
      suffix="giờ"
      width="short"
      inputmode="decimal"
    />
  );
}

function VerbFields({ field }: { readonly field: FieldOf }) {
  const notices = Object.entries(NOTICE_LABELS).map(([code, words]) => `${code} (${words.toLowerCase()})`);
  return (
    <>
      <SelectField
        {...field('verb')}
        label="Việc hệ thống làm"
        placeholder="Chọn việc"
        options={optionsOf(SERVICE_VERB_LABELS)}
      />
      <TextField
        {...field('subject')}
        label="Về việc gì"
        hint={`Nghĩa vụ tài chính: ghi nội dung phải nộp. Thông báo: ghi mã mẫu, một trong ${notices.join(', ')}. Hồ sơ liên thông: ghi địa chỉ của thủ tục. Ban hành kết quả: để trống.`}
        width="full"
        required={false}
      />
    </>
  );
}
