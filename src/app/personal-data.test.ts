import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSystem, type TestSystem } from '#test/database.ts';
import { redactFields } from '#platform/log/redact.ts';
import { PERSONAL_REGISTER } from './personal-data.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestSystem();
});
afterAll(async () => system.close());

/**
 * Columns that can hold words and hold nobody's: whole tables (`*`), or columns of tables that also have personal ones.
 * Whoever adds a column writes it here or into the register, and so has to think about it.
 */
const IMPERSONAL: Readonly<Record<string, string>> = {
  act_reasons: '*',
  clock_rules: '*',
  dossier_letters: 'kind number',
  dossier_proposals: 'kind legal_basis outcome reason_code',
  dossier_supplements: 'ended',
  dossier_warnings: '*',
  dossier_runs: '*',
  dossier_timers: '*',
  calendar_changes: '*',
  dossier_due_moves: '*',
  dossier_migration_items: '*',
  dossier_migrations: '*',
  dossier_timer_failures: '*',
  dossier_unclear_conditions: '*',
  process_timer_counts: '*',
  dossier_pauses: '*',
  account_recoveries: 'state',
  applicants: 'kind',
  backup_runs: '*',
  disk_samples: '*',
  documents: '*',
  disposal_items: '*',
  dossier_scans: '*',
  dossier_scores: '*',
  dossier_marks: 'criterion',
  disposals: 'decision_number number state',
  dossier_counters: '*',
  dossier_fees: 'name',
  dossier_files: 'media_type purpose',
  dossier_handovers: 'ended_how papers timeliness',
  consultations: 'dossier_number state',
  dossier_links: '*',
  dossier_tags: '*',
  handover_discrepancies: 'answer kind',
  dossier_papers: 'kind',
  dossier_parties: 'kind role',
  dossier_results: 'outcome',
  dossier_returns: 'acknowledgement',
  dossier_steps: '*',
  dossier_work: 'custody domain number paused_for phase step_name step_role timeliness title',
  dossiers:
    'closed_how paused_for paper_number channel domain due_explanation number return_method state timeliness title',
  fee_books: '*',
  fee_exemptions: '*',
  form_sets: '*',
  // Words of reports of agencies, seen by whoever kept them alone.
  report_checks: '*',
  indicators: '*',
  observations: '*',
  // What offices write in reports, and who signs for them.
  report_answers: '*',
  report_comments: '*',
  report_files: '*',
  report_parts: '*',
  report_templates: '*',
  report_template_versions: '*',
  reports: '*',
  gateway_orders: '*',
  form_submissions: '*',
  history_events: 'kind request_id stream',
  intake_batches: 'file_hash number source state',
  intake_batch_rows: 'outcome',
  life_events: '*',
  log_alarms: '*',
  log_checkpoints: '*',
  log_cosignatures: '*',
  log_entries: '*',
  log_pending: '*',
  log_tiles: '*',
  log_verifications: '*',
  login_attempts: 'outcome',
  notice_settings: '*',
  notice_templates: '*',
  notices: 'channel once provider_id state template',
  // Numbers and days of written decisions, names of those who sign for the office.
  result_changes: 'decision_number kind outcome',
  results: 'kind media_type signer standing verify_code',
  vault_items: 'archival consent media_type purpose removal',
  offerings: '*',
  operation_alarms: '*',
  // An account of an office.
  payment_accounts: '*',
  payment_collections: 'method reference void_reason',
  payment_lines: 'explanation kind name',
  payment_refunds: 'method number reason reference state',
  payments: 'node origin state',
  personal_reads: 'manner subject',
  postal_cursor: '*',
  postal_events: 'code label provider_event',
  postal_orders: 'direction number state tracking_code',
  postal_statuses: '*',
  posts: '*',
  procedure_versions: '*',
  procedures: '*',
  process_definitions: '*',
  process_versions: '*',
  retention_holds: 'kind',
  retention_rules: '*',
  running_processes: '*',
  schema_migrations: '*',
  schema_stops: '*',
  scoring_sets: '*',
  search_synonyms: '*',
  second_factor_policies: '*',
  slips: 'kind number',
  // Statements without the values that they were asked with.
  slow_statements: '*',
  special_days: '*',
  tills: 'state',
  unexpected_failures: '*',
  unit_acts: '*',
  unit_keys: '*',
  unit_versions: '*',
  units: '*',
  used_challenges: '*',
  working_weeks: '*',
};

type Column = { readonly table: string; readonly column: string };

async function wordColumns(): Promise<readonly Column[]> {
  const { rows } = await system.superuser.query<Column>(`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY', 'inet', 'xml')
    order by 1, 2`);
  return rows;
}

const nameOf = ({ table, column }: Column): string => `${table}.${column}`;

describe('The register of personal data', () => {
  test('has a line for every column that may hold some, or the column is known to hold none', async () => {
    const declared = new Set(PERSONAL_REGISTER.map(nameOf));
    const isKnown = (column: Column): boolean => {
      const impersonal = IMPERSONAL[column.table];
      const listed = impersonal?.split(' ') ?? [];
      return declared.has(nameOf(column)) || impersonal === '*' || listed.includes(column.column);
    };
    const columns = await wordColumns();
    expect(columns.filter((column) => !isKnown(column)).map(nameOf)).toEqual([]);
  });

  test('has no line for a column that is not there, and none twice', async () => {
    const there = new Set((await wordColumns()).map(nameOf));
    const declared = PERSONAL_REGISTER.map(nameOf);
    expect(declared.filter((name) => !there.has(name))).toEqual([]);
    expect(declared).toEqual([...new Set(declared)]);
  });

  test('has no reason for whole tables that are not there', async () => {
    const tables = new Set((await wordColumns()).map(({ table }) => table));
    expect(Object.keys(IMPERSONAL).filter((table) => !tables.has(table))).toEqual([]);
  });
});

describe('Masks', () => {
  test('come from the register: no page, export or letter masks by rules of its own', () => {
    const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'));
    const masking = sources.filter((path) =>
      readFileSync(path, 'utf8').includes('#kernel/vietnamese/mask.ts'),
    );
    expect(masking).toEqual([join('src', 'foundation', 'personal-data', 'mask.ts')]);
  });

  test('of the log hide every field that the register hides from others', () => {
    const hidden = PERSONAL_REGISTER.filter(({ mask, level }) => mask !== 'open' || level === 'secret');
    const shown = hidden.filter(({ column }) => {
      const fields = redactFields({ [camelCased(column)]: 'Nguyễn Thị B' });
      return JSON.stringify(fields).includes('Nguyễn');
    });
    expect(shown.map(nameOf)).toEqual([]);
  });
});

function camelCased(column: string): string {
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
