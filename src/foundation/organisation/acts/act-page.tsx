import type { ComponentChildren } from 'preact';
import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { Details } from '#web/ui/details.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { organisationPaths } from '../schema.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import type { Comparison } from './comparison.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { type Act, ACT_CERTAINTY_LABELS, ACT_KIND_LABELS } from './schema.ts';

/** An act with everything a person needs to decide about it. */
export type ActView = Readonly<{
  act: Act;
  /** Its changes in words. */
  sentences: readonly string[];
  /** What it changes; null when it cannot be applied now. */
  comparison: Comparison | null;
  /** Prepared acts that must be put in force before this one. */
  neededFirst: readonly Act[];
  /** Why a prepared act cannot be put in force now. */
  problems: readonly string[];
  history: readonly NamedEvent[];
  mayChange: boolean;
  /** Whether an act in force counts already and so can no longer be withdrawn. */
  counts: boolean;
}>;

const DEED_WORDS: Readonly<Record<string, string>> = {
  prepared: 'Soạn quyết định',
  'put-in-force': 'Đưa vào thi hành',
  withdrawn: 'Rút quyết định',
  'document-corrected': 'Sửa, bổ sung thông tin văn bản',
};

type ActPageProps = Readonly<{ view: ActView; formId: string; errors: ComponentChildren }>;

/** What an act changes, its document, and putting it in force or withdrawing it. */
export function ActPage({ view, formId, errors }: ActPageProps) {
  const { act, sentences, comparison, problems } = view;
  return (
    <>
      {errors}
      {act.state === 'prepared' && problems.length > 0 ? <Obstacles view={view} /> : null}
      <Columns side={<DecisionPanel view={view} formId={formId} />}>
        <Panel title={`Nội dung (${sentences.length})`}>
          <ol class="govuk-list govuk-list--number">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}.</li>
            ))}
          </ol>
        </Panel>
        {comparison ? <ComparisonPanel comparison={comparison} effectiveOn={act.effectiveOn} /> : null}
        <Panel
          title="Văn bản"
          aside={
            view.mayChange && act.state !== 'withdrawn' ? (
              <Link href={organisationPaths.actDocument(act.code)}>Sửa, bổ sung</Link>
            ) : null
          }
        >
          <SummaryList rows={documentRows(act)} wide />
        </Panel>
        <Panel title="Nhật ký">
          <Timeline label="Nhật ký" entries={view.history.map(historyEntry)} />
        </Panel>
      </Columns>
    </>
  );
}

function Obstacles({ view: { problems, neededFirst } }: Readonly<{ view: ActView }>) {
  const reasons = (
    <ul class="govuk-list govuk-list--bullet">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
  return (
    <Banner kind="warning" title="Chưa đưa vào thi hành được">
      {neededFirst.length === 0 ? (
        reasons
      ) : (
        <>
          <p>Hãy đưa các quyết định sau vào thi hành trước, theo thứ tự:</p>
          <ol class="govuk-list govuk-list--number">
            {neededFirst.map((act) => (
              <li key={act.code}>
                <Link href={organisationPaths.act(act.code)}>{act.title}</Link>
              </li>
            ))}
          </ol>
          <Details summary={`Lý do (${problems.length})`}>{reasons}</Details>
        </>
      )}
    </Banner>
  );
}

function documentRows(act: Act) {
  return [
    { key: 'Loại', value: ACT_KIND_LABELS[act.kind] },
    { key: 'Số, ký hiệu', value: act.documentNumber || 'Chưa rõ' },
    {
      key: 'Ngày ban hành',
      value: act.documentIssuedOn === null ? 'Chưa rõ' : formatDate(act.documentIssuedOn),
    },
    { key: 'Cơ quan ban hành', value: act.documentIssuer },
    { key: 'Ngày có hiệu lực', value: formatDate(act.effectiveOn) },
    { key: 'Độ tin cậy', value: ACT_CERTAINTY_LABELS[act.certainty] },
    ...(act.note === '' ? [] : [{ key: 'Ghi chú', value: act.note }]),
  ];
}

function historyEntry(event: NamedEvent) {
  const who = event.officerName === null ? 'Hệ thống' : `${event.officerName}, ${event.postTitle ?? ''}`;
  return {
    state: 'done' as const,
    title: DEED_WORDS[event.kind] ?? event.kind,
    note: `${formatDateTime(event.at)} · ${who}`,
  };
}
