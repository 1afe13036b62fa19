import { formatClock, formatDateTime, formatLongDate } from '#kernel/vietnamese/format.ts';
import { whyPanelOf } from '#foundation/calendar/why-panel.ts';
import { limitWords } from '#capabilities/procedures/words.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { ErrorSummary } from '#web/ui/error-summary.tsx';
import { Form } from '#web/ui/form.tsx';
import { KeyDate } from '#web/ui/key-date.tsx';
import { KeyHints } from '#web/ui/kbd.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { valueOf } from '#web/http/form-values.ts';
import { AnswerFields } from '../../answers/fields.tsx';
import { answerField } from '../../answers/schema.ts';
import { dossierPath } from '../../schema.ts';
import { groupPaths } from '../group/schema.ts';
import { intakePaths } from '../schema.ts';
import { ApplicantFields, DelegateFields } from './applicant-fields.tsx';
import { FeeFields } from './fee-fields.tsx';
import { PaperFields } from './paper-fields.tsx';
import { problemsById, summaryOf } from './problems.ts';
import { isTicked } from './read.ts';
import { DeliveryFields, RequestFields } from './rest-fields.tsx';
import type { ReceptionView } from './view.ts';

const KEYS = [
  { keys: ['Space'], text: 'đánh dấu giấy tờ' },
  { keys: ['1', '9'], text: 'số bản' },
  { keys: ['↓', '↑'], text: 'giấy tờ sau, trước' },
  { keys: ['Ctrl', 'Enter'], text: 'tiếp nhận' },
] as const;

/** The one form of the counter: who, with the promised date beside it, then papers, fees and the way back. */
export function ReceptionContent({ view }: { view: ReceptionView }) {
  const { offer, values, problem, formId, accountId } = view;
  const { content, slug } = offer.version;
  const errors = problemsById(problem, content.papers.length);
  return (
    <>
      <ErrorSummary errors={summaryOf(problem, content.papers.length)} />
      <Form
        action={intakePaths.form(slug)}
        formId={formId}
        draft={`intake-${accountId}-${slug}`}
        label="Tiếp nhận hồ sơ"
        upload
        guard
      >
        <Confirmations view={view} errors={errors} />
        <Columns side={<ReceptionSide view={view} />}>
          <Panel>
            <ApplicantFields
              values={values}
              errors={errors}
              kinds={content.applicants}
              autofocus={problem === null}
            />
            <DelegateFields values={values} errors={errors} />
            <RequestFields view={view} errors={errors} />
            <AnswerFields
              fields={view.asked}
              typed={(name) => valueOf(values, answerField(name))}
              errors={errors}
            />
          </Panel>
        </Columns>
        <Panel>
          <PaperFields content={content} values={values} errors={errors} kept={view.kept} />
          <KeyHints hints={KEYS} />
        </Panel>
        <Panel>
          <FeeFields content={content} values={values} errors={errors} exemptions={view.exemptions} />
          <DeliveryFields view={view} errors={errors} />
        </Panel>
        <Acts slug={slug} />
      </Form>
    </>
  );
}

/** Receiving first; the two slips take along what was typed. */
function Acts({ slug }: { slug: string }) {
  return (
    <ButtonGroup>
      <Button hotkey="Ctrl Enter" hotkeyLabel="Tiếp nhận">
        Tiếp nhận
      </Button>
      <Button variant="secondary" formAction={`${intakePaths.guide(slug)}/draft`}>
        Hướng dẫn bổ sung
      </Button>
      <Button variant="secondary" formAction={`${intakePaths.refuse(slug)}/draft`}>
        Từ chối tiếp nhận
      </Button>
      <Button variant="link" href={intakePaths.choice}>
        Chọn thủ tục khác
      </Button>
    </ButtonGroup>
  );
}

type ConfirmationsProps = { readonly view: ReceptionView; readonly errors: Readonly<Record<string, string>> };

/** What the officer has to look at twice: a running dossier of the same kind, a number noted for another name. */
function Confirmations({ view, errors }: ConfirmationsProps) {
  const { running, values } = view;
  const duplicate = errors['confirmedDuplicate'];
  const identity = errors['confirmedIdentity'];
  const asksDuplicate = running !== null || duplicate !== undefined || isTicked(values, 'confirmedDuplicate');
  return (
    <>
      {running ? (
        <Banner kind="warning" title="Người này đang có hồ sơ cùng thủ tục">
          <p>
            <Link href={dossierPath(running.number)}>{running.number}</Link>, nhận{' '}
            {formatDateTime(running.receivedAt)}, chưa giải quyết xong.
          </p>
        </Banner>
      ) : null}
      {asksDuplicate ? (
        <Checkbox
          id="confirmedDuplicate"
          name="confirmedDuplicate"
          label="Đã kiểm tra, vẫn tiếp nhận thêm một hồ sơ cùng thủ tục"
          error={duplicate}
          checked={isTicked(values, 'confirmedDuplicate')}
        />
      ) : null}
      {identity !== undefined || isTicked(values, 'confirmedIdentity') ? (
        <Checkbox
          id="confirmedIdentity"
          name="confirmedIdentity"
          label="Đã đối chiếu giấy tờ: số đúng, họ tên đã thay đổi"
          error={identity}
          checked={isTicked(values, 'confirmedIdentity')}
        />
      ) : null}
    </>
  );
}

function ReceptionSide({ view }: { view: ReceptionView }) {
  const { due, offer, unit } = view;
  const { content, slug } = offer.version;
  return (
    <>
      <KeyDate
        label="Nhận bây giờ thì hẹn trả"
        date={`${formatClock(due.dueAt)}, ${formatLongDate(due.dueAt)}`}
      >
        <WhyPanel {...whyPanelOf(due.explanation)} />
      </KeyDate>
      <Panel title="Thủ tục">
        <p class="govuk-body">
          Thời hạn: {limitWords(content)}. Tiếp nhận tại {unit.shortName}.
        </p>
        {content.timeLimit.note === '' ? null : <p class="govuk-body">{content.timeLimit.note}</p>}
        {content.conditions === '' ? null : <p class="govuk-body">{content.conditions}</p>}
        <ul class="govuk-list">
          <li>
            <Link href={`/procedures/${slug}`} newTab>
              Xem toàn bộ thủ tục
            </Link>
          </li>
          <li>
            <Link href={groupPaths.sheet(slug)}>Nhiều người cùng lúc</Link>
          </li>
          <li>
            <Link href={groupPaths.import(slug)}>Nhập từ tệp Excel, hồ sơ cũ</Link>
          </li>
        </ul>
      </Panel>
    </>
  );
}
