import type { VNode } from 'preact';
import { localDateOf } from '#kernel/local-date.ts';
import { formatClock, formatDate, formatLongDate } from '#kernel/vietnamese/format.ts';
import { closenessOf } from '#kernel/working-time/closeness.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import type { FormProblem } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { whyPanelOf } from '#foundation/calendar/why-panel.ts';
import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { KeyDate } from '#web/ui/key-date.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { DOSSIER_FIELDS } from '../personal-data.ts';
import { pausedForOf } from '../rules.ts';
import { CLOSED_LABELS, PAUSE_LABELS, type PauseReason } from '../schema.ts';
import type { Counter } from '../print/counter.ts';
import { WhoHasRead } from '../reads/citizen-list.tsx';
import { proofPaths } from '../proof/schema.ts';
import { plainTimeline } from './rules.ts';
import type { Lookup } from './service.ts';

export type LookupFormView = {
  readonly number: string;
  readonly code: string;
  readonly problem: FormProblem;
};

/** Asks for what stands on the receipt. */
export function LookupFormContent({ view }: { view: LookupFormView }) {
  const { problem } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body-l">
        Ghi số hồ sơ và mã tra cứu in trên giấy hẹn, hoặc quét mã QR trên giấy hẹn bằng điện thoại.
      </p>
      <Form action="/tra-cuu">
        <TextField
          id="number"
          name="number"
          label="Số hồ sơ"
          hint="Ví dụ: 000.17.22.H08-200428-0003"
          value={view.number}
          error={problem.fields['number']}
          autocomplete="off"
          required
        />
        <TextField
          id="code"
          name="code"
          label="Mã tra cứu"
          hint="8 chữ và số, in dưới mã QR"
          value={view.code}
          error={problem.fields['code']}
          width="short"
          autocomplete="off"
          required
        />
        <Button>Tra cứu</Button>
      </Form>
      <ReceiptCheckLink />
      <Inset>Mất giấy hẹn? Mang giấy tờ tùy thân đến nơi đã nộp hồ sơ để được tra cứu và in lại.</Inset>
    </>
  );
}

export type LookupView = {
  readonly lookup: Lookup;
  readonly unitName: (unitId: number) => string;
  readonly office: Counter;
  /** What other parts of the system say about it. */
  readonly panels: readonly VNode[];
  readonly now: Date;
};

/** A number that is never broken at its hyphens: people read it out to each other. */
export function DossierNumber({ number }: { number: string }) {
  return (
    <>
      Hồ sơ <span class="mc-unbroken">{number}</span>
    </>
  );
}

/** The dossier in plain words: when to come, why that day, where it is, what happens next. */
export function LookupContent({ view }: { view: LookupView }) {
  const { lookup, unitName } = view;
  if (lookup.disposedAt !== null) return <DisposedContent view={view} disposedAt={lookup.disposedAt} />;
  return (
    <>
      <p class="govuk-body">Người nộp: {masked(DOSSIER_FIELDS.applicant_name, lookup.applicantName)}</p>
      <WhenPanel view={view} />
      <Panel title="Hồ sơ đang ở đâu">
        <Timeline entries={plainTimeline({ ...lookup, unitName })} label="Hồ sơ đang ở đâu" />
      </Panel>
      {view.panels}
      <OfficePanel office={view.office} />
      <WhoHasRead reads={lookup.reads} unitName={unitName} office={view.office} />
      <ReceiptCheckLink />
    </>
  );
}

/** What is left when the time for which a dossier is kept was over. */
function DisposedContent({ view, disposedAt }: { view: LookupView; disposedAt: Date }) {
  const { lookup, unitName, office } = view;
  return (
    <>
      <KeyDate label="Hồ sơ đã hết thời hạn lưu trữ" date={`Đã tiêu hủy ngày ${formatDate(disposedAt)}`}>
        <p>
          Thông tin cá nhân và giấy tờ trong hồ sơ đã được xóa theo quy định về lưu trữ. Hệ thống chỉ còn số
          hồ sơ và các mốc thời gian để thống kê.
        </p>
      </KeyDate>
      <OfficePanel office={office} />
      <WhoHasRead reads={lookup.reads} unitName={unitName} office={office} />
    </>
  );
}

/** Takes the signed text of a scanned receipt along, where there is one. */
function ReceiptCheckLink() {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={proofPaths.page} data-carries-fragment="">
        Kiểm tra giấy hẹn thật hay giả
      </a>{' '}
      (dùng được cả khi không có mạng)
    </p>
  );
}

function WhenPanel({ view: { lookup, now } }: { view: LookupView }) {
  const { state } = lookup;
  if (state.phase === 'returned') {
    return (
      <KeyDate
        label="Bạn đã nhận kết quả"
        date={state.returnedAt ? formatLongDate(localDateOf(state.returnedAt)) : ''}
      />
    );
  }
  if (state.phase === 'done') {
    return (
      <KeyDate
        label="Đã có kết quả"
        date={lookup.returnMethod === 'counter' ? 'Mời bạn đến nhận' : 'Đang gửi đến bạn'}
      >
        {lookup.returnMethod === 'counter' ? <p>Khi đến, mang theo giấy hẹn và giấy tờ tùy thân.</p> : null}
      </KeyDate>
    );
  }
  if (state.closed) {
    return (
      <KeyDate label={CLOSED_LABELS[state.closed.how]} date={formatLongDate(localDateOf(state.closed.at))} />
    );
  }
  const standing = pausedForOf(state);
  if (standing !== null) return <StandingPanel view={{ lookup }} reason={standing} />;
  const closeness = closenessOf(lookup.calendar, now, state.dueAt);
  const isLate = closeness.kind === 'late';
  return (
    <KeyDate
      label={`Ngày trả kết quả, lúc ${formatClock(state.dueAt)}`}
      date={formatLongDate(localDateOf(state.dueAt))}
      {...(isLate ? { tone: 'late' as const } : {})}
    >
      <p>
        {isLate ? lateWords(closeness.words, state.reappointedAt) : `Đang đúng tiến độ. ${closeness.words}.`}
      </p>
      <WhyPanel {...whyPanelOf(lookup.explanation)} question="Vì sao là ngày này?" />
    </KeyDate>
  );
}

/** While the clock stands the date is not known: it moves by what is waited. */
function StandingPanel({ view, reason }: { view: Pick<LookupView, 'lookup'>; reason: PauseReason }) {
  const { state, explanation } = view.lookup;
  const until = state.pauses.at(-1)?.until ?? null;
  return (
    <KeyDate label={PAUSE_LABELS[reason]} date="Thời gian đang không tính">
      <p>
        Ngày trả {formatLongDate(localDateOf(state.dueAt))} sẽ được lùi thêm đúng thời gian chờ.
        {until === null ? '' : ` Chờ đến hết ${formatDate(until)}.`}
      </p>
      <WhyPanel {...whyPanelOf(explanation)} question="Ngày hẹn trước khi chờ được tính thế nào?" />
    </KeyDate>
  );
}

function lateWords(words: string, reappointedAt: Date | null): string {
  const late = `${words} so với ngày hẹn.`;
  return reappointedAt === null
    ? `${late} Cơ quan giải quyết phải xin lỗi bằng văn bản và hẹn lại ngày trả; bạn có thể hỏi tại nơi đã nộp.`
    : `${late} Cơ quan giải quyết đã xin lỗi và hẹn lại: ${formatLongDate(localDateOf(reappointedAt))}, ${formatClock(reappointedAt)}.`;
}

/** Where to come, and when somebody is there. */
function OfficePanel({ office: { letterhead, oneStop } }: { office: Counter }) {
  return (
    <Panel title="Nơi nhận kết quả">
      <p>
        <b>{oneStop.name}</b>
        <br />
        {letterhead.agency}
      </p>
      <p>Địa chỉ: {oneStop.address}</p>
      {oneStop.phone ? <p>Điện thoại: {oneStop.phone}</p> : null}
      {oneStop.hours ? <p>Giờ làm việc: {oneStop.hours}</p> : null}
    </Panel>
  );
}
