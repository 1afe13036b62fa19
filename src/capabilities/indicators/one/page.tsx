import { periodWords } from '#kernel/period/words.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { INDICATOR_KIND_LABELS, REFORM_AREA_LABELS } from '#foundation/figures/schema.ts';
import { UNIT_FUNCTION_LABELS } from '#foundation/organisation/schema.ts';
import { Columns } from '#web/ui/columns.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { figureTag } from '../figure-parts.tsx';
import { relationWords } from '../relation-words.ts';
import { indicatorPaths } from '../schema.ts';
import { CERTAINTY_LABELS, figureWords } from '../words.ts';
import { BreakdownPanel, RecordsPanel, UnitsPanel } from './divided-panels.tsx';
import { SeriesPanel } from './series-panel.tsx';
import type { IndicatorView } from './view.ts';

/** One indicator: its figure for a unit and period, what is behind it, and what it means. */
export function IndicatorContent({ view }: { readonly view: IndicatorView }) {
  return (
    <>
      <Pickers view={view} />
      <Columns side={<MeaningPanel view={view} />}>
        <FigurePanel view={view} />
        <SeriesPanel view={view} />
        <BreakdownPanel view={view} />
        <UnitsPanel view={view} />
        <RecordsPanel view={view} />
      </Columns>
    </>
  );
}

function Pickers({ view }: { readonly view: IndicatorView }) {
  const { ask, units, query, isPeriodUnread, indicator, partName, href } = view;
  const hidden = ['part', 'series', 'by'] as const;
  return (
    <FilterBar
      action={indicatorPaths.one(indicator.code)}
      hidden={hidden.map((name) => ({ name, value: query[name] })).filter(({ value }) => value !== '')}
      active={query.part === '' ? [] : [{ text: partName(query.part), removeHref: href({ part: '' }) }]}
    >
      <Combobox id="unit" name="unit" label="Đơn vị" options={units} value={String(ask.unitId)} />
      <TextField
        id="period"
        name="period"
        label="Kỳ"
        hint="2020, quý I/2020, 31/3/2020, 1/1/2011 - 31/3/2020"
        error={isPeriodUnread ? 'Chưa đọc được kỳ này; hãy ghi như 2020 hoặc quý I/2020.' : undefined}
        value={isPeriodUnread ? query.period : shortPeriod(view)}
      />
    </FilterBar>
  );
}

/** Reads back as the same period. */
function shortPeriod({ ask: { period } }: IndicatorView): string {
  if (period.kind === 'year') return period.from.slice(0, 4);
  return period.kind === 'range'
    ? `${formatDate(period.from)} - ${formatDate(period.to)}`
    : periodWords(period);
}

function FigurePanel({ view }: { readonly view: IndicatorView }) {
  const { figure, indicator, warnings, unitName, ask, observation } = view;
  return (
    <Panel title={unitName(ask.unitId)} aside={figureTag(figure)}>
      <StatisticTiles
        statistics={[
          {
            label: sentence(periodWords(figure.period)),
            value: figureWords(indicator, figure.value),
            note: endsWords(view),
            tone: warnings.length > 0 ? 'soon' : 'neutral',
          },
        ]}
      />
      {figure.note === '' ? null : <p class="govuk-body">{sentence(figure.note)}</p>}
      {warnings.map(({ message }) => (
        <Inset key={message}>
          <strong>Số liệu chưa khớp.</strong> {message}
        </Inset>
      ))}
      {figure.content === '' ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {figure.content.split('\n').map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {observation ? <SummaryList rows={sourceRows(view)} /> : null}
      {figure.origin === 'computed' ? (
        <p class="govuk-body">Tính lúc {formatDateTime(figure.takenAt)} từ hồ sơ, dữ liệu của hệ thống.</p>
      ) : null}
    </Panel>
  );
}

function endsWords({ figure, indicator }: IndicatorView): string {
  const { numerator, denominator } = figure;
  if (numerator === undefined || denominator === undefined) return '';
  const of = indicator.kind === 'average' ? Math.round(numerator * 10) / 10 : numerator;
  return `${formatNumber(of)} trên ${formatNumber(denominator)}`;
}

function sourceRows({ observation }: IndicatorView): readonly SummaryRow[] {
  if (!observation) return [];
  const { id, sourceTitle, place, certainty, enteredAt, documentId } = observation;
  const title =
    documentId === null ? (
      sourceTitle
    ) : (
      <Link href={`/documents/${documentId}`}>{sourceTitle || 'Văn bản'}</Link>
    );
  return [
    { key: 'Nguồn', value: title },
    ...(place === '' ? [] : [{ key: 'Vị trí trong nguồn', value: place }]),
    { key: 'Độ tin cậy', value: CERTAINTY_LABELS[certainty] },
    {
      key: 'Nhập lúc',
      value: formatDateTime(enteredAt),
      actions: [{ href: indicatorPaths.observation(id), text: 'Lịch sử, sửa' }],
    },
  ];
}

function MeaningPanel({ view }: { readonly view: IndicatorView }) {
  const { indicator, nameOf, keys } = view;
  const keyName = (key: string) => keys.find((one) => one.key === key)?.label ?? key;
  const { ownerFunction, base, since, retiredOn } = indicator;
  const words = (key: string, value: string) => (value === '' ? [] : [{ key, value }]);
  return (
    <Panel title="Chỉ tiêu này là gì">
      {indicator.definition === '' ? null : <p class="govuk-body">{indicator.definition}</p>}
      <SummaryList
        rows={[
          { key: 'Mã', value: indicator.code },
          { key: 'Nội dung cải cách', value: REFORM_AREA_LABELS[indicator.area] },
          { key: 'Loại', value: INDICATOR_KIND_LABELS[indicator.kind] },
          ...words('Đơn vị tính', indicator.unitOfMeasure),
          ...words('Cách tính', indicator.method),
          ...words('Nguồn', indicator.source),
          ...words('Bộ phận phụ trách', ownerFunction === '' ? '' : UNIT_FUNCTION_LABELS[ownerFunction]),
          ...words('So với kỳ gốc', base),
          ...words('Có dữ liệu từ', since === null ? '' : formatDate(since)),
          ...words('Không dùng từ', retiredOn === null ? '' : formatDate(retiredOn)),
        ]}
      />
      {indicator.relations.length === 0 ? null : (
        <>
          <h3 class="govuk-heading-s">Ràng buộc</h3>
          <ul class="govuk-list govuk-list--bullet">
            {indicator.relations.map((relation) => {
              const text = relationWords(relation, nameOf, keyName);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </>
      )}
    </Panel>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
