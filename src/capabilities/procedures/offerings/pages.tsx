import type { FormProblem } from '#foundation/submit.ts';
import type { Unit } from '#foundation/organisation/schema.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { type FormValues, valueOf, valuesOf } from '#web/http/form-values.ts';
import { BarChart } from '#web/ui/bar-chart.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { CheckboxGroup } from '#web/ui/checkbox-group.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Form } from '#web/ui/form.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { CHANNEL_LABELS } from '../labels.ts';
import { optionsOf } from '#web/ui/option.ts';
import { procedurePaths } from '../schema.ts';
import type { Coverage } from './coverage.ts';

export type OfferingView = {
  readonly slug: string;
  readonly counters: readonly Unit[];
  readonly values: FormValues;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Which counters take a procedure from a day on, and how. */
export function OfferingPage({ view }: { readonly view: OfferingView }) {
  const { slug, counters, values, problem } = view;
  const common = (name: string) => ({ id: name, name, error: problem.fields[name] });
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form action={procedurePaths.offerings(slug)} formId={view.formId} label="Nơi tiếp nhận">
        <DateField {...common('from')} label="Áp dụng từ ngày" value={valueOf(values, 'from')} />
        <CheckboxGroup
          {...common('channels')}
          label="Cách tiếp nhận"
          options={optionsOf(CHANNEL_LABELS)}
          values={valuesOf(values, 'channels')}
          small
        />
        <CheckboxGroup
          {...common('unitIds')}
          label="Nơi tiếp nhận"
          hint="Nơi không được chọn sẽ thôi tiếp nhận từ ngày áp dụng."
          options={counters.map((unit) => ({ value: String(unit.id), text: unit.name }))}
          values={valuesOf(values, 'unitIds')}
          small
        />
        <ButtonGroup>
          <Button>Lưu nơi tiếp nhận</Button>
          <Button href={procedurePaths.one(slug)} variant="secondary">
            Hủy
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

/** Counters and domains with what they cover; what nobody takes comes first. */
export function CoveragePage({ coverage }: { readonly coverage: Coverage }) {
  const { procedures, units, unoffered, date } = coverage;
  return (
    <>
      <FilterBar action={procedurePaths.coverage}>
        <DateField id="date" name="date" label="Vào ngày" hint="" value={formatDate(date)} />
      </FilterBar>
      <StatisticTiles
        statistics={[
          { label: 'Thủ tục có hiệu lực', value: formatNumber(procedures.length), href: procedurePaths.list },
          { label: 'Nơi tiếp nhận', value: formatNumber(units.length) },
          {
            label: 'Chưa nơi nào nhận',
            value: formatNumber(unoffered.length),
            tone: unoffered.length > 0 ? 'late' : 'fine',
          },
        ]}
      />
      {unoffered.length > 0 ? (
        <Panel title="Chưa nơi nào nhận" accent="red">
          <LinkList
            links={unoffered.map(({ slug, content }) => ({
              href: procedurePaths.offerings(slug),
              text: content.shortName,
            }))}
          />
        </Panel>
      ) : null}
      <Panel title="Theo nơi tiếp nhận">
        <BarChart
          caption="Số thủ tục mỗi nơi tiếp nhận"
          labelHeader="Nơi tiếp nhận"
          valueHeader="Số thủ tục"
          bars={units.map(({ unit, total, online, postal }) => ({
            label: unit.shortName,
            value: total,
            text: `${total} thủ tục, ${online} trực tuyến, ${postal} qua bưu chính`,
          }))}
        />
      </Panel>
      <DomainsPanel coverage={coverage} />
      <ExportLinks
        links={(['csv', 'xlsx'] as const).map((format) => ({
          href: `${procedurePaths.coverage}?date=${date}&format=${format}`,
          text: format.toUpperCase(),
        }))}
      />
    </>
  );
}

function DomainsPanel({ coverage }: { readonly coverage: Coverage }) {
  return (
    <Panel title="Theo lĩnh vực">
      <DefinitionTable
        caption="Số thủ tục theo lĩnh vực"
        head={['Lĩnh vực', 'Cấp xã', 'Cấp huyện', 'Trực tuyến một phần', 'Toàn trình', 'Bưu chính']}
        numeric={[1, 2, 3, 4, 5]}
        rows={coverage.domains.map((row) => [
          row.domain,
          row.commune,
          row.district,
          row.partial,
          row.full,
          row.postal,
        ])}
      />
    </Panel>
  );
}
