import type { ComponentChildren } from 'preact';
import { Banner } from '#web/ui/banner.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { FilterSelect } from '#web/ui/filter-select.tsx';
import { Link } from '#web/ui/link.tsx';
import type { Option } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Block, ReportDocument, Run, Table } from '../../document.ts';
import { templatePaths } from '../schema.ts';

export type PreviewView = {
  readonly versionId: number;
  readonly document: ReportDocument;
  readonly units: readonly Option[];
  readonly unit: string;
  readonly period: string;
  readonly comparison: string;
};

/** A version with the figures of a unit and a period, as they are now. */
export function PreviewContent({ view }: { readonly view: PreviewView }) {
  const { document, versionId } = view;
  return (
    <>
      <FilterBar action={templatePaths.preview(versionId)}>
        <FilterSelect
          name="unit"
          label="Đơn vị"
          all="Đơn vị của tôi"
          value={view.unit}
          options={view.units}
        />
        <TextField
          id="period"
          name="period"
          label="Kỳ báo cáo"
          labelHidden
          placeholder="năm 2020"
          value={view.period}
          width="medium"
        />
        <TextField
          id="comparison"
          name="comparison"
          label="Kỳ so sánh"
          labelHidden
          placeholder="so với năm 2019"
          value={view.comparison}
          width="medium"
        />
      </FilterBar>
      {document.missing.length > 0 ? (
        <Banner kind="warning" title={`${document.missing.length} chỗ chưa có`}>
          <ul class="govuk-list govuk-list--bullet">
            {document.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      <Panel title={document.frame.title}>
        {document.blocks.map((block, index) => (
          <BlockView key={index} block={block} document={document} />
        ))}
      </Panel>
      {document.annexes.map(({ number, title, tables }) => (
        <Panel key={number} title={`Phụ lục ${number}: ${title}`}>
          {tables.map((table) => (
            <TableView key={table.caption} table={table} document={document} />
          ))}
        </Panel>
      ))}
      <Notes document={document} />
    </>
  );
}

type BlockProps = { readonly block: Block; readonly document: ReportDocument };

function BlockView({ block, document }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return <Heading level={block.level}>{[block.number, block.text].filter(Boolean).join(' ')}</Heading>;
    case 'paragraph':
      return (
        <p class="govuk-body">
          <Runs runs={block.runs} document={document} />
        </p>
      );
    case 'item':
      return (
        <p class="govuk-body">
          {block.mark} <Runs runs={block.runs} document={document} />
        </p>
      );
    case 'table':
      return <TableView table={block.table} document={document} />;
    case 'chart':
      return (
        <DefinitionTable
          caption={block.chart.caption}
          head={['Nội dung', block.chart.unitOfMeasure]}
          rows={block.chart.bars.map(({ label, value }) => [label, value === null ? '–' : String(value)])}
        />
      );
  }
}

function Heading({ level, children }: { readonly level: number; readonly children: ComponentChildren }) {
  return level <= 2 ? <h3>{children}</h3> : <h4>{children}</h4>;
}

type RunsProps = { readonly runs: readonly Run[]; readonly document: ReportDocument };

function Runs({ runs, document }: RunsProps) {
  return (
    <>
      {runs.map((run, index) => {
        if (run.kind === 'note') return <sup key={index}>{run.number}</sup>;
        if (run.kind === 'text') return run.strong ? <strong key={index}>{run.text}</strong> : run.text;
        const source = document.sources[run.source - 1];
        return source ? (
          <Link key={index} href={source.href}>
            {run.text}
          </Link>
        ) : (
          run.text
        );
      })}
    </>
  );
}

function TableView({ table, document }: { readonly table: Table; readonly document: ReportDocument }) {
  return (
    <DefinitionTable
      caption={table.caption}
      head={table.head}
      rows={table.rows.map((row) =>
        row.map(({ runs }, index) => <Runs key={index} runs={runs} document={document} />),
      )}
    />
  );
}

function Notes({ document: { notes } }: { readonly document: ReportDocument }) {
  if (notes.length === 0) return null;
  return (
    <Panel title="Chú thích">
      <ol class="govuk-list govuk-list--number">
        {notes.map(({ number, text }) => (
          <li key={number}>{text}</li>
        ))}
      </ol>
    </Panel>
  );
}
