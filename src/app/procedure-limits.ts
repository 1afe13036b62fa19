import type { ProcedureLimits } from '#foundation/calendar/calculator/service.ts';
import { procedureVersionOn, publishedOn } from '#capabilities/procedures/service.ts';

/** The calculator of due dates and the catalogue of procedures, connected. */
export const procedureLimits: ProcedureLimits = {
  choices: async (ctx, date) =>
    (await publishedOn(ctx, date)).map(({ slug, content }) => ({ value: slug, text: content.shortName })),
  find: async (ctx, codeOrSlug, date) => {
    const byCode = (await publishedOn(ctx, date)).find((version) => version.code === codeOrSlug);
    const version = byCode ?? (await procedureVersionOn(ctx, codeOrSlug, date));
    return version === null ? null : { name: version.content.name, limit: version.content.timeLimit };
  },
};
