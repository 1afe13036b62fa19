import { formatNumber } from '#kernel/vietnamese/format.ts';
import { type FileFormat, fileLinks, withQuery } from '#web/http/list-state.ts';
import { Banner } from '#web/ui/banner.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { CalendarLegend, MonthCalendar, YearCalendar } from '#web/ui/month-calendar.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import type { Option } from '#web/ui/option.ts';
import { Section } from '#web/ui/section.tsx';
import type { NamedDay } from '../days/schema.ts';
import { DayTable } from '../days/table.tsx';
import { calendarPaths } from '../schema.ts';
import { LEGEND, type MonthView } from './rules.ts';

/** State of the page in its address; `month` 0 is the whole year. */
export type YearQuery = {
  readonly year: number;
  readonly month: number;
  readonly unit: string;
  readonly state: 'holding' | 'withdrawn';
};

export type YearPageView = {
  readonly query: YearQuery;
  /** Whether the year's holidays have been announced. */
  readonly isKnown: boolean;
  readonly months: readonly MonthView[];
  readonly days: readonly NamedDay[];
  readonly years: readonly Option[];
  readonly units: readonly Option[];
};

const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  text: `Tháng ${index + 1}`,
}));
const STATES = [
  { value: 'holding', text: 'Đang áp dụng' },
  { value: 'withdrawn', text: 'Đã thu hồi' },
];

/** The year (or one month) of a unit as tables, and the list of the days that differ. */
export function YearContent({ view }: { view: YearPageView }) {
  const { query, months } = view;
  const unit = view.units.find((option) => option.value === query.unit);
  const total = months.reduce((sum, month) => sum + month.workingDays, 0);
  const chosen = months.filter((month) => month.month === query.month);
  return (
    <>
      <YearFilters view={view} />
      <p>
        {unit?.text ?? 'Lịch chung'}: năm {query.year} có {formatNumber(total)} ngày làm việc.
      </p>
      {view.isKnown ? null : (
        <Banner kind="warning">
          Chưa khai báo ngày nghỉ tết năm {query.year}; số ngày làm việc và ngày hẹn trả còn có thể thay đổi.
        </Banner>
      )}
      <CalendarLegend days={LEGEND} />
      {chosen.length > 0 ? (
        chosen.map((month) => <MonthCalendar key={month.month} {...monthProps(query, month)} large />)
      ) : (
        <YearCalendar
          months={months.map((month) => ({
            ...monthProps(query, month),
            href: yearHref({ ...query, month: month.month }),
          }))}
        />
      )}
      <Section title={`Ngày nghỉ, ngày làm bù, ngày đóng cửa năm ${query.year}`}>
        <DayTable days={view.days} exports={fileLinks((format) => yearHref(query, format))} />
      </Section>
    </>
  );
}

/** Address of the page in a state. */
export function yearHref(query: YearQuery, format?: FileFormat): string {
  const { year, month, unit, state } = query;
  const shown = state === 'withdrawn' ? state : '';
  return withQuery(calendarPaths.year, { year, month: month || null, unit, state: shown, format });
}

function monthProps({ year }: YearQuery, { month, workingDays, weeks }: MonthView) {
  return { title: `Tháng ${month}/${year}`, note: `${workingDays} ngày làm việc`, weeks };
}

function YearFilters({ view }: { view: YearPageView }) {
  const { query, years, units } = view;
  return (
    <FilterBar action={calendarPaths.year} active={activeFilters(view)}>
      <FilterSelect name="year" label="Năm" options={years} value={query.year} />
      <FilterSelect name="month" label="Tháng" all="Cả năm" options={MONTHS} value={query.month || ''} />
      <Combobox
        id="unit"
        name="unit"
        label="Đơn vị"
        labelHidden
        placeholder="Lịch chung của mọi đơn vị"
        options={units}
        value={query.unit}
      />
      <FilterSelect name="state" label="Trạng thái của ngày" options={STATES} value={query.state} />
    </FilterBar>
  );
}

function activeFilters({ query, units }: YearPageView) {
  const unit = units.find((option) => option.value === query.unit);
  return [
    ...(unit ? [{ text: unit.text, removeHref: yearHref({ ...query, unit: '' }) }] : []),
    ...(query.month === 0
      ? []
      : [{ text: `Tháng ${query.month}`, removeHref: yearHref({ ...query, month: 0 }) }]),
    ...(query.state === 'withdrawn'
      ? [{ text: 'Đã thu hồi', removeHref: yearHref({ ...query, state: 'holding' }) }]
      : []),
  ];
}
