import type { ProcessDefinition } from '#kernel/process/schema.ts';
import type { Row } from '#kernel/process/table/table.ts';
import { tableOf } from '#kernel/process/table/to-table.ts';
import type { Problem } from '#kernel/process/validation/problem.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { rowAnchor } from '../schema.ts';
import { minutesWords } from '../words.ts';
import {
  doerWords,
  kindWords,
  meetingWords,
  namesOf,
  onwardWords,
  rowName,
  timeWords,
  wayWords,
} from './steps.ts';

type StepsTableProps = {
  readonly definition: ProcessDefinition;
  /** Where a row is edited; without it the table is for reading. */
  readonly editHref?: (row: string) => string;
  readonly problems?: readonly Problem[];
};

/** A process as a table of steps: who, how long, what next. */
export function StepsTable({ definition, editHref, problems = [] }: StepsTableProps) {
  const nameOf = namesOf(definition);
  const { rows } = tableOf(definition);
  return (
    <DefinitionTable
      caption="Bảng các bước"
      head={['Bước', 'Ai làm, việc gì', 'Thời gian', 'Tiếp theo', ...(editHref ? ['Sửa'] : [])]}
      rows={rows.map((row) => [
        <NameCell row={row} problems={problemsOf(row, problems)} />,
        doerWords(definition, row.node),
        timeWords(row.node),
        <NextCell row={row} nameOf={nameOf} />,
        ...(editHref
          ? [
              <Link href={editHref(row.node.id)} about={`dòng ${rowName(row.node)}`}>
                Sửa
              </Link>,
            ]
          : []),
      ])}
    />
  );
}

/** Problems of the row itself and of what is folded into it. */
function problemsOf(row: Row, problems: readonly Problem[]): readonly Problem[] {
  const own = new Set(elementsOf(row));
  return problems.filter(({ element }) => element !== null && own.has(element));
}

/** Everything of a definition that one row of the table tells. */
export function elementsOf({ node, meeting, timers, onward }: Row): readonly string[] {
  const gateways = [meeting?.gateway.id, onward.how === 'single' ? undefined : onward.gateway.id];
  return [
    node.id,
    ...gateways.filter((id) => id !== undefined),
    ...timers.map(({ timer }) => timer.id),
    ...onward.ways.map(({ flow }) => flow),
  ];
}

function NameCell({ row, problems }: { readonly row: Row; readonly problems: readonly Problem[] }) {
  const name = rowName(row.node);
  const kind = kindWords(row.node);
  return (
    <span id={rowAnchor(row.node.id)}>
      {name}
      {name === kind ? null : <Note>{kind}</Note>}
      {meetingWords(row) === '' ? null : <Note>{meetingWords(row)}</Note>}
      {problems.length === 0 ? null : <ProblemTag problems={problems} />}
    </span>
  );
}

function ProblemTag({ problems }: { readonly problems: readonly Problem[] }) {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return errors > 0 ? (
    <StateTag tone="late" text={`${errors} lỗi`} />
  ) : (
    <StateTag tone="soon" text={`${problems.length} lưu ý`} />
  );
}

type NextCellProps = { readonly row: Row; readonly nameOf: (id: string) => string };

function NextCell({ row, nameOf }: NextCellProps) {
  const [only, ...others] = row.onward.ways;
  const how = onwardWords(row);
  return (
    <div>
      {only !== undefined && others.length === 0 && how === '' ? nameOf(only.to) : how}
      {how === '' && others.length === 0 ? null : (
        <ul class="govuk-list">
          {row.onward.ways.map((way) => (
            <li key={way.flow}>{wayWords(way, nameOf)}</li>
          ))}
        </ul>
      )}
      {row.timers.map(({ timer, ways }) => (
        <Note key={timer.id}>
          {`Sau ${minutesWords(timer.minutes) ?? '…'}${timer.interrupting ? ', thôi bước này' : ', vẫn làm bước này'}: ${ways.map(({ to }) => nameOf(to)).join(', ')}`}
        </Note>
      ))}
    </div>
  );
}
