/** Sentences about the report's own period, others, and what indicators say of it. */
import { addDays } from '#kernel/local-date.ts';
import { deviating, paragraph, type Saying, say } from '../saying.fixture.ts';
import { subjectOf } from '../topics/speak.fixture.ts';
import type { KnownFigure } from '../../schema.ts';
import type { Topic } from '../topics/topic.fixture.ts';
import { capital, count, day } from '../writing.fixture.ts';
import type { Told } from './told.fixture.ts';

/** A figure that an indicator has too; the indicator is put on the list. */
export function sayKnown(topic: Topic, told: Told, known: KnownFigure[]): Saying {
  const { random, hand, frame } = told;
  const value = random.between(topic.size[0], topic.size[1]);
  const name = capital(subjectOf(topic));
  known.push({ code: 'corpus', name, unit: topic.unit, value, period: { from: frame.from, to: frame.to } });
  return say(
    value,
    (stated) => [paragraph(`${name} ${frame.words} là ${count(stated, hand)} ${topic.unit}.`)],
    {
      random,
      spoilings: [
        {
          error: 'own-figure',
          what: 'an indicator says otherwise',
          spoil: (value, random) => deviating(value, random),
        },
      ],
    },
  );
}

/** What was done in the period, and, wrongly, in one that had not come yet. */
export function sayOther({ random, frame, who }: Told): Saying {
  const writers = [
    (period: string) =>
      `${capital(period)}, ${who} đã hoàn thành các nhiệm vụ trọng tâm theo chương trình công tác.`,
    (period: string) => `Kết quả thực hiện ${period} đã được các cấp, các ngành ghi nhận.`,
    (period: string) => `Trong ${period}, các đơn vị đã thực hiện nghiêm chế độ thông tin, báo cáo.`,
  ].map((write) => (period: string) => [paragraph(write(period))]);
  const later = frame.year + random.between(2, 6);
  return say(frame.words, random.pick(writers), {
    random,
    spoilings: [
      { error: 'period-unfit', what: 'done in a year that had not come', spoil: () => `năm ${later}` },
      {
        error: 'period-unfit',
        what: 'done in a quarter that had not come',
        spoil: (_, random) => `quý ${random.pick(['I', 'II', 'III'])} năm ${later}`,
      },
      {
        error: 'period-unfit',
        what: 'a period that ends before it begins',
        spoil: () => `giai đoạn ${frame.year}-${frame.year - 4}`,
      },
    ],
  });
}

/** A day on which something was done, and, wrongly, one after the report. */
export function sayAfterwards({ random, hand, frame, who }: Told): Saying {
  const writers = [
    (date: string) =>
      `Ngày ${date}, ${who} đã tổ chức hội nghị sơ kết với sự tham gia của các phòng chuyên môn.`,
    (date: string) => `Tính đến ngày ${date}, các nội dung trên cơ bản đã hoàn thành.`,
    (date: string) => `Từ ngày ${date}, hệ thống đã chính thức đi vào hoạt động.`,
  ].map((write) => (date: string) => [paragraph(write(date))]);
  return say(day(frame.countedTo, hand), random.pick(writers), {
    random,
    spoilings: [
      {
        error: 'after-report',
        what: 'done on a day after the report',
        spoil: (_, random) => day(addDays(frame.date, random.between(20, 700)), hand),
      },
    ],
  });
}
