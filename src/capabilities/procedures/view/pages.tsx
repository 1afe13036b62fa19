import { formatDate } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DIFFERENCE_LABELS, type Difference } from '../diff.ts';
import { CHANNEL_LABELS, STATE_LABELS } from '../labels.ts';
import { type LifeEvent, procedurePaths, type ProcedureVersion } from '../schema.ts';
import { ContentPanels } from './content-panels.tsx';
import { HistoryPanel } from './history-panel.tsx';
import type { OfferingPlace, ProcedureView, VersionView } from './service.ts';

type Rights = { readonly mayEdit: boolean; readonly mayPublish: boolean };

/** A version's state and period in one tag. */
export function VersionTag({
  version,
  today,
}: {
  readonly version: ProcedureVersion;
  readonly today: string;
}) {
  if (version.state !== 'published') {
    return (
      <StateTag tone={version.state === 'draft' ? 'soon' : 'neutral'} text={STATE_LABELS[version.state]} />
    );
  }
  if ((version.validFrom ?? '') > today) return <StateTag tone="wait" text="Chưa đến ngày hiệu lực" />;
  const ended = version.validTo !== null && version.validTo <= today;
  return ended ? <StateTag text="Hết hiệu lực" /> : <StateTag tone="fine" text="Đang có hiệu lực" />;
}

/** `từ 1/1/2016`, `từ 1/1/2016 đến hết 30/6/2025`, `dự kiến từ 1/7/2025`. */
export function periodWords({ state, validFrom, validTo }: ProcedureVersion): string {
  if (validFrom === null) return 'Chưa định ngày';
  const from = `${state === 'draft' ? 'Dự kiến từ' : 'Từ'} ${formatDate(validFrom)}`;
  return validTo === null ? from : `${from}, đến trước ${formatDate(validTo)}`;
}

export type ProcedurePageView = ProcedureView &
  Rights & { readonly lifeEvents: readonly LifeEvent[]; readonly formId: string };

/** One procedure: what holds now, its versions, where it is taken. */
export function ProcedureContentPage({ view }: { readonly view: ProcedurePageView }) {
  const { shown, procedure } = view;
  return (
    <Columns
      side={
        <>
          <VersionsPanel view={view} />
          <PlacesPanel view={view} />
          <HistoryPanel history={view.history} />
        </>
      }
    >
      {shown.state === 'draft' ? (
        <Banner kind="info">
          <p>Thủ tục này mới có bản dự thảo, người dân chưa thấy.</p>
        </Banner>
      ) : null}
      <ContentPanels content={shown.content} code={procedure.code} lifeEvents={view.lifeEvents} />
    </Columns>
  );
}

/** What can be done with a procedure. */
export function ProcedureActions({ view }: { readonly view: ProcedurePageView }) {
  const { slug } = view.procedure;
  const isPublic = view.shown.state === 'published';
  return (
    <>
      {isPublic ? (
        <Button href={procedurePaths.publicOne(slug)} variant="secondary" icon="eye">
          Trang công khai
        </Button>
      ) : null}
      {view.mayPublish && isPublic && view.shown.validTo === null ? (
        <Button href={procedurePaths.end(slug)} variant="secondary">
          Bãi bỏ
        </Button>
      ) : null}
      {view.mayEdit ? (
        <Form action={procedurePaths.drafts(slug)} formId={view.formId}>
          <Button icon="plus">Lập bản dự thảo mới</Button>
        </Form>
      ) : null}
    </>
  );
}

function VersionsPanel({ view }: { readonly view: ProcedurePageView }) {
  return (
    <Panel title="Các phiên bản">
      <DefinitionTable
        caption="Các phiên bản"
        head={['Phiên bản', 'Hiệu lực']}
        rows={view.versions.map((version) => [
          <Link href={procedurePaths.version(version.slug, version.number)}>Số {version.number}</Link>,
          <>
            <VersionTag version={version} today={view.today} />
            <Note>{periodWords(version)}</Note>
          </>,
        ])}
      />
    </Panel>
  );
}

function PlacesPanel({ view }: { readonly view: ProcedurePageView }) {
  const { places, mayPublish, procedure } = view;
  const change = mayPublish ? <Link href={procedurePaths.offerings(procedure.slug)}>Thay đổi</Link> : null;
  return (
    <Panel title="Nơi tiếp nhận" aside={change}>
      {places.length === 0 ? (
        <EmptyState title="Chưa nơi nào tiếp nhận" text="Người dân chưa nộp được thủ tục này ở đâu." />
      ) : (
        <PlacesTable places={places} />
      )}
    </Panel>
  );
}

export function PlacesTable({ places }: { readonly places: readonly OfferingPlace[] }) {
  return (
    <DefinitionTable
      caption="Nơi tiếp nhận"
      head={['Đơn vị', 'Cách tiếp nhận']}
      rows={places.map(({ unit, offering }) => [
        unit.shortName,
        offering.channels.map((channel) => CHANNEL_LABELS[channel]).join('; '),
      ])}
    />
  );
}

export type VersionPageView = VersionView & Rights & { readonly lifeEvents: readonly LifeEvent[] };

/** One version: what it changes first, then the whole text. */
export function VersionContentPage({ view }: { readonly view: VersionPageView }) {
  const { version, procedure } = view;
  const isEditable = version.state === 'draft' && view.mayEdit;
  return (
    <>
      <DifferencesPanel view={view} />
      <ContentPanels
        content={version.content}
        code={procedure.code}
        lifeEvents={view.lifeEvents}
        {...(isEditable
          ? { editHref: (section) => procedurePaths.section(version.slug, version.number, section) }
          : {})}
      />
    </>
  );
}

function DifferencesPanel({ view: { previous, differences } }: { readonly view: VersionView }) {
  if (previous === null) return null;
  return (
    <Panel title={`So với phiên bản ${previous.number}`} accent="gold">
      {differences.length === 0 ? (
        <p>Nội dung giống phiên bản trước.</p>
      ) : (
        <DifferencesTable differences={differences} />
      )}
    </Panel>
  );
}

export function DifferencesTable({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <DefinitionTable
      caption="Những thay đổi"
      head={['Phần', 'Thay đổi', 'Trước', 'Sau']}
      rows={differences.map((difference) => [
        difference.part,
        DIFFERENCE_LABELS[difference.kind],
        difference.before ?? '–',
        difference.after ?? '–',
      ])}
    />
  );
}

/** What can be done with a draft. */
export function VersionActions({ view }: { readonly view: VersionPageView }) {
  const { version } = view;
  if (version.state !== 'draft') return null;
  const { slug, number } = version;
  return (
    <>
      {view.mayEdit ? (
        <Button href={procedurePaths.discard(slug, number)} variant="secondary">
          Bỏ bản này
        </Button>
      ) : null}
      {view.mayPublish ? (
        <Button href={procedurePaths.publish(slug, number)}>Kiểm tra và công bố</Button>
      ) : null}
    </>
  );
}
