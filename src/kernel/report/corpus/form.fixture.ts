/** Head and foot of a report by Decree 30/2020/NĐ-CP, and shorter ones. */
import type { Place } from './places.fixture.ts';
import { type Block, paragraph, type Saying, say } from './saying.fixture.ts';
import type { Told } from './sayings/told.fixture.ts';
import type { Area } from './topics/topic.fixture.ts';
import { capital } from './writing.fixture.ts';

const upper = (text: string): string => text.toLocaleUpperCase('vi');
const fixed = (...blocks: readonly Block[]): Saying => ({ blocks, wrongs: [] });

export function headOf(told: Told, area: Area, place: Place): readonly Saying[] {
  const { random, frame } = told;
  const [year, month, day] = frame.date.split('-');
  const name = place.name.split(' ').slice(-2).join(' ');
  const number = random.between(400, 900);
  const title = random.chance(0.5)
    ? `Kết quả ${area.title} ${frame.words}`
    : capital(`${area.title} ${frame.words}`);
  const office = fixed(
    row('ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    row(upper(place.name), 'Độc lập - Tự do - Hạnh phúc'),
    row(`Số: ${number}/BC-UBND`, `${name}, ngày ${day} tháng ${month} năm ${year}`),
  );
  return [
    office,
    fixed({ kind: 'title', text: 'BÁO CÁO' }, { kind: 'title', text: title }),
    introduction(told, area),
  ];
}

const row = (left: string, right: string): Block => ({ kind: 'row', text: '', cells: ['', left, right] });

/** Says the period of the title once more. */
function introduction({ random, frame, who }: Told, area: Area): Saying {
  const writers = [
    (period: string) => `${who} báo cáo kết quả ${area.title} ${period} như sau:`,
    (period: string) =>
      `Thực hiện chế độ báo cáo định kỳ, ${who} báo cáo ${area.title} ${period} với các nội dung sau:`,
    (period: string) => `${who} tổng hợp, báo cáo ${area.title} ${period}, cụ thể:`,
  ].map((write) => (period: string) => [paragraph(write(period))]);
  return say(frame.words, random.pick(writers), { random, spoilings: [] });
}

export function tailOf({ random, who, frame }: Told, place: Place): readonly Saying[] {
  const ends = random.pick([
    `Trên đây là báo cáo của ${who}, kính trình cấp có thẩm quyền xem xét./.`,
    `${who} báo cáo để cơ quan cấp trên tổng hợp, theo dõi./.`,
    `Trên đây là kết quả thực hiện ${frame.words}; phương hướng ${frame.next} sẽ được xây dựng riêng./.`,
  ]);
  const sign = (text: string): Block => ({ kind: 'sign', text });
  return [
    fixed(paragraph(ends)),
    random.chance(0.7)
      ? fixed(
          sign('Nơi nhận:'),
          sign('- Như trên;'),
          sign(`- Chủ tịch, các Phó Chủ tịch ${who};`),
          sign('- Lưu: VT.'),
          sign('TM. ỦY BAN NHÂN DÂN'),
          sign('CHỦ TỊCH'),
          sign('Đinh Văn A'),
        )
      : fixed(sign('TM. ỦY BAN NHÂN DÂN'), sign(`CHỦ TỊCH ${upper(place.name)}`), sign('Nguyễn Thị B')),
  ];
}
