import { z } from 'zod';
import { periodWords } from '#kernel/period/words.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { NamedEvent } from '#foundation/history/schema.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import type { StoredObservation } from '../observations/store.ts';
import { figurePath, filterOf, type Indicator, indicatorPaths } from '../schema.ts';
import { CERTAINTY_LABELS, figureWords } from '../words.ts';

export type ObservationView = {
  readonly indicator: Indicator;
  readonly observation: StoredObservation;
  readonly unitName: string;
  readonly partName: string;
  readonly history: readonly NamedEvent[];
};

/** One entered figure: what it says, where it comes from, and who made it what it is. */
export function ObservationContent({ view }: { readonly view: ObservationView }) {
  const { indicator, observation, unitName, partName, history } = view;
  const { sourceTitle, place, certainty, note, documentId, period, unitId, part } = observation;
  const ask = { code: indicator.code, unitId, period, filter: filterOf(part) };
  return (
    <>
      <Panel title="Số liệu">
        <SummaryList
          rows={[
            { key: 'Chỉ tiêu', value: <Link href={figurePath(ask)}>{indicator.name}</Link> },
            { key: 'Đơn vị', value: unitName },
            { key: 'Kỳ', value: periodWords(period) },
            ...(partName === '' ? [] : [{ key: 'Phần', value: partName }]),
            { key: 'Số liệu', value: figureWords(indicator, observation.value) },
            {
              key: 'Nguồn',
              value:
                documentId === null ? (
                  sourceTitle
                ) : (
                  <Link href={`/documents/${documentId}`}>{sourceTitle || 'Văn bản'}</Link>
                ),
            },
            ...(place === '' ? [] : [{ key: 'Vị trí trong nguồn', value: place }]),
            { key: 'Độ tin cậy', value: CERTAINTY_LABELS[certainty] },
            ...(note === '' ? [] : [{ key: 'Ghi chú', value: note }]),
          ]}
        />
      </Panel>
      <Panel title="Lịch sử số liệu">
        <Timeline
          entries={history.toReversed().map((event) => ({
            state: event.kind === 'withdrawn' ? 'warn' : 'done',
            title: DEEDS[event.kind] ?? event.kind,
            note: [event.officerName ?? 'Dữ liệu ban đầu', event.postTitle, formatDateTime(event.at)]
              .filter(Boolean)
              .join(' · '),
            children: <Note>{saidIn(event, indicator)}</Note>,
          }))}
        />
      </Panel>
    </>
  );
}

const DEEDS: Readonly<Record<string, string>> = {
  entered: 'Nhập số liệu',
  corrected: 'Sửa số liệu',
  withdrawn: 'Rút số liệu',
};

const said = z.object({
  value: z.number().nullable().catch(null),
  sourceTitle: z.string().catch(''),
  place: z.string().catch(''),
  reason: z.string().catch(''),
});

function saidIn({ payload, kind }: NamedEvent, indicator: Indicator): string {
  const { value, sourceTitle, place, reason } = said.parse(payload);
  if (kind === 'withdrawn') return `Lý do: ${reason}`;
  return [figureWords(indicator, value), sourceTitle, place].filter((text) => text !== '').join(' · ');
}

/** What can be done with an entered figure. */
export function ObservationActions({ view }: { readonly view: ObservationView }) {
  const { indicator, observation } = view;
  const { unitId, period, part } = observation;
  const query = figurePath({ code: indicator.code, unitId, period, filter: filterOf(part) });
  return (
    <ButtonGroup>
      <Button
        href={`${indicatorPaths.enter(indicator.code)}${query.slice(query.indexOf('?'))}`}
        variant="secondary"
      >
        {observation.withdrawn ? 'Nhập lại' : 'Sửa số liệu'}
      </Button>
      {observation.withdrawn ? null : (
        <Button href={indicatorPaths.withdraw(observation.id)} variant="link">
          Rút số liệu
        </Button>
      )}
    </ButtonGroup>
  );
}

type WithdrawalView = {
  readonly observation: StoredObservation;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Asks why a figure is taken back. */
export function WithdrawalContent({ view }: { readonly view: WithdrawalView }) {
  const { observation, field, problem, formId } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body">
        Số liệu đã rút không còn tính vào đâu, nhưng vẫn giữ trong lịch sử cùng lý do. Chỉ rút khi nhập nhầm;
        nguồn ghi số khác thì hãy sửa.
      </p>
      <Form
        action={indicatorPaths.withdraw(observation.id)}
        formId={formId}
        hidden={[{ name: 'sequence', value: field('sequence').value }]}
      >
        <TextArea {...field('reason')} label="Lý do rút" rows={3} />
        <ButtonGroup>
          <Button variant="warning">Rút số liệu này</Button>
          <Button variant="link" href={indicatorPaths.observation(observation.id)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
