import { BarChart } from '#web/ui/bar-chart.tsx';
import { CardGrid } from '#web/ui/card-grid.tsx';
import { Hero } from '#web/ui/hero.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Section } from '#web/ui/section.tsx';
import { CitizenExample } from './frames.tsx';

/** A citizens' home page made of the kit. */
export function HomeExample() {
  return (
    <CitizenExample width="wide" hero={<HomeHero />}>
      <CardGrid
        raised
        cards={[
          {
            href: '#tra-cuu-ho-so',
            title: 'Tra cứu hồ sơ',
            text: 'Xem hồ sơ của bạn đang ở đâu, ngày nào có kết quả.',
            icon: 'search',
          },
          {
            href: '#nop',
            title: 'Nộp hồ sơ trực tuyến',
            text: '22 thủ tục nộp tại nhà; lưu lại và làm tiếp lúc khác.',
            icon: 'upload',
          },
          {
            href: '#kiem-tra',
            title: 'Kiểm tra biên nhận',
            text: 'Quét mã QR để biết biên nhận là thật, không cần mạng.',
            icon: 'check',
          },
        ]}
      />
      <Section title="Theo việc trong đời sống">
        <LinkList
          links={[
            { href: '#1', text: 'Sinh con, nuôi con', fact: '6 thủ tục' },
            { href: '#2', text: 'Kết hôn', fact: '4 thủ tục' },
            { href: '#3', text: 'Nhà ở, đất đai', fact: '5 thủ tục' },
            { href: '#4', text: 'Mở và đổi hộ kinh doanh', fact: '6 thủ tục' },
            { href: '#5', text: 'Chứng thực giấy tờ', fact: '5 thủ tục' },
            { href: '#6', text: 'Hộ nghèo, trợ giúp xã hội', fact: '5 thủ tục' },
          ]}
        />
      </Section>
      <Panel title="Đúng hẹn tháng này" aside="Cập nhật lúc 10:32 hôm nay">
        <BarChart
          caption="Tỷ lệ hồ sơ trả đúng hoặc trước hẹn"
          captionShown
          max={100}
          labelHeader="Nơi tiếp nhận"
          valueHeader="Tỷ lệ đúng hẹn"
          bars={[
            { label: 'Xã An Hòa', value: 98.4, text: '98,4%' },
            { label: 'Thị trấn An Lão', value: 96.1, text: '96,1%' },
            { label: 'Xã An Tân', value: 93, text: '93,0%', tone: 'soon' },
          ]}
        />
      </Panel>
    </CitizenExample>
  );
}

function HomeHero() {
  return (
    <Hero
      title="Bạn cần làm thủ tục gì?"
      lead="Gõ theo cách bạn vẫn nói, có dấu hay không dấu đều được."
      search={{ action: '#', label: 'Tìm thủ tục', placeholder: 'ví dụ: làm khai sinh cho con' }}
      examples={[
        { href: '#ks', text: 'khai sinh' },
        { href: '#ct', text: 'chứng thực bản sao' },
        { href: '#sd', text: 'sổ đỏ' },
        { href: '#hkd', text: 'hộ kinh doanh' },
      ]}
    />
  );
}
