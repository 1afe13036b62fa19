/** A table with its columns as the database knows them. */
export type Columns = {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
};

/** What a dossier is kept in, in the order of their references. */
export const COPIED_TABLES = [
  'applicants',
  'dossiers',
  'dossier_parties',
  'dossier_units',
  'dossier_papers',
  'dossier_fees',
  'dossier_steps',
  'dossier_work',
  'dossier_runs',
  'dossier_timers',
  'dossier_handovers',
  'dossier_results',
  'dossier_returns',
  'history_events',
];

/** What a copy has of its own; every other column is the template's. `c` is the copy, `t` the template's row. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  applicants: {
    id: 'c.applicant_id',
    full_name: 'c.full_name',
    folded_name: 'c.folded_name',
    // Nobody looks into a sealed number here; what it is found by is the copy's own.
    id_number_index: `sha256(convert_to(c.id_number, 'UTF8'))`,
    phone: 'c.phone',
  },
  dossiers: {
    id: 'c.id',
    number: 'c.number',
    applicant_id: 'c.applicant_id',
    applicant_name: 'c.full_name',
    book_line: 'null',
    search_text: `replace(replace(replace(replace(t.search_text, c.folded_number, lower(c.number)), c.template_name, c.folded_name),
      c.template_token, 'id:' || left(encode(sha256(convert_to(c.id_number, 'UTF8')), 'hex'), 16)), '0905000123', c.phone)`,
  },
  dossier_work: { number: 'c.number', applicant_name: 'c.full_name' },
  dossier_parties: { full_name: 'c.full_name', phone: 'c.phone' },
  history_events: {
    stream_id: 'c.id',
    payload: `case when t.sequence = 1 then replace(t.payload::text, c.template_number, c.number)::jsonb else t.payload end`,
  },
};

const JOIN: Readonly<Record<string, string>> = {
  applicants: 't.id = c.template_applicant',
  dossiers: 't.id = c.template_id',
  history_events: `t.stream = 'dossier' and t.stream_id = c.template_id`,
};

/** Copies the rows of the templates for all copies. Instants move with the copy; a child's identifier is its own. */
export function copyStatement({ table, columns }: Columns): string {
  const own: Readonly<Record<string, string>> = { dossier_id: 'c.id', ...OWN[table] };
  const copied = columns.filter(({ name }) => name !== 'id' || own['id'] !== undefined);
  const values = copied.map(({ name, type }) => own[name] ?? shifted(name, type));
  return `insert into ${table} (${copied.map(({ name }) => name).join(', ')}) overriding system value
    select ${values.join(', ')} from copies c join ${table} t on ${JOIN[table] ?? 't.dossier_id = c.template_id'}`;
}

function shifted(name: string, type: string): string {
  return type === 'timestamp with time zone' ? `t.${name} + c.shift` : `t.${name}`;
}
