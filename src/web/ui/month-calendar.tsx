/** A day of a month. `kind` colours it; `words` say the same and more. */
export type CalendarDay = Readonly<{
  /** 1–31 */
  number: number;
  kind: 'plain' | 'rest' | 'off' | 'worked' | 'partial';
  /** A letter or two under the number, explained in the legend. */
  mark?: string | undefined;
  /** What is special about the day; seen in the large form, heard in both. */
  words?: string | undefined;
  href?: string | undefined;
  /** Its colour is not certain yet. */
  uncertain?: boolean;
  today?: boolean;
}>;

type MonthCalendarProps = Readonly<{
  title: string;
  /** A fact beside the title: `20 ngày làm việc`. */
  note?: string;
  /** Address of the month alone. */
  href?: string;
  /** Weeks from Monday; null before the first and after the last day. */
  weeks: readonly (readonly (CalendarDay | null)[])[];
  large?: boolean;
}>;

const WEEKDAYS = [
  { short: 'Hai', long: 'Thứ Hai' },
  { short: 'Ba', long: 'Thứ Ba' },
  { short: 'Tư', long: 'Thứ Tư' },
  { short: 'Năm', long: 'Thứ Năm' },
  { short: 'Sáu', long: 'Thứ Sáu' },
  { short: 'Bảy', long: 'Thứ Bảy' },
  { short: 'CN', long: 'Chủ Nhật' },
] as const;

/** One month as a table of its weeks. */
export function MonthCalendar({ title, note, href, weeks, large }: MonthCalendarProps) {
  return (
    <table class={`mc-month${large ? ' mc-month--large' : ''}`}>
      <caption>
        {href ? <a href={href}>{title}</a> : title}
        {note ? <small>{note}</small> : null}
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday.short} scope="col" abbr={weekday.long}>
              {large ? weekday.long : weekday.short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, column) =>
              day === null ? (
                <td key={column}>{'\u00A0'}</td>
              ) : (
                <DayCell key={column} day={day} large={large === true} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, large }: Readonly<{ day: CalendarDay; large: boolean }>) {
  const look = `mc-month__day mc-month__day--${day.kind}${day.uncertain ? ' mc-month__day--uncertain' : ''}`;
  return (
    <td class={look} title={large ? undefined : day.words} aria-current={day.today ? 'date' : undefined}>
      {day.href ? (
        <a href={day.href}>
          <DayFace day={day} large={large} />
        </a>
      ) : (
        <DayFace day={day} large={large} />
      )}
    </td>
  );
}

function DayFace({ day, large }: Readonly<{ day: CalendarDay; large: boolean }>) {
  return (
    <>
      <span class="mc-month__number">{day.number}</span>
      {day.mark ? (
        <span class="mc-month__mark" aria-hidden="true">
          {day.mark}
        </span>
      ) : null}
      {day.words ? (
        <span class={large ? 'mc-month__words' : 'govuk-visually-hidden'}> {day.words}</span>
      ) : null}
    </>
  );
}

/** Months side by side, as many as there is room for. */
export function YearCalendar({ months }: Readonly<{ months: readonly MonthCalendarProps[] }>) {
  return (
    <div class="mc-year">
      {months.map((month) => (
        <MonthCalendar key={month.title} {...month} />
      ))}
    </div>
  );
}

/** What the colours and marks of the months mean. */
export function CalendarLegend({
  days,
}: Readonly<{ days: readonly Pick<CalendarDay, 'kind' | 'mark' | 'words'>[] }>) {
  return (
    <ul class="mc-legend" aria-label="Chú giải">
      {days.map((day) => (
        <li key={day.words}>
          <span class={`mc-month__day mc-month__day--${day.kind}`} aria-hidden="true">
            {day.mark ?? ' '}
          </span>
          {day.mark ? <span class="govuk-visually-hidden">{day.mark}: </span> : null}
          {day.words}
        </li>
      ))}
    </ul>
  );
}
