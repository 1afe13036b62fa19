/** Everything that can be compared with the history, in one list: `motcua check`, `motcua log verify` and the nights use it. */
import { accountRecords } from '#foundation/access/accounts/records.ts';
import { policyRecords } from '#foundation/access/second-factor/policy/records.ts';
import { calendarChangeRecords } from '#foundation/calendar/changes/records.ts';
import { calendarRecords } from '#foundation/calendar/records.ts';
import type { Context } from '#foundation/context.ts';
import type { Declaration } from '#foundation/history/replayed.ts';
import type { RecordCheck } from '#foundation/log/verification/schema.ts';
import { compareRecords } from '#foundation/history/comparison/compare.ts';
import { actRecords, contactRecords, organisationFindings } from '#foundation/organisation/records.ts';
import { officerRecords } from '#foundation/people/officers/records.ts';
import { postRecords } from '#foundation/people/posts/records.ts';
import { unitKeyRecords } from '#capabilities/dossiers/proof/records.ts';
import { batchRecords } from '#capabilities/dossiers/intake/group/records.ts';
import { dossierRecords } from '#capabilities/dossiers/rebuild/records.ts';
import { slipRecords } from '#capabilities/dossiers/slips/records.ts';
import { scoreRecords, scoringSetRecords } from '#capabilities/scoring/records.ts';
import {
  accountRecords as paymentAccountRecords,
  bookRecords,
  exemptionRecords,
  paymentRecords,
  tillRecords,
} from '#capabilities/fees/records.ts';
import { formSetRecords } from '#capabilities/slips/sets/records.ts';
import { noticeTemplateRecords } from '#capabilities/notifications/records.ts';
import { postalRecords } from '#capabilities/post/records.ts';
import { procedureRecords } from '#capabilities/procedures/records.ts';
import { definitionFindings } from '#capabilities/processes/service.ts';
import { processRecords } from '#capabilities/processes/records.ts';
import { reasonRecords } from '#capabilities/dossiers/clock/reasons/records.ts';
import { clockRuleRecords } from '#capabilities/dossiers/clock/settings/records.ts';
import { documentRecords } from '#capabilities/documents/records.ts';
import { indicatorRecords, observationRecords } from '#capabilities/indicators/records.ts';
import { courierRecords } from '#capabilities/dossiers/custody/records.ts';
import { resultRecords } from '#capabilities/results/records.ts';
import { vaultRecords } from '#capabilities/vault/records.ts';
import { FILE_COLUMNS } from './backups/schema.ts';
import { storedFileFindings } from './stored-files/check.ts';

/** Every kind of record that is made by its history. */
export async function declarations(ctx: Context): Promise<readonly Declaration[]> {
  return [
    actRecords,
    contactRecords,
    calendarRecords,
    calendarChangeRecords,
    procedureRecords,
    processRecords,
    officerRecords,
    postRecords,
    accountRecords,
    policyRecords,
    unitKeyRecords,
    slipRecords,
    noticeTemplateRecords,
    postalRecords,
    paymentRecords,
    bookRecords,
    tillRecords,
    exemptionRecords,
    paymentAccountRecords,
    vaultRecords,
    resultRecords,
    courierRecords,
    formSetRecords,
    clockRuleRecords,
    reasonRecords,
    scoringSetRecords,
    scoreRecords,
    batchRecords,
    documentRecords,
    indicatorRecords,
    observationRecords,
    await dossierRecords(ctx),
  ];
}

/** Rows against history, the organisation against its acts, stored files against their hashes. */
export async function recordChecks(ctx: Context): Promise<readonly RecordCheck[]> {
  const records = (await declarations(ctx)).map((declaration): RecordCheck => ({
    name: declaration.name,
    run: async (now, report) => compareRecords(now, declaration, report),
  }));
  return [
    ...records,
    {
      name: 'Tổ chức bộ máy',
      run: async (now, { found }) => {
        for (const finding of await organisationFindings(now)) found(finding);
        return 1;
      },
    },
    {
      name: 'Quy trình đã lưu',
      run: async (now, { found }) => definitionFindings(now, found),
    },
    { name: 'Tệp', run: async (now, report) => storedFileFindings(now, FILE_COLUMNS, report) },
  ];
}
