import type { FormProblem } from '#foundation/submit.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { codesOf } from '#kernel/labels.ts';
import type { StepTable, Row } from '#kernel/process/table/table.ts';
import type { FormValues } from '#web/http/form-values.ts';
import type { Option } from '#web/ui/option.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { ProcessFigure } from '../parts/picture.tsx';
import { processPaths } from '../schema.ts';
import { MAY_HAVE_TIMERS } from './edit.ts';
import { KindFields, MeetingFields } from './kind-fields.tsx';
import { TimerFields, WayFields } from './line-fields.tsx';
import { type Part, PART_LABELS } from './parts.ts';
import { StepFields } from './step-fields.tsx';

export type RowView = {
  readonly slug: string;
  readonly number: number;
  readonly revision: number;
  readonly definition: ProcessDefinition;
  readonly table: StepTable;
  readonly row: Row;
  readonly part: Part;
  readonly values: FormValues;
  readonly problem: FormProblem;
  readonly formId: string;
  /** Procedures in force, for linked dossiers. */
  readonly procedures: readonly Option[];
};

/** One part of a row of a draft, with the picture of the whole as it was last saved. */
export function RowPage({ view }: { readonly view: RowView }) {
  const { slug, number, row, part, revision } = view;
  const place = { slug, number, row: row.node.id };
  return (
    <>
      <Tabs
        label="Các phần của dòng"
        tabs={partsOf(row).map((code) => ({
          href: processPaths.row({ ...place, part: code }),
          text: PART_LABELS[code],
          current: code === part,
        }))}
      />
      <ProblemSummary problem={view.problem} />
      <Form
        action={processPaths.row({ ...place, part })}
        formId={view.formId}
        hidden={[{ name: 'revision', value: String(revision) }]}
        guard
        label={PART_LABELS[part]}
      >
        {/* The first button of a form is the one Enter presses: it must save, not add or move a line. */}
        {part === 'step' || part === 'meeting' ? null : <SaveButtons view={view} />}
        <PartFields view={view} />
        {part === 'kind' ? null : <SaveButtons view={view} />}
      </Form>
      <Panel title="Sơ đồ theo bản đã lưu">
        <ProcessFigure definition={view.definition} />
      </Panel>
    </>
  );
}

function SaveButtons({ view: { slug, number, row } }: { readonly view: RowView }) {
  return (
    <ButtonGroup>
      <Button>Lưu</Button>
      <Button href={processPaths.rowOf(slug, number, row.node.id)} variant="secondary">
        Về bảng các bước
      </Button>
    </ButtonGroup>
  );
}

/** Parts that a row has: nothing follows an end, only work has timers, nothing leads to the beginning. */
export function partsOf({ node }: Row): readonly Part[] {
  const isEnd = node.kind === 'end-event';
  const isGateway = node.kind.endsWith('-gateway');
  const left: Readonly<Record<Part, boolean>> = {
    step: true,
    onward: !isEnd,
    meeting: node.kind !== 'start-event' && !isGateway,
    timers: MAY_HAVE_TIMERS.has(node.kind),
    kind: node.kind !== 'start-event',
  };
  return codesOf(PART_LABELS).filter((part) => left[part]);
}

function PartFields({ view }: { readonly view: RowView }) {
  switch (view.part) {
    case 'step':
      return <StepFields view={view} />;
    case 'onward':
      return <WayFields view={view} />;
    case 'timers':
      return <TimerFields view={view} />;
    case 'meeting':
      return <MeetingFields view={view} />;
    case 'kind':
      return <KindFields view={view} />;
  }
}
