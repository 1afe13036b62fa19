import {
  ACCOUNT_FIELDS,
  ATTEMPT_FIELDS,
  SECOND_FACTOR_FIELDS,
  SESSION_FIELDS,
} from '#foundation/access/personal-data.ts';
import { RECIPIENT_FIELDS } from '#foundation/log/personal-data.ts';
import { HISTORY_FIELDS } from '#foundation/history/personal-data.ts';
import { HOLDING_FIELDS, OFFICER_FIELDS, SUBSTITUTION_FIELDS } from '#foundation/people/personal-data.ts';
import { registerOf } from '#foundation/personal-data/schema.ts';
import type { Context } from '#foundation/context.ts';
import { publishedVersions } from '#capabilities/procedures/service.ts';
import { retentionPeriods } from '#capabilities/retention/terms/service.ts';
import * as dossiers from '#capabilities/dossiers/personal-data.ts';
import * as scoring from '#capabilities/scoring/personal-data.ts';
import * as results from '#capabilities/results/personal-data.ts';
import { VAULT_FIELDS } from '#capabilities/vault/personal-data.ts';
import * as fees from '#capabilities/fees/personal-data.ts';
import { NOTICE_FIELDS } from '#capabilities/notifications/personal-data.ts';
import * as post from '#capabilities/post/personal-data.ts';
import * as retention from '#capabilities/retention/personal-data.ts';

/** How long dossiers are kept, for the page that everybody reads. */
export async function keptPeriods(ctx: Context): Promise<readonly (readonly [string, string])[]> {
  const titles = new Map(
    (await publishedVersions(ctx)).map(({ procedureId, content }) => [procedureId, content.shortName]),
  );
  return retentionPeriods(ctx, titles);
}

/** Every field of the product that holds personal data. A column without a line here fails personal-data.test.ts. */
export const PERSONAL_REGISTER = registerOf(
  ...Object.values(dossiers),
  ...Object.values(fees),
  ...Object.values(retention),
  NOTICE_FIELDS,
  ...Object.values(post),
  ...Object.values(results),
  VAULT_FIELDS,
  ...Object.values(scoring),
  OFFICER_FIELDS,
  HOLDING_FIELDS,
  SUBSTITUTION_FIELDS,
  ACCOUNT_FIELDS,
  SESSION_FIELDS,
  ATTEMPT_FIELDS,
  ...SECOND_FACTOR_FIELDS,
  HISTORY_FIELDS,
  RECIPIENT_FIELDS,
);
