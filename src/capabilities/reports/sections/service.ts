import { refuse } from '#kernel/refusal.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import type { AssembledSection, ResolvedFigure } from '../assembly/schema.ts';
import { assembleReport } from '../making/assembling.ts';
import type { ReportDeed } from '../making/deeds.ts';
import { actOn, wholeReport } from '../making/frame.ts';
import { emptyPlaces, partOf, requireFreshPart, requireState, requireWritable } from '../making/rules.ts';
import {
  COLLECTED,
  type CommentInput,
  type PartTexts,
  type ReportPart,
  type WholeReport,
  type WriteInput,
} from '../making/schema.ts';
import { tellSubmitted } from '../making/telling.ts';
import type { Section } from '../schema.ts';
import { parseText } from '../templates/language/parse.ts';
import { templateVersion } from '../templates/service.ts';
import { type WritingPlace, writingPlaces } from './places.ts';

/**
 * A unit writes its part: keeps it, or sends it to whoever puts the report together. What was accepted is written again only
 * after it has been returned.
 */
export async function writePart(ctx: Context, input: WriteInput): Promise<void> {
  const after = await actOn(ctx, input.id, async (tx, whole) => {
    const part = partOf(whole, input.part);
    await authorise(tx, 'report.write', part.unitId);
    requireFreshPart(part, input.version);
    requireWritable(whole.report, part);
    const section = await sectionOf(tx, whole, part.sectionKey);
    const texts = textsIn(input, part, section);
    refuseFaultyBody(texts.body);
    const written: readonly ReportDeed[] = isSame(part.texts, texts)
      ? []
      : [{ kind: 'written', payload: { part: part.number, texts } }];
    if (!input.isSubmitted) return written;
    refuseEmpty(placesOf(part, section, texts.body), texts);
    return [...written, { kind: 'submitted', payload: { part: part.number } }];
  });
  if (input.isSubmitted) await tellSubmitted(ctx, after, [partOf(after, input.part)]);
}

/** Only places that the section has are kept; of a collected part the one text. */
function textsIn(
  { body, writings, explanations }: WriteInput,
  part: ReportPart,
  section: Section,
): PartTexts {
  const said = Object.fromEntries(Object.entries(explanations).filter(([, text]) => text !== ''));
  const own = part.isCollected ? null : ownBody(body, section);
  const names = placesOf(part, section, own).map(({ name }) => name);
  const kept = Object.fromEntries(names.map((name) => [name, plain(writings[name] ?? '')]));
  return { body: own, writings: kept, explanations: said };
}

/** A body that says what the template says is none of one's own. */
function ownBody(body: string | null, section: Section): string | null {
  return body === null || plain(body) === plain(section.body) ? null : plain(body);
}

function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

function isSame(before: PartTexts, after: PartTexts): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function refuseFaultyBody(body: string | null): void {
  const [problem] = body === null ? [] : parseText(body).problems;
  if (problem) refuse('invalid', problem.message, { body: problem.message });
}

function refuseEmpty(places: readonly WritingPlace[], { writings }: PartTexts): void {
  const problems = emptyPlaces(places, writings);
  const [first] = Object.values(problems);
  if (first !== undefined) refuse('invalid', first, problems);
}

/** Where there is something to write in a part. */
export function placesOf(part: ReportPart, section: Section, body: string | null): readonly WritingPlace[] {
  if (part.isCollected) {
    return [{ name: COLLECTED, prompt: 'Phần của đơn vị' }];
  }
  return writingPlaces(body ?? section.body);
}

/** Sends several parts of the actor's unit as they are; those with an empty place are refused by name. */
export async function submitParts(ctx: Context, id: number, seen: readonly string[]): Promise<number> {
  let sent: readonly number[] = [];
  const after = await actOn(ctx, id, async (tx, whole) => {
    const parts = seen.map((one) => {
      const [number, version] = one.split('.').map(Number);
      const part = partOf(whole, number ?? 0);
      requireFreshPart(part, version ?? -1);
      requireWritable(whole.report, part);
      return part;
    });
    for (const part of parts) {
      await authorise(tx, 'report.write', part.unitId);
      const section = await sectionOf(tx, whole, part.sectionKey);
      if (
        Object.keys(emptyPlaces(placesOf(part, section, part.texts.body), part.texts.writings)).length > 0
      ) {
        refuse(
          'conflict',
          `Mục “${section.title || section.key}” còn chỗ chưa viết. Hãy mở mục đó viết xong rồi gửi.`,
        );
      }
    }
    sent = parts.filter(({ state }) => state !== 'submitted').map(({ number }) => number);
    return sent.map((part) => ({ kind: 'submitted', payload: { part } }));
  });
  await tellSubmitted(
    ctx,
    after,
    after.parts.filter(({ number }) => sent.includes(number)),
  );
  return sent.length;
}

/** Says something about a section to the others who work on it. */
export async function comment(ctx: Context, { id, sectionKey, comment: text }: CommentInput): Promise<void> {
  await actOn(ctx, id, async (tx, whole) => {
    requireState(whole.report, 'drafting', 'assembled');
    await requirePartaker(tx, whole, sectionKey);
    const number = whole.comments.length + 1;
    return [{ kind: 'commented', payload: { number, sectionKey, text } }];
  });
}

async function requirePartaker(ctx: Context, whole: WholeReport, sectionKey: string): Promise<void> {
  const parts = whole.parts.filter((part) => part.sectionKey === sectionKey);
  if (parts.length === 0) refuse('missing', 'Báo cáo không có mục này.');
  const mayWrite = await mayWriteFor(ctx, 'report.write');
  if (parts.some(({ unitId }) => mayWrite(unitId))) return;
  await authorise(ctx, 'report.assemble', whole.report.unitId);
}

/** For which units the actor holds a permission. */
export async function mayWriteFor(
  ctx: Context,
  permission: 'report.write' | 'report.assemble' | 'report.freeze',
): Promise<(unitId: number) => boolean> {
  requireActor(ctx);
  const units = await unitsWith(ctx, permission);
  return (unitId) => units === null || units.includes(unitId);
}

/** A section of a report as its writer sees it: the drafted text with figures, and what is written of it. */
export type SectionView = {
  readonly whole: WholeReport;
  readonly section: Section;
  readonly assembled: AssembledSection;
  readonly figures: readonly ResolvedFigure[];
  readonly parts: readonly ReportPart[];
  readonly mayWrite: (unitId: number) => boolean;
  readonly mayAssemble: boolean;
};

export async function sectionView(ctx: Context, id: number, sectionKey: string): Promise<SectionView> {
  await authorise(ctx, 'report.read');
  const whole = await wholeReport(ctx, id);
  const section = await sectionOf(ctx, whole, sectionKey);
  const { assembled } = await assembleReport(ctx, whole, { only: [sectionKey] });
  const own = assembled.sections.find(({ key }) => key === sectionKey);
  if (!own) refuse('missing', 'Báo cáo không có mục này.');
  return {
    whole,
    section,
    assembled: own,
    figures: assembled.figures.filter(({ key }) => own.figures.includes(key)),
    parts: whole.parts.filter((part) => part.sectionKey === sectionKey),
    mayWrite: await mayWriteFor(ctx, 'report.write'),
    mayAssemble: (await mayWriteFor(ctx, 'report.assemble'))(whole.report.unitId),
  };
}

async function sectionOf(ctx: Context, { report }: WholeReport, key: string): Promise<Section> {
  const { version } = await templateVersion(ctx, report.templateVersionId);
  return (
    version.content.sections.find((section) => section.key === key) ??
    refuse('missing', 'Báo cáo không có mục này.')
  );
}
