/** Sentences, lists and notes in which documents are named. */
import type { Paper } from '../papers.fixture.ts';
import { type Block, item, NOTE, paragraph, type Saying, type Wrong } from '../saying.fixture.ts';
import { datedFirst, type Manner, mannerOf, type Mention, mentionOf } from './mention.fixture.ts';
import { contradictionsOf, mistakesOf } from './mistakes.fixture.ts';
import type { Told } from './told.fixture.ts';

type Naming = (mentions: readonly Mention[]) => readonly Block[];

/** Names documents for the first time, with everything that belongs to it. */
export function sayPapers(papers: readonly Paper[], told: Told): Saying {
  const { random, hand, frame } = told;
  const mentions = papers.map((paper) => mentionOf(paper, hand));
  const naming = random.pick(mentions.length === 1 ? ofOne(told) : ofMany(told));
  const wrongs = papers.flatMap((paper, at) =>
    mistakesOf({ paper, hand, frame, random }).map(({ error, what, mention }): Wrong => ({
      error,
      what,
      blocks: naming(mentions.with(at, mention)),
    })),
  );
  const [first] = mentions;
  const doubled =
    mentions.length > 2 && first !== undefined
      ? [{ error: 'said-twice', what: 'a document twice in one list', blocks: naming([...mentions, first]) }]
      : [];
  return { blocks: naming(mentions), wrongs: [...wrongs, ...doubled] };
}

/** Names a document again: in short and rightly, or otherwise than before. */
export function sayPaperAgain(paper: Paper, told: Told, titles: readonly string[]): Saying {
  const { random, hand, frame } = told;
  const naming = random.pick(ofOne(told));
  const short = { ...mentionOf(paper, hand), ...(random.chance(0.5) ? { title: null } : {}) };
  const wrongs = contradictionsOf({ paper, hand, frame, random }, titles).map(
    ({ error, what, mention }): Wrong => ({
      error,
      what,
      blocks: naming([
        error === 'title-differs' || random.chance(0.4) ? mention : { ...mention, title: null },
      ]),
    }),
  );
  return { blocks: naming([short]), wrongs };
}

function ofOne(told: Told): readonly Naming[] {
  const { random, who } = told;
  const manner = mannerOf(random);
  const one =
    (write: (text: string, mention: Mention) => string): Naming =>
    (mentions) =>
      mentions.map((mention) => paragraph(write(manner(mention), mention)));
  return [
    one((text) => `Thực hiện ${text}, ${who} đã triển khai đầy đủ các nhiệm vụ được giao.`),
    one((text) => `Căn cứ ${text}, các cơ quan, đơn vị đã xây dựng chương trình công tác.`),
    one((text) => `Việc tổ chức thực hiện bám sát ${text}.`),
    one((text) => `Nội dung này được quy định tại ${text}.`),
    one((text, mention) => (mention.date === null ? `Đã có ${text}.` : `${datedFirst(mention, manner)}.`)),
    one((text) => `${who} đã quán triệt ${text} đến toàn thể cán bộ, công chức.`),
    one((text) => `Triển khai ${text}; đến nay các nội dung cơ bản hoàn thành.`),
    (mentions) => [
      paragraph(
        `${who} đã có văn bản chỉ đạo${NOTE} và đôn đốc thực hiện theo tiến độ.`,
        mentions.map((mention) => `${manner(mention)}.`),
      ),
    ],
  ];
}

function ofMany(told: Told): readonly Naming[] {
  const { random, who } = told;
  const manner = mannerOf(random);
  const listed: Naming = (mentions) => [
    paragraph(`${who} đã ban hành, triển khai các văn bản sau:`),
    ...mentions.map((mention, at) => item(`- ${manner(mention)}${at === mentions.length - 1 ? '.' : ';'}`)),
  ];
  return [
    (mentions) => [paragraph(`Trong kỳ đã triển khai thực hiện ${inLine(mentions, manner, '; ')}.`)],
    (mentions) => [
      paragraph(`Nhiều văn bản quan trọng được quán triệt như: ${inLine(mentions, manner, '; ')}.`),
    ],
    (mentions) => [
      paragraph(`Công tác chỉ đạo, điều hành được tăng cường (${inLine(mentions, manner, '; ')}).`),
    ],
    listed,
    (mentions) => [
      paragraph(`Hằng năm, ${who} đều có kế hoạch chi tiết${NOTE}, trong đó phân công rõ trách nhiệm.`, [
        `${inLine(mentions, manner, '; ')}.`,
      ]),
    ],
  ];
}

function inLine(mentions: readonly Mention[], manner: Manner, separator: string): string {
  return mentions.map(manner).join(separator);
}
