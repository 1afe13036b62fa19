import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { reasonPaths } from '../reasons/schema.ts';
import {
  clockRulePaths,
  type ClockRules,
  type ClockRuleSet,
  MEASURE_LABELS,
  WARNED_LABELS,
  type WarningRule,
} from './schema.ts';

type ListView = {
  readonly sets: readonly ClockRuleSet[];
  readonly today: LocalDate;
  readonly mayChange: boolean;
};

/** Every set, the newest first. */
export function ClockRulesContent({ view }: { readonly view: ListView }) {
  const { sets, today, mayChange } = view;
  const current = sets.findLast(({ validFrom }) => validFrom <= today);
  return (
    <>
      <Inset>
        Quy định áp dụng theo ngày làm việc đó. Khi có văn bản mới, hãy thêm quy định áp dụng từ ngày văn bản
        có hiệu lực. <Link href={reasonPaths.list}>Danh mục lý do</Link> ở trang riêng.
      </Inset>
      {mayChange ? (
        <Button href={clockRulePaths.new} variant="secondary">
          Thêm quy định
        </Button>
      ) : null}
      {sets.toReversed().map((set) => (
        <Panel
          key={set.id}
          title={set.legalBasis}
          aside={set === current ? <StateTag tone="fine" text="Đang áp dụng" /> : null}
        >
          <p class="govuk-body">
            Áp dụng từ {formatDate(set.validFrom)}
            {mayChange ? (
              <>
                {' · '}
                <Link href={clockRulePaths.edit(set.id)}>Sửa quy định</Link>
              </>
            ) : null}
          </p>
          <SummaryList rows={rowsOf(set.rules)} wide />
        </Panel>
      ))}
    </>
  );
}

function rowsOf(rules: ClockRules) {
  return [
    { key: 'Thời hạn bổ sung hồ sơ', value: `${rules.supplementDays} ngày` },
    { key: 'Số lần yêu cầu bổ sung không phải trình lãnh đạo', value: String(rules.freeSupplements) },
    {
      key: 'Nhắc người nộp trước hạn bổ sung',
      value: rules.reminders.length === 0 ? 'không' : `${rules.reminders.join(', ')} ngày làm việc`,
    },
    { key: 'Số lần gia hạn', value: `${rules.extensions} (${rules.onceBasis})` },
    { key: 'Số lần hẹn lại', value: `${rules.reappointments} (${rules.onceBasis})` },
    { key: 'Phiếu xin lỗi gửi trước hạn', value: `${rules.apologyLead} ngày làm việc` },
    {
      key: 'Cảnh báo',
      value: (
        <ul class="govuk-list">
          {rules.warnings.map((warning) => (
            <li key={warningWords(warning)}>{warningWords(warning)}</li>
          ))}
        </ul>
      ),
    },
  ];
}

/** `Trước hạn số ngày làm việc: 1, báo lãnh đạo đơn vị`. */
function warningWords({ measure, value, to }: WarningRule): string {
  const told = WARNED_LABELS[to].toLowerCase();
  switch (measure) {
    case 'percent':
      return `Đã dùng ${value}% thời hạn: báo ${told}`;
    case 'days':
      return `Còn ${value} ngày làm việc: báo ${told}`;
    case 'hours':
      return `Còn ${value} giờ làm việc: báo ${told}`;
    case 'late':
      return value === 0 ? `Ngay khi quá hạn: báo ${told}` : `Quá hạn ${value} giờ làm việc: báo ${told}`;
  }
}

type FormView = {
  readonly action: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
  /** Empty for a new set. */
  readonly sequence: string;
};

/** As many warnings as a set has room for. */
export const WARNING_ROWS = 6;

/** One set: since when, how long, how often, who is warned. */
export function ClockRulesForm({ view }: { readonly view: FormView }) {
  const { action, field, problem, formId, sequence } = view;
  const number = (name: string, label: string, hint?: string) => (
    <TextField {...field(`rules.${name}`)} label={label} hint={hint} width="short" />
  );
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={action} formId={formId} hidden={[{ name: 'sequence', value: sequence }]} guard>
        <FieldGrid>
          <TextField {...field('legalBasis')} label="Văn bản quy định" width="full" />
          <DateField {...field('validFrom')} label="Áp dụng từ ngày" />
        </FieldGrid>
        <FieldSet legend="Bổ sung hồ sơ">
          <FieldGrid>
            {number('supplementDays', 'Thời hạn bổ sung, ngày')}
            {number('freeSupplements', 'Số lần không phải trình lãnh đạo')}
            {number('reminders', 'Nhắc trước, ngày làm việc', 'Nhiều lần thì cách nhau bằng dấu phẩy: 5, 1')}
          </FieldGrid>
        </FieldSet>
        <FieldSet legend="Gia hạn, hẹn lại">
          <FieldGrid>
            {number('extensions', 'Số lần gia hạn')}
            {number('reappointments', 'Số lần hẹn lại')}
            {number('apologyLead', 'Xin lỗi trước hạn, ngày làm việc')}
          </FieldGrid>
          <TextField {...field('rules.onceBasis')} label="Điều luật về số lần" width="full" />
        </FieldSet>
        <FieldSet legend="Cảnh báo sắp đến hạn, quá hạn" hint="Dòng để trống số thì không cảnh báo.">
          {Array.from({ length: WARNING_ROWS }, (_, row) => (
            <WarningFields key={row} row={row} field={field} />
          ))}
        </FieldSet>
        <ButtonGroup>
          <Button>Lưu quy định</Button>
          <Button variant="link" href={clockRulePaths.list}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function WarningFields({ row, field }: { readonly row: number; readonly field: FieldOf }) {
  const at = (name: string) => field(`warning.${row}.${name}`);
  const label = (words: string): string => `Cảnh báo ${row + 1}: ${words}`;
  return (
    <FieldGrid>
      <SelectField {...at('measure')} label={label('khi')} options={optionsOf(MEASURE_LABELS)} />
      <TextField {...at('value')} label={label('số')} width="short" required={false} />
      <SelectField {...at('to')} label={label('báo cho')} options={optionsOf(WARNED_LABELS)} />
    </FieldGrid>
  );
}
