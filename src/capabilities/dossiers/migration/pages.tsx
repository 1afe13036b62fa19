import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { withQuery } from '#web/http/list-state.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Refreshed } from '#web/ui/refreshed.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { dossierPath } from '../schema.ts';
import { MATCH_FIELD, migrationPaths, type MigrationItem } from './schema.ts';
import { type MigrationView, PAGE_SIZE, type RunningView, type SimulatedDossier } from './view.ts';

export type RunningPageView = RunningView & {
  readonly formId: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
};

/** Dossiers on an older version: where they are, how they would stand, and which are taken over. */
export function RunningContent({ view }: { view: RunningPageView }) {
  if (view.total === 0) {
    return (
      <EmptyState
        title="Không còn hồ sơ nào ở phiên bản cũ"
        text="Mọi hồ sơ đang giải quyết đều theo phiên bản đang có hiệu lực."
      />
    );
  }
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Inset>
        Hồ sơ không được chọn sẽ làm xong theo phiên bản đã bắt đầu. Hồ sơ được chọn chuyển sang phiên bản
        đang có hiệu lực: việc đã làm và thời gian đã dùng giữ nguyên, mỗi lần chuyển ghi vào diễn biến hồ sơ;
        người nộp được báo khi ngày hẹn trả thay đổi.
      </Inset>
      <Panel title={`${formatNumber(view.total)} hồ sơ đang ở phiên bản cũ`}>
        <DefinitionTable
          caption="Hồ sơ theo bước và đơn vị"
          head={['Bước đang làm', 'Đơn vị', 'Số hồ sơ']}
          numeric={[2]}
          rows={view.counts.map(({ stepName, unitName, count }) => [stepName, unitName, formatNumber(count)])}
        />
      </Panel>
      <MatchingForm view={view} />
      <OlderTable view={view} />
    </>
  );
}

/** Which step becomes which; without a choice a step of the same name is taken. */
function MatchingForm({ view }: { view: RunningPageView }) {
  const { offered, query, places, choices } = view;
  const matched = Object.values(query.mapping).some((node) => node !== '');
  return (
    <Details summary="Bước nào thành bước nào, thời hạn theo bản nào" open={matched || query.followLimit}>
      <form method="get" action={migrationPaths.running(offered.version.slug)}>
        <FieldGrid>
          {places.map(({ node, name }) => (
            <SelectField
              key={node}
              id={`${MATCH_FIELD}${node}`}
              name={`${MATCH_FIELD}${node}`}
              label={name}
              required={false}
              placeholder="Bước cùng tên"
              options={choices}
              value={query.mapping[node] ?? ''}
            />
          ))}
        </FieldGrid>
        <Checkbox
          id="limit"
          name="limit"
          value="new"
          label="Tính lại ngày hẹn trả theo thời hạn của phiên bản thủ tục đang có hiệu lực"
          checked={query.followLimit}
        />
        <Button variant="secondary">Tính lại</Button>
      </form>
    </Details>
  );
}

function OlderTable({ view }: { view: RunningPageView }) {
  const { offered, query, rows, total, unitName } = view;
  const path = migrationPaths.running(offered.version.slug);
  return (
    <DataTable
      caption="Hồ sơ ở phiên bản cũ và khi chuyển sang phiên bản mới"
      rows={rows}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => dossierPath(row.number)}
      selection={selectionOf(view)}
      paging={{ page: query.page, pageSize: PAGE_SIZE, total }}
      hrefFor={({ page }) => withQuery(path, { ...addressOf(view), page })}
      columns={[
        {
          key: 'number',
          header: 'Hồ sơ',
          cell: (row) => (
            <>
              <Link href={dossierPath(row.number)}>{row.number}</Link>
              <Note>
                {row.stepName}, {unitName(row.unitId)}
              </Note>
            </>
          ),
        },
        { key: 'due', header: 'Hẹn trả nay', nowrap: true, cell: (row) => formatDateTime(row.dueAt) },
        { key: 'then', header: 'Hẹn trả sau khi chuyển', cell: (row) => <DueThen row={row} /> },
        { key: 'step', header: 'Ở bước', cell: (row) => <StepsThen row={row} /> },
      ]}
    />
  );
}

function DueThen({ row: { outcome } }: { row: SimulatedDossier }) {
  if (typeof outcome === 'string') return <StateTag tone="late" text="Không chuyển được" />;
  const stays = outcome.dueTo.getTime() === outcome.dueFrom.getTime();
  return <>{stays ? 'giữ nguyên' : formatDateTime(outcome.dueTo)}</>;
}

function StepsThen({ row: { outcome } }: { row: SimulatedDossier }) {
  if (typeof outcome === 'string') return <>{outcome}</>;
  return (
    <>
      {outcome.steps.map(({ name, dueAt }) => (
        <div key={name}>
          {name}
          <Note>hạn của bước {formatDateTime(dueAt)}</Note>
        </div>
      ))}
      {outcome.skipped.length > 0 ? <Note>Không làm lại: {outcome.skipped.join(', ')}</Note> : null}
    </>
  );
}

function addressOf({ query }: RunningPageView): Readonly<Record<string, string>> {
  const matched = Object.entries(query.mapping).map(([node, to]) => [`${MATCH_FIELD}${node}`, to]);
  return { ...Object.fromEntries(matched), ...(query.followLimit ? { limit: 'new' } : {}) };
}

function selectionOf(view: RunningPageView) {
  const { offered, formId, field, total } = view;
  const hidden = Object.entries(addressOf(view)).map(([name, value]) => ({ name, value }));
  return {
    formId: 'migrate',
    action: migrationPaths.begin(offered.version.slug),
    name: 'ids',
    hidden: [{ name: 'formId', value: formId }, ...hidden],
    labelFor: ({ number }: SimulatedDossier) => `Chọn hồ sơ ${number}`,
    actions: (
      <>
        <TextField {...field('reason')} label="Lý do chuyển" width="full" />
        <Button name="all" value="no">
          Chuyển hồ sơ đã chọn
        </Button>
        <Button name="all" value="yes" variant="secondary">
          Chuyển cả {formatNumber(total)} hồ sơ
        </Button>
      </>
    ),
  };
}

/** How far a migration is, with those that stay on the old version and why. */
export function MigrationContent({ view }: { view: MigrationView }) {
  const { migration, counts, items } = view;
  const words = `Đã chuyển ${formatNumber(counts.done)}, còn ${formatNumber(counts.open)}, không chuyển được ${formatNumber(counts.failed)}.`;
  const isOver = migration.finishedAt !== null;
  const progress = <Banner kind={isOver ? 'success' : 'info'}>{words}</Banner>;
  return (
    <>
      {isOver ? progress : <Refreshed every={5}>{progress}</Refreshed>}
      <p>Lý do: {migration.reason}</p>
      <DataTable
        caption="Hồ sơ của lần chuyển này"
        rows={items}
        rowKey={(item) => item.number}
        rowHref={(item) => dossierPath(item.number)}
        columns={[
          {
            key: 'number',
            header: 'Hồ sơ',
            cell: (item) => <Link href={dossierPath(item.number)}>{item.number}</Link>,
          },
          { key: 'from', header: 'Hẹn trả cũ', nowrap: true, cell: (item) => formatDateTime(item.dueFrom) },
          {
            key: 'to',
            header: 'Hẹn trả mới',
            nowrap: true,
            cell: (item) => (item.dueTo === null ? '' : formatDateTime(item.dueTo)),
          },
          { key: 'state', header: 'Tình trạng', cell: (item) => <ItemState item={item} /> },
        ]}
      />
    </>
  );
}

function ItemState({ item: { doneAt, problem } }: { item: MigrationItem }) {
  if (problem !== null) {
    return (
      <>
        <StateTag tone="late" text="Giữ phiên bản cũ" />
        <Note>{problem}</Note>
      </>
    );
  }
  return doneAt === null ? (
    <StateTag tone="wait" text="Chờ chuyển" />
  ) : (
    <StateTag tone="fine" text={`Đã chuyển ${formatDateTime(doneAt)}`} />
  );
}
