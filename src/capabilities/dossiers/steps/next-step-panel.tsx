import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import type { Option } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { isReturnStep, pausedForOf } from '../rules.ts';
import { CLOSED_LABELS, dossierPath, type DossierStep, PAUSE_LABELS } from '../schema.ts';
import { usedMinutes } from '../time.ts';
import { waitingFor } from '../run/waiting.ts';
import type { StepWork } from '../view/acts.ts';
import type { DossierView } from '../view/service.ts';

export type FormIds = Readonly<Record<'pass-on' | 'take' | 'claim' | 'release', string>>;

export type NextStepView = {
  readonly dossier: DossierView;
  readonly unitName: (unitId: number) => string;
  /** Who may take the next step, by the position of the step before; empty when it goes into the unit's box. */
  readonly nextOfficers: ReadonlyMap<number, readonly Option[]>;
  /** Reasons for being late, where one has to be told before passing on; by the position of the step. */
  readonly lateReasons: ReadonlyMap<number, readonly Option[]>;
  readonly now: Date;
  /** Each form of the panel counts once. */
  readonly formIds: FormIds;
  /** Somebody else was faster, or the act was refused. */
  readonly problem: string | null;
};

/** What is to be done now, by whom, and the acts that the reader may do; a panel for each step worked on. */
export function NextStepPanel({ view }: { view: NextStepView }) {
  const { work } = view.dossier;
  if (work.length === 0) return <RestingPanel view={view} />;
  return (
    <>
      {work.map((one, index) => (
        <StepPanel key={one.step.position} view={view} work={one} first={index === 0} />
      ))}
    </>
  );
}

/** Nobody works on it: it has ended, or waits for something from outside. */
function RestingPanel({ view }: { view: NextStepView }) {
  const { state } = view.dossier;
  if (state.phase === 'returned' || state.phase === 'closed') {
    const at = formatDateTime(state.returnedAt ?? state.closed?.at ?? view.now);
    return (
      <Panel title="Hồ sơ đã hoàn tất" accent="jade">
        <Problem problem={view.problem} />
        <p>{state.closed ? `${CLOSED_LABELS[state.closed.how]} lúc ${at}.` : `Kết quả đã trả lúc ${at}.`}</p>
      </Panel>
    );
  }
  return (
    <Panel title="Hồ sơ đang chờ" accent="gold">
      <Problem problem={view.problem} />
      <Paused view={view} />
      <ul class="govuk-list govuk-list--bullet">
        {waitingFor(state).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Paused({ view }: { view: NextStepView }) {
  const reason = pausedForOf(view.dossier.state);
  return reason === null ? null : (
    <Banner kind="info">{PAUSE_LABELS[reason]}: thời gian chờ không tính vào thời hạn giải quyết.</Banner>
  );
}

type StepPanelProps = { readonly view: NextStepView; readonly work: StepWork; readonly first: boolean };

function StepPanel({ view, work, first }: StepPanelProps) {
  const { step } = work;
  const title = first ? `Việc tiếp theo: ${step.name}` : `Làm song song: ${step.name}`;
  return (
    <Panel title={title} accent="gold">
      {first ? <Problem problem={view.problem} /> : null}
      {first ? <Paused view={view} /> : null}
      <p>
        {view.unitName(step.unitId)}; {quota(view, step)}
        {holder(view, step)}
      </p>
      <Acts view={view} work={work} />
    </Panel>
  );
}

function Problem({ problem }: { problem: string | null }) {
  return problem ? (
    <Banner kind="error" focused>
      {problem}
    </Banner>
  ) : null;
}

function quota({ dossier, now }: NextStepView, step: DossierStep): string {
  const perDay = dossier.calendar.minutesPerWorkingDay;
  const used = usedMinutes(dossier.state, step, { now, calendar: () => dossier.calendar });
  const over = used > step.quotaMinutes ? `, quá ${durationWords(used - step.quotaMinutes, perDay)}` : '';
  return `định mức ${durationWords(step.quotaMinutes, perDay)}, đã dùng ${durationWords(used, perDay)}${over}.`;
}

function holder({ dossier }: NextStepView, step: DossierStep): string {
  if (step.custody === 'handed') return ' Hồ sơ đang trên đường bàn giao, chưa xác nhận đã nhận.';
  const name = step.officerId === null ? null : dossier.officers.get(step.officerId);
  return name ? ` ${name} đang thụ lý.` : ' Chưa ai nhận thụ lý.';
}

type WorkProps = { readonly view: NextStepView; readonly work: StepWork };

function Acts({ view, work }: WorkProps) {
  const { acts, step } = work;
  const { state } = view.dossier;
  const path = (part: string): string => `${dossierPath(state.number, part)}?position=${step.position}`;
  return (
    <>
      {acts.passOn ? <PassOnForm view={view} work={work} /> : null}
      {acts.takeCustody ? (
        <SingleAct view={view} work={work} part="take" text="Xác nhận đã nhận bàn giao" hotkey="b" />
      ) : null}
      {acts.claim ? (
        <SingleAct view={view} work={work} part="claim" text="Nhận thụ lý" variant="secondary" />
      ) : null}
      {acts.takeOver ? (
        <SingleAct view={view} work={work} part="claim" text="Nhận thay" variant="secondary" />
      ) : null}
      <ButtonGroup>
        {acts.returnResult ? (
          <Button href={path('return')} hotkey="t" hotkeyLabel="Trả kết quả">
            Trả kết quả
          </Button>
        ) : null}
        {acts.enterResult ? (
          <Button href={path('result')} variant="secondary" hotkey="k" hotkeyLabel="Nhập kết quả">
            {state.result ? 'Sửa kết quả' : 'Nhập kết quả'}
          </Button>
        ) : null}
        {acts.sendBack ? (
          <Button href={path('send-back')} variant="secondary">
            Trả lại bước trước
          </Button>
        ) : null}
        {acts.assign ? (
          <Button href={path('assign')} variant="secondary">
            Phân công
          </Button>
        ) : null}
      </ButtonGroup>
      {acts.release ? (
        <SingleAct view={view} work={work} part="release" text="Đưa về hộp việc chung" variant="link" />
      ) : null}
    </>
  );
}

function hiddenOf({ dossier }: NextStepView, { step }: StepWork) {
  return [
    { name: 'sequence', value: String(dossier.state.sequence) },
    { name: 'position', value: String(step.position) },
  ];
}

function PassOnForm({ view, work }: WorkProps) {
  const { state } = view.dossier;
  const [next, ...others] = work.next;
  const only = others.length === 0 ? next : undefined;
  const needsResult = only !== undefined && isReturnStep(state, only) && !state.result;
  const id = work.step.position;
  return (
    <Form
      action={dossierPath(state.number, 'pass-on')}
      formId={view.formIds['pass-on']}
      hidden={hiddenOf(view, work)}
    >
      <Choices work={work} />
      <LateReason reasons={view.lateReasons.get(id) ?? []} position={id} />
      <Details summary="Người nhận, ghi chú">
        {only ? (
          <SelectField
            id={`officerId-${id}`}
            name="officerId"
            label="Giao cho"
            hint={`Để trống thì vào hộp việc chung của ${view.unitName(only.unitId)}.`}
            placeholder="Hộp việc chung"
            options={view.nextOfficers.get(id) ?? []}
          />
        ) : null}
        <TextArea id={`note-${id}`} name="note" label="Ghi chú cho bước sau" rows={2} />
      </Details>
      <ButtonGroup>
        <Button
          hotkey="c"
          hotkeyLabel="Chuyển bước"
          disabledBecause={needsResult ? 'Nhập kết quả giải quyết trước khi chuyển về quầy.' : undefined}
        >
          {only ? `Chuyển: ${only.name}` : 'Hoàn thành bước này'}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

/** Where the officer decides which way it goes. */
function Choices({ work }: { work: StepWork }) {
  const { choices, step } = work;
  if (choices === null) return null;
  const options = choices.names.map((name) => ({ value: name, text: name }));
  const field = { id: `choices-${step.position}`, name: 'choices', label: 'Hướng đi tiếp', options };
  return choices.several ? <CheckboxGroup {...field} /> : <RadioGroup {...field} required />;
}

/** Whoever passes an overdue dossier on says why it is late. */
function LateReason({ reasons, position }: { reasons: readonly Option[]; position: number }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <SelectField
        id={`lateReasonCode-${position}`}
        name="lateReasonCode"
        label="Lý do quá hạn"
        hint="Hồ sơ đã quá ngày hẹn trả; lý do được ghi vào diễn biến hồ sơ."
        placeholder="Chọn lý do"
        options={reasons}
        required
      />
      <TextField
        id={`lateReason-${position}`}
        name="lateReason"
        label="Nói rõ thêm"
        width="full"
        required={false}
      />
    </>
  );
}

type SingleActProps = WorkProps & {
  readonly part: keyof FormIds;
  readonly text: string;
  readonly variant?: 'primary' | 'secondary' | 'link';
  readonly hotkey?: string;
};

function SingleAct({ view, work, part, text, variant, hotkey }: SingleActProps) {
  const { number } = view.dossier.state;
  return (
    <Form action={dossierPath(number, part)} formId={view.formIds[part]} hidden={hiddenOf(view, work)}>
      <ButtonGroup>
        <Button variant={variant ?? 'primary'} {...(hotkey ? { hotkey, hotkeyLabel: text } : {})}>
          {text}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
