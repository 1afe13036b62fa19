/** A report as it would be put together now. */
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import type { Figure } from '#capabilities/indicators/schema.ts';
import type { Assembled } from '../assembly/schema.ts';
import { assemble } from '../assembly/service.ts';
import type { Frame } from '../document.ts';
import { type OpenVersion, templateVersion } from '../templates/service.ts';
import type { TemplateContent } from '../schema.ts';
import type { ReportPart, WholeReport } from './schema.ts';
import { scopeOf, textsOf } from './texts.ts';

type How = {
  readonly only?: readonly string[];
  readonly frozen?: ReadonlyMap<string, Figure>;
  readonly issued?: Partial<Frame>;
};

/** The template of a report, and the report by it with what units wrote: figures of now unless they were frozen. */
export async function assembleReport(
  ctx: Context,
  { report, parts }: WholeReport,
  how: How = {},
): Promise<OpenVersion & { readonly assembled: Assembled }> {
  const opened = await templateVersion(ctx, report.templateVersionId);
  const assembled = await assemble(ctx, {
    template: withCollected(opened.version.content, parts),
    scope: scopeOf(report),
    texts: textsOf(parts, await unitNames(ctx, 'name')),
    isDraft: report.state !== 'issued' && how.issued === undefined,
    ...how,
  });
  return { ...opened, assembled };
}

/** Sections that whoever puts the report together has several units write are collected, whatever the template says. */
function withCollected(content: TemplateContent, parts: readonly ReportPart[]): TemplateContent {
  const collected = new Set(parts.filter((part) => part.isCollected).map(({ sectionKey }) => sectionKey));
  const sections = content.sections.map((section) =>
    collected.has(section.key) ? { ...section, isCollected: true } : section,
  );
  return { ...content, sections };
}
