/** A whole report from its template, texts and figures. Pure: the same report comes out of the same figures. */
import type { Figure } from '#capabilities/indicators/schema.ts';
import type { Annex, Block, ReportDocument, Table } from '../document.ts';
import type { Section, SectionTexts } from '../schema.ts';
import { parseText } from '../templates/language/parse.ts';
import { numbersOf } from '../templates/numbering.ts';
import { blocksOf, type Writer, writtenBlocks } from './blocks.ts';
import { frameOf, titleOf } from './frame.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { AssembledSection, AssemblyInput, Surroundings } from './schema.ts';

export type WrittenReport = {
  readonly document: ReportDocument;
  readonly sections: readonly AssembledSection[];
};

const NO_TEXTS: SectionTexts = { body: null, writings: {}, parts: [] };

/** Writes a report; what it has no data for stands in `missing`, with the section that asks for it. */
export function writeReport(
  input: AssemblyInput,
  surroundings: Surroundings,
  figures: ReadonlyMap<string, Figure>,
): WrittenReport {
  const { template, only } = input;
  const ledger = openLedger(surroundings, figures);
  const numbers = numbersOf(template.sections);
  const wanted = template.sections
    .map((section, index) => ({
      section: { ...section, title: titleOf(section.title, surroundings) },
      number: numbers[index] ?? '',
    }))
    .filter(({ section }) => only?.includes(section.key) ?? true);
  const written = wanted.map((one) => writeSection(input, { surroundings, ledger }, one));
  const frame = frameOf(template.frame, surroundings, input.issued ?? {});
  const { sources, notes, missing } = ledger.whole();
  const inText = written.filter(({ section }) => section.place === 'text');
  return {
    sections: written.map(({ assembled }) => assembled),
    document: {
      frame,
      blocks: inText.flatMap(({ assembled }) => assembled.blocks),
      notes,
      annexes: written.filter(({ section }) => section.place === 'annex').map(annexOf),
      sources,
      missing,
      isDraft: input.isDraft,
    },
  };
}

type Numbered = { readonly section: Section; readonly number: string };
type WrittenSection = Numbered & { readonly assembled: AssembledSection };

function writeSection(
  { texts }: AssemblyInput,
  { surroundings, ledger }: { readonly surroundings: Surroundings; readonly ledger: Ledger },
  { section, number }: Numbered,
): WrittenSection {
  const own = texts.get(section.key) ?? NO_TEXTS;
  const heading = headingOf(section, number);
  ledger.begin(heading);
  const writer: Writer = { surroundings, ledger, writings: own.writings };
  const blocks = [
    ...headBlocks(section, number),
    ...blocksOf(writer, parseText(own.body ?? section.body).nodes),
    ...(section.isCollected ? collected(ledger, own) : []),
  ];
  return { section, number, assembled: { key: section.key, heading, blocks, ...ledger.section() } };
}

/** `I. TÌNH HÌNH TRIỂN KHAI`, `Phần thứ nhất: …`, `Phụ lục I: …`; empty without a heading. */
export function headingOf({ title, level, place }: Section, number: string): string {
  if (title === '') return '';
  if (place === 'annex') return `Phụ lục ${number}: ${title}`;
  if (number === '') return title;
  return level === 1 ? `${number}: ${title}` : `${number} ${title}`;
}

function headBlocks({ title, level, place }: Section, number: string): readonly Block[] {
  return title === '' || place === 'annex' ? [] : [{ kind: 'heading', level, number, text: title }];
}

/** What the communes wrote, each under its name. */
function collected(ledger: Ledger, { parts }: SectionTexts): readonly Block[] {
  const given = parts.filter(({ text }) => text.trim() !== '');
  for (const { unitName } of parts.filter(({ text }) => text.trim() === '')) {
    ledger.miss(`${unitName} chưa gửi phần của mình.`);
  }
  if (parts.length === 0) ledger.miss('chưa có đơn vị cấp xã nào gửi phần của mình.');
  return given.flatMap(({ unitName, text }): readonly Block[] => [
    { kind: 'paragraph', runs: [{ kind: 'text', text: `${unitName}:`, strong: true }] },
    ...writtenBlocks(text),
  ]);
}

function annexOf({ section, number, assembled }: WrittenSection): Annex {
  return { number, title: section.title, tables: assembled.blocks.flatMap(tablesIn) };
}

/** A chart in an annex stands there as its table. */
function tablesIn(block: Block): readonly Table[] {
  if (block.kind === 'table') return [block.table];
  if (block.kind !== 'chart') return [];
  const { caption, unitOfMeasure, bars } = block.chart;
  return [
    {
      caption,
      head: ['Nội dung', unitOfMeasure],
      rows: bars.map(({ label, value }) => [
        { runs: [{ kind: 'text', text: label }], align: 'start' },
        { runs: value === null ? [] : [{ kind: 'text', text: String(value) }], align: 'end' },
      ]),
    },
  ];
}
