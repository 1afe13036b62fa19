/** The draft that an address means, and the crumbs of its pages. */
import type { AppContext } from '#foundation/http.ts';
import type { ProcedureVersion } from '#capabilities/procedures/schema.ts';
import { draftById } from './change.ts';
import { processPaths, type ProcessVersion } from './schema.ts';
import { processVersionView } from './view/service.ts';

export type OpenDraft = { readonly procedure: ProcedureVersion; readonly draft: ProcessVersion };

/** The draft at `:slug` and `:number`, or a refusal that says what became of it. */
export async function draftOf(c: AppContext): Promise<OpenDraft> {
  const slug = c.req.param('slug') ?? '';
  const { procedure, version } = await processVersionView(c.get('ctx'), slug, Number(c.req.param('number')));
  return { procedure, draft: await draftById(c.get('ctx'), version.id) };
}

/** From the list to the draft, and where one is in it. */
export function crumbsOf({ procedure, draft }: OpenDraft, here: string) {
  const { slug } = procedure;
  return [
    { text: 'Quy trình', href: processPaths.list },
    { text: procedure.content.shortName, href: processPaths.one(slug) },
    { text: `Bản dự thảo số ${draft.number}`, href: processPaths.version(slug, draft.number) },
    { text: here },
  ];
}
