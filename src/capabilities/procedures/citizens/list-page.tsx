import { formatNumber } from '#kernel/vietnamese/format.ts';
import { CardGrid } from '#web/ui/card-grid.tsx';
import { Hero } from '#web/ui/hero.tsx';
import { Link } from '#web/ui/link.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { Section } from '#web/ui/section.tsx';
import { ONLINE_SHORT_LABELS } from '../labels.ts';
import { type LifeEvent, procedurePaths, type PublishedVersion } from '../schema.ts';
import { limitWords } from '../words.ts';

/** Questions that show that one may ask in everyday words. */
const EXAMPLES = ['làm khai sinh cho con', 'sao y giấy tờ', 'sổ đỏ', 'mở quán', 'hộ nghèo'] as const;

/** The red band with the box. */
export function SearchHero() {
  return (
    <Hero
      title="Tìm thủ tục hành chính"
      lead="Gõ theo cách bạn vẫn nói, có dấu hay không dấu đều được."
      search={{
        action: procedurePaths.publicList,
        label: 'Tìm thủ tục',
        placeholder: 'ví dụ: làm khai sinh cho con',
      }}
      examples={EXAMPLES.map((text) => ({ href: searchHref(text), text }))}
    />
  );
}

export type CatalogueView = {
  readonly events: readonly (LifeEvent & { readonly count: number })[];
  readonly domains: ReadonlyMap<string, readonly PublishedVersion[]>;
};

/** Without a question: by occasion in life, then everything by domain. */
export function CatalogueContent({ view: { events, domains } }: { readonly view: CatalogueView }) {
  return (
    <>
      <EventCards events={events} raised />
      {[...domains].map(([domain, versions]) => (
        <Section key={domain} title={domain}>
          <ProcedureLinks versions={versions} inDomain />
        </Section>
      ))}
    </>
  );
}

type EventCardsProps = Pick<CatalogueView, 'events'> & { readonly raised?: boolean };

function EventCards({ events, raised = false }: EventCardsProps) {
  const cards = events
    .filter(({ count }) => count > 0)
    .map(({ code, title, description }) => ({
      href: procedurePaths.lifeEvent(code),
      title,
      text: description,
    }));
  return <CardGrid cards={cards} raised={raised} />;
}

export type ResultsView = {
  readonly q: string;
  readonly found: readonly PublishedVersion[];
  readonly events: CatalogueView['events'];
};

/** The answers, best first; or what one can do when there is none: a weak answer would send people the wrong way. */
export function ResultsContent({ view }: { readonly view: ResultsView }) {
  const { q, found } = view;
  if (found.length === 0) return <NothingFound view={view} />;
  return (
    <>
      <SearchAgain q={q} />
      <Section title="Khớp nhất đứng đầu">
        <ProcedureLinks versions={found} />
      </Section>
      <p>
        Không thấy thủ tục cần tìm? <Link href={procedurePaths.publicList}>Xem tất cả thủ tục</Link> hoặc hỏi
        cán bộ ở Bộ phận Một cửa.
      </p>
    </>
  );
}

/** The heading of the answers. */
export function resultsTitle({ q, found }: Pick<ResultsView, 'q' | 'found'>): string {
  return found.length === 0 ? `Chưa tìm thấy “${q}”` : `${formatNumber(found.length)} thủ tục cho “${q}”`;
}

function SearchAgain({ q }: { readonly q: string }) {
  return (
    <Panel>
      <SearchBox action={procedurePaths.publicList} label="Tìm thủ tục" value={q} />
    </Panel>
  );
}

function NothingFound({ view: { q, events } }: { readonly view: ResultsView }) {
  return (
    <>
      <SearchAgain q={q} />
      <Section title="Thử cách khác">
        <p>
          Hãy thử ít từ hơn, hoặc gọi tên giấy tờ bạn cần, ví dụ{' '}
          <Link href={searchHref('giấy khai sinh')}>giấy khai sinh</Link>,{' '}
          <Link href={searchHref('sổ đỏ')}>sổ đỏ</Link>,{' '}
          <Link href={searchHref('giấy phép xây dựng')}>giấy phép xây dựng</Link>.
        </p>
        <p>
          Danh mục này chỉ gồm thủ tục do các Bộ phận Một cửa ở đây tiếp nhận. Thủ tục bạn cần có thể do cơ
          quan khác giải quyết. Cán bộ ở Bộ phận Một cửa gần nhất sẽ giúp bạn biết nên đến đâu.
        </p>
      </Section>
      <Section title="Theo việc trong đời sống">
        <EventCards events={events} />
      </Section>
    </>
  );
}

type ProcedureLinksProps = {
  readonly versions: readonly PublishedVersion[];
  /** They stand under the name of their domain already. */
  readonly inDomain?: boolean;
};

/** Procedures as links with what one wants to know first: how long, and whether from home. */
export function ProcedureLinks({ versions, inDomain = false }: ProcedureLinksProps) {
  return (
    <LinkList
      single={!inDomain}
      links={versions.map(({ slug, content }) => ({
        href: procedurePaths.publicOne(slug),
        text: content.shortName,
        note: [
          inDomain ? '' : content.domain,
          content.onlineLevel === 'none' ? '' : ONLINE_SHORT_LABELS[content.onlineLevel],
        ]
          .filter(Boolean)
          .join(' · '),
        fact: content.timeLimit.unit === 'same-day' ? 'Trong ngày' : limitWords(content),
      }))}
    />
  );
}

function searchHref(q: string): string {
  return `${procedurePaths.publicList}?q=${encodeURIComponent(q)}`;
}
