/** A report as a page: the words of its files, each figure a link to where it comes from. */
import type { ComponentChildren } from 'preact';
import { BarChart } from '#web/ui/bar-chart.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import type { ReportDocument } from '../../document.ts';
import { laidOut } from '../compose.ts';
import {
  DRAFT_MARK,
  type LaidBlock,
  type LaidChart,
  type LaidFrame,
  type LaidReport,
  type LaidRun,
  type LaidTable,
  MISSING_HEAD,
  MOTTO,
  NATIONAL_TITLE,
  RECIPIENTS_HEAD,
} from '../laid.ts';

/** Address of the page behind a source, by its number. */
type Addresses = ReadonlyMap<number, string>;

/** The whole report, without the frame of a page around it. Its headings begin at h2. */
export function ReportView({ document }: Readonly<{ document: ReportDocument }>) {
  const report = laidOut(document);
  const addresses = new Map(document.sources.map(({ number, href }) => [number, href]));
  return (
    <article>
      <MissingFigures report={report} />
      <Head frame={report.frame} />
      {report.blocks.map((block, index) => (
        <BlockView key={index} block={block} addresses={addresses} />
      ))}
      <Foot frame={report.frame} />
      <Notes report={report} />
      {report.annexes.map(({ name, title, guide, blocks }) => (
        <section key={name}>
          <h2>
            {name}
            <br />
            {title}
          </h2>
          <p>
            <em>{guide}</em>
          </p>
          {blocks.map((block, index) => (
            <BlockView key={index} block={block} addresses={addresses} />
          ))}
        </section>
      ))}
    </article>
  );
}

function MissingFigures({ report: { isDraft, missing } }: Readonly<{ report: LaidReport }>) {
  if (!isDraft) return null;
  return (
    <Inset>
      <p>
        <strong>{DRAFT_MARK}</strong>
      </p>
      {missing.length === 0 ? null : (
        <>
          <p>{MISSING_HEAD}</p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </Inset>
  );
}

function Head({ frame }: Readonly<{ frame: LaidFrame }>) {
  return (
    <header>
      <p>
        <Lines lines={frame.parentAgency} />
        {frame.parentAgency.length > 0 ? <br /> : null}
        <strong>
          <Lines lines={frame.agency} />
        </strong>
        <br />
        {frame.number}
      </p>
      <p>
        <strong>{NATIONAL_TITLE}</strong>
        <br />
        <strong>{MOTTO}</strong>
        <br />
        <em>{frame.placeAndDate}</em>
      </p>
      <h2>
        {frame.typeName}
        <br />
        {frame.title.join(' ')}
      </h2>
    </header>
  );
}

function Foot({ frame }: Readonly<{ frame: LaidFrame }>) {
  return (
    <footer>
      <p>
        <strong>
          <Lines lines={[...frame.authority, frame.signerTitle]} />
        </strong>
      </p>
      <p>
        <strong>{frame.signer}</strong>
      </p>
      <p>
        <em>{RECIPIENTS_HEAD}</em>
        <br />
        <Lines lines={frame.recipients} />
      </p>
    </footer>
  );
}

function Lines({ lines }: Readonly<{ lines: readonly string[] }>) {
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </>
  );
}

function Notes({ report: { notes } }: Readonly<{ report: LaidReport }>) {
  if (notes.length === 0) return null;
  return (
    <section aria-label="Chú thích">
      {notes.map(({ number, text }) => (
        <p key={number} id={`chu-thich-${number}`}>
          <a class="govuk-link" href={`#dau-${number}`} aria-label={`Về chỗ có chú thích ${number}`}>
            {number}
          </a>{' '}
          {text}
        </p>
      ))}
    </section>
  );
}

type BlockProps = Readonly<{ block: LaidBlock; addresses: Addresses }>;

function BlockView({ block, addresses }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return <HeadingView block={block} />;
    case 'paragraph':
      return <p>{runsView(block.runs, addresses)}</p>;
    case 'item':
      return (
        <p>
          {block.mark} {runsView(block.runs, addresses)}
        </p>
      );
    case 'table':
      return <TableView table={block.table} addresses={addresses} />;
    case 'chart':
      return <ChartView chart={block.chart} />;
  }
}

function HeadingView({ block }: Readonly<{ block: Extract<LaidBlock, { kind: 'heading' }> }>) {
  const words = block.number === '' ? block.text : `${block.number} ${block.text}`;
  switch (block.level) {
    case 1:
      return <h2>{words}</h2>;
    case 2:
      return <h3>{words}</h3>;
    case 3:
      return <h4>{words}</h4>;
    case 4:
      return <h5>{words}</h5>;
    case 5:
      return <h6>{words}</h6>;
  }
}

function TableView({ table, addresses }: Readonly<{ table: LaidTable; addresses: Addresses }>) {
  const numeric = table.head.flatMap((_, column) =>
    table.rows.some((row) => row.cells[column]?.align === 'end') ? [column] : [],
  );
  return (
    <DefinitionTable
      caption={table.caption === '' ? 'Bảng số liệu' : table.caption}
      captionShown={table.caption !== ''}
      head={table.head}
      numeric={numeric}
      rows={table.rows.map((row) =>
        row.cells.map((cell, column) => {
          const words = runsView(cell.runs, addresses);
          return column === 0 && row.source !== null ? (
            <span id={`nguon-${row.source}`}>{words}</span>
          ) : (
            words
          );
        }),
      )}
    />
  );
}

function ChartView({ chart }: Readonly<{ chart: LaidChart }>) {
  return (
    <BarChart
      caption={chart.caption}
      captionShown
      labelHeader={chart.labelHead}
      valueHeader={chart.valueHead}
      bars={chart.bars.map(({ label, text, value }) => ({ label, text, value: value ?? 0 }))}
    />
  );
}

function runsView(runs: readonly LaidRun[], addresses: Addresses): ComponentChildren {
  return runs.map((run) => runView(run, addresses));
}

function runView(run: LaidRun, addresses: Addresses): ComponentChildren {
  if (run.kind === 'note') {
    return (
      <sup id={run.isFirst ? `dau-${run.number}` : undefined}>
        <a class="govuk-link" href={`#chu-thich-${run.number}`} aria-label={`Chú thích ${run.number}`}>
          {run.number}
        </a>
      </sup>
    );
  }
  if (run.kind === 'figure') {
    const href = run.source === null ? undefined : addresses.get(run.source);
    return href === undefined ? run.text : <Link href={href}>{run.text}</Link>;
  }
  const words = run.strong ? <strong>{run.text}</strong> : run.text;
  return run.slanted ? <em>{words}</em> : words;
}
