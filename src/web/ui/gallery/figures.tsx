import { BarChart } from '#web/ui/bar-chart.tsx';
import { LineChart } from '#web/ui/line-chart.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Section } from '#web/ui/section.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';

/** Figures and charts; invented numbers. */
export function FiguresExample() {
  return (
    <Section title="Số liệu">
      <StatisticTiles
        statistics={[
          { label: 'Đang xử lý', value: '41', href: '#dang-xu-ly' },
          { label: 'Trễ hẹn', value: '3', tone: 'late', href: '#tre-hen', note: 'nhiều nhất: Đất đai' },
          { label: 'Đến hạn hôm nay', value: '6', tone: 'soon' },
          { label: 'Đúng hẹn tháng này', value: '98,4%', tone: 'fine', note: 'tháng trước 97,1%' },
          { label: 'Chờ bổ sung', value: '4', tone: 'wait' },
        ]}
      />
      <Panel title="Theo lĩnh vực">
        <BarChart
          caption="Hồ sơ đang xử lý theo lĩnh vực"
          bars={[
            { label: 'Hộ tịch', value: 18, text: '18', href: '#ht' },
            { label: 'Chứng thực', value: 12, text: '12' },
            { label: 'Đất đai', value: 9, text: '9', tone: 'late' },
            { label: 'Bảo trợ xã hội', value: 0, text: '0' },
          ]}
        />
      </Panel>
      <Panel>
        <LineChart
          caption="Hồ sơ tiếp nhận theo tháng, năm 2020"
          labels={['1', '2', '3', '4', '5', '6']}
          series={[
            { name: 'Tiếp nhận', values: [310, 268, 402, 377, 390, 415] },
            { name: 'Trả kết quả', values: [298, 270, 381, undefined, 372, 401] },
          ]}
        />
      </Panel>
    </Section>
  );
}
