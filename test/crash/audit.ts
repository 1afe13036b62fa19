import type pg from 'pg';
import path from 'node:path';
import { recordChecks } from '#app/record-checks.ts';
import { systemContext } from '#foundation/context.ts';
import { verifyLog } from '#foundation/log/verification/service.ts';
import { openLogSigner } from '#platform/signing/log-signer.ts';
import type { House, Inside } from './house.ts';
import type { Deed, Ledger } from './ledger.ts';

/** Everything in an installation that is not as the ledger and the system itself say, as sentences. */
export async function audit(house: House, ledger: Ledger): Promise<readonly string[]> {
  return house.look(async (inside) => [
    ...ledger.complaints(),
    ...(await againstLedger(inside, ledger)),
    ...(await halves(inside.superuser)),
    ...(await lostFiles(inside)),
    ...(await ownFindings(inside, house)),
  ]);
}

/** What was acknowledged is there once; what was not answered is there wholly or not at all. */
async function againstLedger({ superuser }: Inside, ledger: Ledger): Promise<readonly string[]> {
  const { rows: forms } = await superuser.query<{ id: string; location: string }>(
    'select form_id as id, location from form_submissions',
  );
  const remembered = new Map(forms.map(({ id, location }) => [id, location]));
  const { rows } = await superuser.query<{ number: string; token: string; kind: string; count: number }>(
    `select d.number, d.summary as token, e.kind, count(*)::int as count from dossiers d
     join history_events e on e.stream = 'dossier' and e.stream_id = d.id
     where e.kind <> 'advanced' or e.officer_id is not null group by d.id, e.kind`,
  );
  const events = new Map(rows.map(({ number, kind, count }) => [`${kind} ${number}`, count]));
  const numberOf = new Map(rows.map(({ token, number }) => [token, number]));
  const done: readonly (Deed & { readonly isPromised: boolean })[] = [
    ...ledger.acknowledged().map((deed) => ({ ...deed, isPromised: true })),
    ...ledger.open().map((deed) => ({
      ...deed,
      number: deed.number ?? numberOf.get(deed.token) ?? null,
      isPromised: false,
    })),
  ];
  const isDone = (deed: Deed & { isPromised: boolean }) => deed.isPromised || remembered.has(deed.formId);
  const expected = countBy(done.filter(isDone).map(({ what, number }) => `${what} ${number}`));
  const kinds = new Set(['received', 'file-added', 'advanced']);
  const found = [...events].filter(([key]) => kinds.has(key.split(' ')[0] ?? ''));
  return [
    ...done.filter((deed) => deed.isPromised && !remembered.has(deed.formId)).map(lost),
    ...ledger
      .denied()
      .filter(({ formId }) => remembered.has(formId))
      .map(({ what }) => `A page said that nothing was written, but ${what} was.`),
    ...[...expected].flatMap(([key, count]) =>
      (events.get(key) ?? 0) === count ? [] : [`${key}: ${events.get(key) ?? 0} times, not ${count}`],
    ),
    ...found.filter(([key]) => !expected.has(key)).map(([key]) => `${key}: nobody did that`),
  ];
}

function lost({ what, number }: Deed): string {
  return `lost: ${what} ${number ?? ''} was acknowledged`;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Things that one transaction writes and that are there without each other; each query answers what should not be. */
const HALVES: Readonly<Record<string, string>> = {
  'dossiers without a first event': `select count(*)::int as n from dossiers d where not exists
    (select from history_events e where e.stream = 'dossier' and e.stream_id = d.id and e.sequence = 1)`,
  'events of no dossier': `select count(*)::int as n from history_events e where e.stream = 'dossier'
    and not exists (select from dossiers d where d.id = e.stream_id)`,
  'histories with a gap': `select count(*)::int as n from
    (select from history_events group by stream, stream_id having max(sequence) <> count(*)) torn`,
  'events that do not have one place in the log': `select count(*)::int as n from history_events e where
    (select count(*) from log_entries l where l.event_id = e.id) +
    (select count(*) from log_pending p where p.event_id = e.id) <> 1`,
  'days with a gap in their numbers': `select count(*)::int as n from
    (select from dossiers group by regexp_replace(number, '-[0-9]+$', '')
     having max(substring(number from '[0-9]+$')::int) <> count(*)) gaps`,
  'books with a gap in their lines': `select count(*)::int as n from
    (select from dossiers group by receiving_unit_id having max(book_line) <> count(*)) gaps`,
  'numbers taken by nobody': `select count(*)::int as n from dossier_counters c where c.book = 'dossier' and c.last <>
    (select count(*) from dossiers d where d.number like '%-' || to_char(c.day, 'YYMMDD') || '-%'
      and d.number like (select agency_id from unit_versions v where v.unit_id = c.unit_id and agency_id is not null
        limit 1) || '-%')`,
  'files whose addition is not in the history': `select count(*)::int as n from dossier_files f where not exists
    (select from history_events e where e.stream = 'dossier' and e.stream_id = f.dossier_id
      and e.kind = 'file-added' and (e.payload ->> 'fileId')::bigint = f.id)`,
};

async function halves(superuser: pg.Pool): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(HALVES)) {
    const { rows } = await superuser.query<{ n: number }>(query);
    if (rows[0]?.n !== 0) found.push(`${rows[0]?.n} ${what}`);
  }
  return found;
}

async function lostFiles({ system, superuser }: Inside): Promise<readonly string[]> {
  const { rows } = await superuser.query<{ hash: string }>('select distinct hash from dossier_files');
  const found: string[] = [];
  for (const { hash } of rows) {
    if (!(await system.files.has(hash)) || !(await system.files.verify(hash)))
      found.push(`file ${hash} is lost`);
  }
  return found;
}

/** What `motcua check` and `motcua log verify` would say. */
async function ownFindings({ system }: Inside, { folder }: House): Promise<readonly string[]> {
  const ctx = await systemContext(system, 'crash audit');
  const signer = await openLogSigner({ folder: path.join(folder, 'signer'), origin: 'localhost/nhat-ky' });
  const order = { signer, checks: await recordChecks(ctx), onLine: () => undefined };
  const { findings } = await verifyLog(ctx, order);
  return findings.map(({ where, sentence }) => `${where}: ${sentence}`);
}
