import { formatClock, formatPercent } from '#kernel/vietnamese/format.ts';
import { BarChart } from '#web/ui/bar-chart.tsx';
import { CardGrid } from '#web/ui/card-grid.tsx';
import { Hero } from '#web/ui/hero.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Section } from '#web/ui/section.tsx';

/** The questions people ask most, as links. */
const OFTEN = ['khai sinh', 'chứng thực bản sao', 'sổ đỏ', 'hộ kinh doanh'] as const;

export type HomeView = {
  readonly lifeEvents: readonly { readonly href: string; readonly title: string; readonly count: number }[];
  readonly board: readonly { readonly name: string; readonly share: number; readonly finished: number }[];
  readonly now: Date;
};

/** The red band: one question, one box. */
export function HomeHero() {
  return (
    <Hero
      title="Bạn cần làm thủ tục gì?"
      lead="Gõ theo cách bạn vẫn nói, có dấu hay không dấu đều được."
      search={{ action: '/thu-tuc', label: 'Tìm thủ tục', placeholder: 'ví dụ: làm khai sinh cho con' }}
      examples={OFTEN.map((text) => ({ href: `/thu-tuc?q=${encodeURIComponent(text)}`, text }))}
    />
  );
}

/** What one can do here, by occasion in life, and how the offices keep their word. */
export function HomeContent({ view }: { view: HomeView }) {
  return (
    <>
      <CardGrid
        raised
        cards={[
          {
            href: '/tra-cuu',
            title: 'Tra cứu hồ sơ',
            text: 'Xem hồ sơ của bạn đang ở đâu, ngày nào có kết quả.',
            icon: 'search',
          },
          {
            href: '/thu-tuc',
            title: 'Xem thủ tục',
            text: 'Cần giấy tờ gì, mất bao lâu, phí bao nhiêu, nộp ở đâu.',
            icon: 'file',
          },
          {
            href: '/tinh-ngay-hen',
            title: 'Tính ngày hẹn',
            text: 'Biết trước ngày có kết quả và vì sao là ngày đó.',
            icon: 'calendar',
          },
        ]}
      />
      <Section title="Theo việc trong đời sống">
        <LinkList
          links={view.lifeEvents.map(({ href, title, count }) => ({
            href,
            text: title,
            fact: `${count} thủ tục`,
          }))}
        />
      </Section>
      <Board view={view} />
    </>
  );
}

function Board({ view: { board, now } }: { view: HomeView }) {
  if (board.length === 0) return null;
  return (
    <Panel title="Đúng hẹn tháng này" aside={`Cập nhật lúc ${formatClock(now)} hôm nay`}>
      <BarChart
        caption="Tỷ lệ hồ sơ trả đúng hoặc trước hẹn"
        captionShown
        max={1}
        labelHeader="Nơi tiếp nhận"
        valueHeader="Tỷ lệ đúng hẹn"
        bars={board.map(({ name, share }) => ({ label: name, value: share, text: formatPercent(share) }))}
      />
    </Panel>
  );
}
