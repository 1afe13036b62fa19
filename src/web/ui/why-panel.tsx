import type { ComponentChildren } from 'preact';

/** A calendar day of the explanation. */
export type WhyDay = Readonly<{
  /** `28/4` */
  date: string;
  /** `Ba`, `CN` */
  weekday: string;
  kind: 'counted' | 'partial' | 'skipped' | 'due';
  /** Why: `Ngày Giải phóng miền Nam`, `còn 1 giờ 40 phút`. */
  note?: string | undefined;
}>;

type WhyPanelProps = Readonly<{
  sentences: readonly string[];
  days: readonly WhyDay[];
  legalBasis?: ComponentChildren;
  question?: string;
  open?: boolean;
}>;

const KIND_WORDS = {
  counted: 'tính',
  partial: 'tính một phần',
  skipped: 'không tính',
  due: 'ngày hẹn',
} as const;

/** "Vì sao là ngày này?": how a due date came about, day by day, with the law it rests on. */
export function WhyPanel({ sentences, days, legalBasis, question, open }: WhyPanelProps) {
  return (
    <details class="mc-why" open={open === true}>
      <summary>{question ?? 'Vì sao là ngày này?'}</summary>
      <div class="mc-why__body">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {days.length > 0 ? <DayStrip days={days} /> : null}
        <SkippedDays days={days} />
        {legalBasis ? <p class="mc-why__law">Căn cứ: {legalBasis}</p> : null}
      </div>
    </details>
  );
}

function DayStrip({ days }: Readonly<{ days: readonly WhyDay[] }>) {
  return (
    <ol class="mc-days" aria-label="Từng ngày">
      {days.map((day) => (
        <li key={day.date} class={`mc-days__day mc-days__day--${day.kind}`}>
          <span>{day.date}</span> <span>{day.weekday}</span>
          <span class="govuk-visually-hidden">
            , {KIND_WORDS[day.kind]}
            {day.note ? `, ${day.note}` : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The reasons in words; days of one reason are written together, in the order they come. */
function SkippedDays({ days }: Readonly<{ days: readonly WhyDay[] }>) {
  const reasons = new Map<string, readonly string[]>();
  for (const { note, date } of days) if (note) reasons.set(note, [...(reasons.get(note) ?? []), date]);
  if (reasons.size === 0) return null;
  return (
    <ul class="mc-why__reasons" aria-hidden="true">
      {[...reasons].map(([note, dates]) => (
        <li key={note}>
          <b>{dates.join(', ')}</b> {note}
        </li>
      ))}
    </ul>
  );
}
