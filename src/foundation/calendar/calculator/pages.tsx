import { formatClock, formatLongDate } from '#kernel/vietnamese/format.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Details } from '#web/ui/details.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { KeyDate } from '#web/ui/key-date.tsx';
import { Link } from '#web/ui/link.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { Section } from '#web/ui/section.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { type FieldOf, fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { calendarPaths } from '../schema.ts';
import { whyPanelOf } from '../why-panel.ts';
import { LIMIT_LABELS, type QuestionValues } from './schema.ts';
import type { DueAnswer } from './service.ts';

export type CalculatorView = {
  readonly values: QuestionValues;
  readonly problem: FormProblem;
  readonly answer: DueAnswer | null;
  readonly procedures: readonly Option[];
  readonly units: readonly Option[];
  /** The same answer for programs. */
  readonly jsonHref: string;
};

const LIMITS = optionsOf(LIMIT_LABELS);

/** The public calculator: the answer first when there is one, then the question. */
export function CalculatorContent({ view }: { view: CalculatorView }) {
  const { answer, problem } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      {answer ? <Answer answer={answer} jsonHref={view.jsonHref} /> : null}
      {answer ? (
        <Section title="Tính cho trường hợp khác">
          <QuestionForm view={view} />
        </Section>
      ) : (
        <QuestionForm view={view} />
      )}
    </>
  );
}

function Answer({ answer, jsonHref }: { answer: DueAnswer; jsonHref: string }) {
  const { dueAt, explanation, procedureName, unitName, cautions } = answer;
  const where = unitName === null ? 'Theo lịch làm việc chung.' : `Nộp tại ${unitName}.`;
  return (
    <>
      <KeyDate label="Hẹn trả kết quả" date={`${formatClock(dueAt)} ${formatLongDate(dueAt)}`}>
        <p>
          {procedureName === null ? '' : `${procedureName}. `}
          {where}
        </p>
      </KeyDate>
      {cautions.map((caution) => (
        <Banner key={caution} kind="warning">
          {caution}
        </Banner>
      ))}
      <WhyPanel {...whyPanelOf(explanation)} question="Vì sao là ngày này?" open />
      <ButtonGroup>
        <Button act="print" variant="secondary">
          In kết quả
        </Button>
      </ButtonGroup>
      <Details summary="Dùng kết quả này trong phần mềm khác">
        <p>
          <Link href={jsonHref}>Ngày hẹn và lời giải thích dạng JSON</Link>
        </p>
      </Details>
    </>
  );
}

function QuestionForm({ view }: { view: CalculatorView }) {
  const { values, problem, procedures, units } = view;
  const typed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
  const field = fieldsOf(typed, problem);
  return (
    <Form action={calendarPaths.calculator} method="get" label="Tính ngày hẹn trả kết quả">
      <FieldGrid>
        <DateField {...field('date')} label="Ngày nộp hồ sơ" />
        <TextField {...field('time')} label="Giờ nộp" width="short" hint="Ví dụ 15:20" />
      </FieldGrid>
      <SelectField {...field('limit')} label="Cách tính thời hạn" options={LIMITS} />
      <Combobox
        {...field('procedure')}
        label="Thủ tục"
        hint="Chỉ dùng khi tính theo thủ tục"
        placeholder="Chọn thủ tục"
        options={procedures}
        width="full"
      />
      <NumberFields field={field} />
      <Combobox
        {...field('unit')}
        label="Nơi nộp"
        hint="Để trống thì tính theo lịch làm việc chung"
        placeholder="Chọn nơi nộp"
        options={units}
        width="full"
      />
      <ButtonGroup>
        <Button>Tính ngày hẹn</Button>
      </ButtonGroup>
    </Form>
  );
}

function NumberFields({ field }: { field: FieldOf }) {
  return (
    <FieldGrid>
      <TextField
        {...field('value')}
        label="Số ngày hoặc số giờ"
        hint="Khi tính theo số ngày, số giờ"
        width="short"
        inputmode="decimal"
      />
      <TextField
        {...field('cutoff')}
        label="Giờ nhận cuối trong ngày"
        hint="Khi trả trong ngày; sau giờ này trả hôm sau"
        width="short"
      />
    </FieldGrid>
  );
}
