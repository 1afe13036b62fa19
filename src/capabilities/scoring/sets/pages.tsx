import { addDays, type LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type Criterion, MEASURE_LABELS, POINTS } from '../schema.ts';
import { scoringSetPaths, type StoredScoringSet } from './schema.ts';

/** As many bands as the form has lines for. */
export const MOST_BANDS = 6;

type ListView = {
  readonly sets: readonly StoredScoringSet[];
  readonly today: LocalDate;
  readonly mayChange: boolean;
};

/** Every set, the newest first. */
export function ScoringSetListContent({ view }: { readonly view: ListView }) {
  return (
    <>
      <Inset>
        Hồ sơ được chấm theo bộ tiêu chí có hiệu lực vào ngày tiếp nhận. Tiêu chí tính được từ dữ liệu thì hệ
        thống tự chấm; tiêu chí khác do người đánh giá chấm kèm lý do, chưa chấm thì để “chưa có dữ liệu”.
      </Inset>
      {view.mayChange ? (
        <Button href={scoringSetPaths.new} variant="secondary">
          Thêm bộ tiêu chí
        </Button>
      ) : null}
      {view.sets.toReversed().map((set) => (
        <SetPanel key={set.id} set={set} view={view} />
      ))}
    </>
  );
}

function SetPanel({ set, view }: { readonly set: StoredScoringSet; readonly view: ListView }) {
  const next = view.sets.find(({ validFrom }) => validFrom > set.validFrom);
  const isCurrent = set.validFrom <= view.today && (!next || next.validFrom > view.today);
  const until = next ? ` đến hết ${formatDate(addDays(next.validFrom, -1))}` : '';
  return (
    <Panel title={set.legalBasis} aside={isCurrent ? <StateTag tone="fine" text="Đang áp dụng" /> : null}>
      <p class="govuk-body">
        Áp dụng cho hồ sơ tiếp nhận từ {formatDate(set.validFrom)}
        {until}
        {view.mayChange ? (
          <>
            {' · '}
            <Link href={scoringSetPaths.edit(set.id)}>Sửa bộ tiêu chí</Link>
          </>
        ) : null}
      </p>
      <DefinitionTable
        caption={`Tiêu chí theo ${set.legalBasis}`}
        head={['Tiêu chí', '2 điểm', '1 điểm', '0 điểm', 'Cách chấm']}
        rows={set.criteria.map((criterion) => [
          `${criterion.code}. ${criterion.name}`,
          ...criterion.levels,
          <HowScored key={criterion.code} criterion={criterion} />,
        ])}
      />
      <p class="govuk-body">
        Xếp mức: {set.bands.map(({ from, name }) => `${name} từ ${from} điểm`).join('; ')}.
      </p>
    </Panel>
  );
}

function HowScored({ criterion: { measure, adjustable } }: { readonly criterion: Criterion }) {
  if (measure === null) return <>Người đánh giá chấm</>;
  return (
    <>
      {MEASURE_LABELS[measure]}
      {adjustable ? <Note>Người đánh giá chấm lại được, có lý do</Note> : null}
    </>
  );
}

type FormView = {
  readonly action: string;
  readonly criteria: readonly Criterion[];
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** One set: words of its criteria, and what totals are called. */
export function ScoringSetContent({ view }: { readonly view: FormView }) {
  const { action, criteria, field, problem, formId } = view;
  const hidden = ['from', 'sequence', 'criteria'].map((name) => ({ name, value: field(name).value }));
  return (
    <>
      <ProblemSummary problem={problem} />
      <Inset>Điểm đã chốt khi trả kết quả không đổi theo bộ tiêu chí sửa sau.</Inset>
      <Form action={action} formId={formId} hidden={hidden} guard>
        <FieldGrid>
          <TextField
            {...field('legalBasis')}
            label="Căn cứ pháp lý"
            hint="Ví dụ: Điều 31 Nghị định số 61/2018/NĐ-CP"
            width="full"
          />
          <DateField {...field('validFrom')} label="Áp dụng cho hồ sơ tiếp nhận từ ngày" />
        </FieldGrid>
        {criteria.map((criterion, index) => (
          <CriterionFields key={criterion.code} criterion={criterion} index={index} field={field} />
        ))}
        <FieldSet legend="Xếp mức theo tổng điểm" hint="Từ mức cao xuống thấp; dòng bỏ trống không tính.">
          {Array.from({ length: MOST_BANDS }, (_, index) => (
            <FieldGrid key={index}>
              <TextField
                {...field(`bands.${index}.from`)}
                label={`Mức ${index + 1}: từ số điểm`}
                width="short"
                inputmode="numeric"
                required={false}
              />
              <TextField {...field(`bands.${index}.name`)} label="Tên mức" width="medium" required={false} />
            </FieldGrid>
          ))}
        </FieldSet>
        <ButtonGroup>
          <Button>Lưu bộ tiêu chí</Button>
          <Button variant="link" href={scoringSetPaths.list}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

type CriterionProps = {
  readonly criterion: Criterion;
  readonly index: number;
  readonly field: FieldOf;
};

function CriterionFields({ criterion, index, field }: CriterionProps) {
  const prefix = `criteria.${index}`;
  const how = criterion.measure === null ? 'Người đánh giá chấm.' : `${MEASURE_LABELS[criterion.measure]}.`;
  return (
    <FieldSet legend={`Tiêu chí ${criterion.code}`} hint={how}>
      <TextField {...field(`${prefix}.name`)} label="Tên tiêu chí" width="full" />
      <FieldGrid>
        {POINTS.map((points, level) => (
          <TextField
            key={points}
            {...field(`${prefix}.levels.${level}`)}
            label={`${points} điểm khi`}
            width="full"
          />
        ))}
      </FieldGrid>
    </FieldSet>
  );
}
