import type { NamedEvent } from '#foundation/history/schema.ts';
import { tableOf } from '#kernel/process/table/to-table.ts';
import type { Problem } from '#kernel/process/validation/problem.ts';
import { formatDate, formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { ProcessFigure } from '../parts/picture.tsx';
import { elementsOf, StepsTable } from '../parts/steps-table.tsx';
import { PROCESS_STATE_LABELS, processPaths, type ProcessVersion } from '../schema.ts';
import type { ProcessView, VersionView } from './service.ts';

/** A version's state and period in one tag. */
export function ProcessTag({ version, today }: { readonly version: ProcessVersion; readonly today: string }) {
  if (version.state !== 'published') {
    const tone = version.state === 'draft' ? 'soon' : 'neutral';
    return <StateTag tone={tone} text={PROCESS_STATE_LABELS[version.state]} />;
  }
  if ((version.validFrom ?? '') > today) return <StateTag tone="wait" text="Chưa đến ngày áp dụng" />;
  const ended = version.validTo !== null && version.validTo <= today;
  return ended ? <StateTag text="Hết hiệu lực" /> : <StateTag tone="fine" text="Đang áp dụng" />;
}

/** `Từ 1/1/2016`, `Từ 1/1/2016, đến trước 1/7/2025`, `Dự kiến từ 1/7/2025`. */
export function processPeriod({
  state,
  validFrom,
  validTo,
}: Pick<ProcessVersion, 'state' | 'validFrom' | 'validTo'>): string {
  if (validFrom === null) return 'Chưa định ngày';
  const from = `${state === 'draft' ? 'Dự kiến từ' : 'Từ'} ${formatDate(validFrom)}`;
  return validTo === null ? from : `${from}, đến trước ${formatDate(validTo)}`;
}

/** The process of a procedure as dossiers run on it today. */
export function ProcessPage({ view }: { readonly view: ProcessView }) {
  const { definition, inForce, procedure } = view;
  return (
    <Columns
      side={
        <>
          <VersionsPanel view={view} />
          <HistoryPanel history={view.history} />
        </>
      }
    >
      {inForce === null ? (
        <Banner kind="info">
          <p>
            Thủ tục này chưa có quy trình riêng: hồ sơ đi lần lượt qua các bước ghi trong thủ tục. Muốn rẽ
            nhánh, làm song song, chờ ý kiến hoặc hẹn giờ, hãy lập bản dự thảo.
          </p>
        </Banner>
      ) : null}
      <Panel title="Sơ đồ">
        <ProcessFigure definition={definition} />
      </Panel>
      <Panel
        title="Bảng các bước"
        aside={<Link href={processPaths.variables(procedure.slug)}>Điều kiện hỏi được gì</Link>}
      >
        <StepsTable definition={definition} />
      </Panel>
    </Columns>
  );
}

function VersionsPanel({ view }: { readonly view: ProcessView }) {
  const { versions, procedure, today, running } = view;
  return (
    <Panel title="Các phiên bản">
      {versions.length === 0 ? (
        <EmptyState title="Chưa có phiên bản nào" text="Các bước của thủ tục là quy trình." />
      ) : (
        <DefinitionTable
          caption="Các phiên bản"
          head={['Phiên bản', 'Hiệu lực']}
          rows={versions.map((version) => [
            <Link href={processPaths.version(procedure.slug, version.number)}>Số {version.number}</Link>,
            <>
              <ProcessTag version={version} today={today} />
              <Note>{processPeriod(version)}</Note>
              {version.definitionId === null ? null : (
                <Note>{formatNumber(running.get(version.definitionId) ?? 0)} hồ sơ đang chạy</Note>
              )}
            </>,
          ])}
        />
      )}
    </Panel>
  );
}

/** As many deeds as are read at a glance; the rest is in the database. */
const SHOWN = 12;

function HistoryPanel({ history }: { readonly history: readonly NamedEvent[] }) {
  if (history.length === 0) return null;
  return (
    <Panel title="Lịch sử">
      <Timeline
        label="Lịch sử của quy trình"
        entries={history.slice(0, SHOWN).map((event) => ({
          state: 'done',
          title: deedWords(event),
          note: `${formatDateTime(event.at)}, ${event.officerName ?? 'hệ thống'}`,
        }))}
      />
    </Panel>
  );
}

function deedWords({ kind, payload }: NamedEvent): string {
  const number = typeof payload['number'] === 'number' ? payload['number'] : '';
  const day = (key: string) => (typeof payload[key] === 'string' ? ` từ ${formatDate(payload[key])}` : '');
  const what = typeof payload['what'] === 'string' ? `: ${payload['what']}` : '';
  const words: Readonly<Record<string, string>> = {
    drafted: `Lập bản dự thảo số ${number}`,
    edited: `Sửa bản dự thảo số ${number}${what}`,
    discarded: `Bỏ bản dự thảo số ${number}`,
    published: `Công bố phiên bản ${number}${day('validFrom')}`,
    closed: `Phiên bản ${number} được thay thế${day('validTo')}`,
  };
  return words[kind] ?? kind;
}

type VersionPageProps = { readonly view: VersionView & { readonly mayEdit: boolean } };

/** One version; of a draft what is wrong with it, each line leading to its row. */
export function ProcessVersionPage({ view }: VersionPageProps) {
  const { version, procedure, problems } = view;
  const isEditable = version.state === 'draft' && view.mayEdit;
  const { slug } = procedure;
  const { number, definition } = version;
  return (
    <>
      {version.state === 'draft' ? <ProblemsPanel view={view} /> : null}
      <Panel title="Sơ đồ">
        <ProcessFigure definition={definition} />
      </Panel>
      <Panel
        title="Bảng các bước"
        aside={
          isEditable ? (
            <Link href={processPaths.general(slug, number)}>Sửa tên, ngày dự kiến, các làn</Link>
          ) : (
            <Link href={processPaths.variables(slug)}>Điều kiện hỏi được gì</Link>
          )
        }
      >
        <StepsTable
          definition={definition}
          problems={problems}
          {...(isEditable ? { editHref: (row: string) => processPaths.row({ slug, number, row }) } : {})}
        />
      </Panel>
    </>
  );
}

function ProblemsPanel({ view }: { readonly view: VersionView }) {
  const { problems } = view;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length === 0 ? (
        <Banner kind="success" title="Quy trình đủ điều kiện công bố">
          <p>Mọi hồ sơ đều đi tới kết thúc, thời gian trong hạn, nơi tiếp nhận nào cũng có người làm.</p>
        </Banner>
      ) : (
        <Banner kind="error" title={`Còn ${errors.length} điều phải sửa trước khi công bố`}>
          <ProblemList problems={errors} view={view} />
        </Banner>
      )}
      {warnings.length === 0 ? null : (
        <Banner kind="warning" title="Lưu ý, không ngăn công bố">
          <ProblemList problems={warnings} view={view} />
        </Banner>
      )}
    </>
  );
}

type ProblemListProps = {
  readonly problems: readonly Problem[];
  readonly view: { readonly procedure: { readonly slug: string }; readonly version: ProcessVersion };
};

/** Sentences, each linked to the row where it is put right. */
export function ProblemList({ problems, view: { procedure, version } }: ProblemListProps) {
  const rows = tableOf(version.definition).rows;
  const hrefOf = (element: string | null) => {
    const row = rows.find((one) => element !== null && elementsOf(one).includes(element));
    if (row === undefined) return null;
    const place = { slug: procedure.slug, number: version.number, row: row.node.id };
    return version.state === 'draft' ? processPaths.row(place) : null;
  };
  return (
    <ul class="govuk-list govuk-list--bullet">
      {problems.map(({ message, element }) => {
        const href = hrefOf(element);
        return <li key={message}>{href === null ? message : <Link href={href}>{message}</Link>}</li>;
      })}
    </ul>
  );
}
