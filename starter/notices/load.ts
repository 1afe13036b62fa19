import { addTemplate, templates } from '#capabilities/notifications/templates/service.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { STARTER_TEXTS } from './texts.ts';

/** From the day on which the starter's world begins. */
const FROM = '2011-01-01';

/** What applicants and officers are told, on every channel. Does nothing when there is any text already. */
export async function loadStarterNotices(ctx: Context): Promise<void> {
  if ((await templates(ctx)).length > 0) return;
  await inTransaction(ctx, async (tx) => {
    for (const { channels, ...text } of STARTER_TEXTS) {
      for (const channel of channels)
        await addTemplate(tx, { ...text, channel, validFrom: FROM, validTo: null });
    }
  });
}
