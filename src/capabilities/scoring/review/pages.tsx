import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { takesMarks } from '../rules.ts';
import { type Criterion, POINTS, type ScoredCriterion, scorePath } from '../schema.ts';
import type { DossierScore } from '../service.ts';
import type { Mark } from '../store.ts';
import { outOfWords } from '../words.ts';

type ScoreView = {
  readonly scored: DossierScore;
  /** Code of the criterion a reviewer opened. */
  readonly chosen: string;
  readonly values: FormValues;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Every criterion with its points and why; whoever reviews opens one and gives points. */
export function ScoreContent({ view }: { readonly view: ScoreView }) {
  const { score, set, isFrozen } = view.scored;
  const open = set.criteria.find((criterion) => criterion.code === view.chosen && takesMarks(criterion));
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <StatisticTiles
        statistics={[
          { label: 'Tổng điểm', value: outOfWords(score.total, score.known), note: knownWords(view.scored) },
          { label: 'Mức', value: score.band ?? 'Chưa xếp mức', note: bandNote(view.scored) },
        ]}
      />
      {open && view.scored.mayMark ? <MarkPanel criterion={open} view={view} /> : null}
      <Panel
        title="Từng tiêu chí"
        aside={
          <StateTag
            tone={isFrozen ? 'fine' : 'wait'}
            text={isFrozen ? 'Đã chốt khi trả kết quả' : 'Tạm tính'}
          />
        }
      >
        <DefinitionTable
          caption="Điểm từng tiêu chí"
          head={['Tiêu chí', 'Điểm', 'Vì sao', ...(view.scored.mayMark ? ['Chấm'] : [])]}
          rows={score.lines.map((line) => rowOf(line, view.scored))}
        />
      </Panel>
      <Inset>
        Theo {set.legalBasis}, bộ tiêu chí áp dụng từ {formatDate(set.validFrom)}.
      </Inset>
    </>
  );
}

function rowOf(line: ScoredCriterion, { dossier, marks, mayMark }: DossierScore) {
  const { criterion, points, explanation, source } = line;
  const mark = source === 'reviewer' ? marks.find((one) => one.criterion === criterion.code) : undefined;
  return [
    `${criterion.code}. ${criterion.name}`,
    points === null ? 'Chưa có dữ liệu' : `${points} – ${criterion.levels[2 - points] ?? ''}`,
    <Why key="why" explanation={explanation} mark={mark} />,
    ...(mayMark ? [<MarkLink key="mark" criterion={criterion} number={dossier.number} />] : []),
  ];
}

function Why({ explanation, mark }: { readonly explanation: string; readonly mark: Mark | undefined }) {
  return (
    <>
      {explanation}
      {mark ? (
        <Note>
          {mark.reason} ({mark.giverName}, {formatDateTime(mark.givenAt)})
        </Note>
      ) : null}
    </>
  );
}

function MarkLink({ criterion, number }: { readonly criterion: Criterion; readonly number: string }) {
  if (!takesMarks(criterion)) return <>Tự{'\u00a0'}tính</>;
  return (
    <Link href={`${scorePath(number)}?criterion=${criterion.code}`}>
      Chấm<span class="govuk-visually-hidden"> tiêu chí {criterion.code}</span>
    </Link>
  );
}

function MarkPanel({ criterion, view }: { readonly criterion: Criterion; readonly view: ScoreView }) {
  const { scored, values, problem, formId } = view;
  const field = fieldsOf(values, problem);
  const hidden = [
    { name: 'sequence', value: String(scored.sequence) },
    { name: 'criterion', value: criterion.code },
  ];
  return (
    <Panel title={`Chấm tiêu chí ${criterion.code}`} accent="jade">
      <Form action={scorePath(scored.dossier.number)} formId={formId} hidden={hidden} guard>
        <RadioGroup
          {...field('points')}
          label={criterion.name}
          options={POINTS.map((points, level) => ({
            value: String(points),
            text: `${points} điểm: ${criterion.levels[level] ?? ''}`,
          }))}
          small
        />
        <TextArea
          {...field('reason')}
          label="Lý do"
          hint="Dựa vào đâu để chấm mức này. Không ghi tên người dân."
          rows={2}
        />
        <ButtonGroup>
          <Button>Ghi điểm</Button>
          <Button variant="link" href={scorePath(scored.dossier.number)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </Panel>
  );
}

function knownWords({ score, set }: DossierScore): string {
  const all = set.criteria.length;
  return score.known === all ? `Đủ ${all} tiêu chí` : `${score.known} trên ${all} tiêu chí có dữ liệu`;
}

function bandNote({ score, set }: DossierScore): string {
  if (score.band === null) return 'Xếp mức khi mọi tiêu chí có điểm';
  return `Trên thang ${2 * set.criteria.length} điểm`;
}
