import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { durationWords } from '#kernel/working-time/closeness.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import type { Option } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { isReturnStep, usedMinutes } from '../rules.ts';
import { dossierPath, type DossierStep } from '../schema.ts';
import type { DossierView } from '../view/service.ts';

export type FormIds = Readonly<Record<'pass-on' | 'take' | 'claim' | 'release', string>>;

export type NextStepView = {
  readonly dossier: DossierView;
  readonly step: DossierStep | null;
  readonly unitName: (unitId: number) => string;
  /** Who may take the next step; empty when it goes into the unit's box. */
  readonly nextOfficers: readonly Option[];
  readonly now: Date;
  /** Each form of the panel counts once. */
  readonly formIds: FormIds;
  /** Somebody else was faster, or the act was refused. */
  readonly problem: string | null;
};

/** What is to be done now, by whom, and the acts that the reader may do. */
export function NextStepPanel({ view }: { view: NextStepView }) {
  const { step, dossier } = view;
  if (!step) {
    return (
      <Panel title="Hồ sơ đã hoàn tất" accent="jade">
        <Problem problem={view.problem} />
        <p>Kết quả đã trả lúc {dossier.state.returnedAt ? formatDateTime(dossier.state.returnedAt) : ''}.</p>
      </Panel>
    );
  }
  return (
    <Panel title={`Việc tiếp theo: ${step.name}`} accent="gold">
      <Problem problem={view.problem} />
      <p>
        {view.unitName(step.unitId)}; {quota(view, step)}
        {holder(view, step)}
      </p>
      <Acts view={view} step={step} />
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
  const used = usedMinutes(step, { now, calendar: () => dossier.calendar });
  const over = used > step.quotaMinutes ? `, quá ${durationWords(used - step.quotaMinutes, perDay)}` : '';
  return `định mức ${durationWords(step.quotaMinutes, perDay)}, đã dùng ${durationWords(used, perDay)}${over}.`;
}

function holder({ dossier }: NextStepView, step: DossierStep): string {
  if (step.custody === 'handed') return ' Hồ sơ đang trên đường bàn giao, chưa xác nhận đã nhận.';
  const name = step.officerId === null ? null : dossier.officers.get(step.officerId);
  return name ? ` ${name} đang thụ lý.` : ' Chưa ai nhận thụ lý.';
}

function Acts({ view, step }: { view: NextStepView; step: DossierStep }) {
  const { acts, state } = view.dossier;
  const path = (part: string): string => dossierPath(state.number, part);
  return (
    <>
      {acts.passOn ? <PassOnForm view={view} step={step} /> : null}
      {acts.takeCustody ? (
        <SingleAct view={view} part="take" text="Xác nhận đã nhận bàn giao" hotkey="b" />
      ) : null}
      {acts.claim ? <SingleAct view={view} part="claim" text="Nhận thụ lý" variant="secondary" /> : null}
      {acts.takeOver ? <SingleAct view={view} part="claim" text="Nhận thay" variant="secondary" /> : null}
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
        <SingleAct view={view} part="release" text="Đưa về hộp việc chung" variant="link" />
      ) : null}
    </>
  );
}

function hiddenOf({ dossier }: NextStepView) {
  return [{ name: 'sequence', value: String(dossier.state.sequence) }];
}

function PassOnForm({ view, step }: { view: NextStepView; step: DossierStep }) {
  const { state } = view.dossier;
  const next = state.steps[step.position + 1];
  if (!next) return null;
  const needsResult = isReturnStep(state, next) && !state.result;
  return (
    <Form
      action={dossierPath(state.number, 'pass-on')}
      formId={view.formIds['pass-on']}
      hidden={hiddenOf(view)}
    >
      <Details summary="Người nhận, ghi chú">
        <SelectField
          id="officerId"
          name="officerId"
          label="Giao cho"
          hint={`Để trống thì vào hộp việc chung của ${view.unitName(next.unitId)}.`}
          placeholder="Hộp việc chung"
          options={view.nextOfficers}
        />
        <TextArea id="note" name="note" label="Ghi chú cho bước sau" rows={2} />
      </Details>
      <ButtonGroup>
        <Button
          hotkey="c"
          hotkeyLabel="Chuyển bước"
          disabledBecause={needsResult ? 'Nhập kết quả giải quyết trước khi chuyển về quầy.' : undefined}
        >
          Chuyển: {next.name}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

type SingleActProps = {
  readonly view: NextStepView;
  readonly part: keyof FormIds;
  readonly text: string;
  readonly variant?: 'primary' | 'secondary' | 'link';
  readonly hotkey?: string;
};

function SingleAct({ view, part, text, variant, hotkey }: SingleActProps) {
  const { number } = view.dossier.state;
  return (
    <Form action={dossierPath(number, part)} formId={view.formIds[part]} hidden={hiddenOf(view)}>
      <ButtonGroup>
        <Button variant={variant ?? 'primary'} {...(hotkey ? { hotkey, hotkeyLabel: text } : {})}>
          {text}
        </Button>
      </ButtonGroup>
    </Form>
  );
}
