import type { LocalDate } from '#kernel/local-date.ts';
import { formatClock, formatDate } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { noticePaths } from '../schema.ts';
import { NoticeTabs } from '../tabs.tsx';
import { PHONE_CHANNELS } from './schema.ts';
import type { SettingsRow } from './store.ts';

export type SettingsView = {
  readonly rows: readonly SettingsRow[];
  /** Ways that this installation has, in words. */
  readonly ways: readonly (readonly [string, string])[];
  readonly today: LocalDate;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
  readonly known: string;
};

/** How notices are sent: which channel first, when telephones are left alone, what goes together. */
export function SettingsContent({ view }: { readonly view: SettingsView }) {
  return (
    <>
      <NoticeTabs current="settings" />
      <ProblemSummary problem={view.problem} />
      <Columns side={<Side view={view} />}>
        <SettingsForm view={view} />
      </Columns>
    </>
  );
}

function SettingsForm({ view: { field, formId, known } }: { readonly view: SettingsView }) {
  const { value: plain, ...plainField } = field('smsPlain');
  return (
    <Form action={noticePaths.settings} formId={formId} hidden={[{ name: 'known', value: known }]} guard>
      <RadioGroup
        {...field('phoneChannel')}
        label="Người nộp chỉ để lại số điện thoại"
        options={optionsOf(PHONE_CHANNELS)}
      />
      <Checkbox {...plainField} label="Tin SMS không dấu" checked={plain === 'yes'} value="yes" />
      <TextField
        {...field('smsParts')}
        label="Nội dung SMS dài nhất"
        suffix="tin"
        width="short"
        inputmode="numeric"
      />
      <FieldGrid>
        <TextField
          {...field('quietFrom')}
          label="Không nhắn điện thoại từ"
          width="short"
          placeholder="21:00"
        />
        <TextField {...field('quietUntil')} label="Nhắn lại từ" width="short" placeholder="07:00" />
      </FieldGrid>
      <FieldGrid>
        <TextField
          {...field('groupMinutes')}
          label="Chờ để gộp các thông báo"
          suffix="phút"
          width="short"
          inputmode="numeric"
        />
        <TextField
          {...field('digestAt')}
          label="Thư buổi sáng cho cán bộ lúc"
          width="short"
          placeholder="07:00"
        />
      </FieldGrid>
      <DateField {...field('validFrom')} label="Áp dụng từ ngày" />
      <Button>Lưu cách gửi</Button>
    </Form>
  );
}

function Side({ view: { rows, ways } }: { readonly view: SettingsView }) {
  return (
    <>
      <Panel title="Đường gửi của hệ thống">
        <SummaryList rows={ways.map(([key, value]) => ({ key, value }))} />
      </Panel>
      <Panel title="Các lần thay đổi">
        <DefinitionTable
          caption="Cách gửi theo thời gian"
          head={['Áp dụng từ', 'Giờ im lặng', 'Gộp']}
          rows={rows
            .toReversed()
            .map(({ validFrom, quietFrom, quietUntil, groupMinutes }) => [
              formatDate(validFrom),
              `${formatClock(quietFrom)}–${formatClock(quietUntil)}`,
              `${groupMinutes} phút`,
            ])}
        />
      </Panel>
    </>
  );
}
