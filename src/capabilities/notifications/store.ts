import { sql } from 'kysely';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Role } from '#foundation/access/roles.ts';
import type { Database } from '#platform/database/pool.ts';
import {
  type Channel,
  type NoticeSettings,
  SEND_NOTICE,
  type TemplateCode,
  type TemplateText,
} from './schema.ts';

/** What is known of a dossier that something is told of, and how its applicant can be reached. */
export type DossierFacts = {
  readonly number: string;
  readonly title: string;
  readonly receivingUnitId: number;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly checkCode: string;
  readonly returnMethod: 'counter' | 'postal' | 'online';
  readonly applicantName: string;
  readonly email: string;
  readonly phone: string;
};

type Plan = {
  readonly settings: NoticeSettings;
  readonly templates: Readonly<Partial<Record<Channel, TemplateText>>>;
  readonly dossier: DossierFacts | null;
};

type Stored = Omit<Plan, 'dossier'> & {
  readonly dossier:
    | (Omit<DossierFacts, 'receivedAt' | 'dueAt'> & { readonly receivedAt: string; readonly dueAt: string })
    | null;
};

/** Everything that telling needs, in one question: settings and texts in force, the dossier, its applicant. */
export async function readPlan(
  db: Database,
  about: { readonly code: TemplateCode; readonly dossierId: number | null; readonly today: LocalDate },
): Promise<Plan> {
  const { code, dossierId, today } = about;
  const { rows } = await sql<Stored>`
    select (select to_jsonb(s) from (
        select phone_channel as "phoneChannel", sms_plain as "smsPlain", sms_parts as "smsParts",
          quiet_from as "quietFrom", quiet_until as "quietUntil", group_minutes as "groupMinutes",
          digest_at as "digestAt"
        from notice_settings where valid_from <= ${today} order by valid_from desc limit 1) s) as settings,
      (select coalesce(jsonb_object_agg(channel, jsonb_build_object('subject', subject, 'body', body)), '{}')
        from notice_templates where code = ${code} and valid_from <= ${today}
          and (valid_to is null or valid_to > ${today})) as templates,
      (select to_jsonb(d) from (
        select d.number, d.title, d.receiving_unit_id as "receivingUnitId", d.received_at as "receivedAt",
          d.due_at as "dueAt", d.check_code as "checkCode", d.return_method as "returnMethod",
          d.applicant_name as "applicantName",
          coalesce(nullif(a.email, ''), e.email, '') as email, coalesce(nullif(a.phone, ''), e.phone, '') as phone
        from dossiers d
          left join dossier_parties a on a.dossier_id = d.id and a.role = 'applicant'
          left join dossier_parties e on e.dossier_id = d.id and e.role = 'delegate'
        where d.id = ${dossierId}) d) as dossier`.execute(db);
  const [plan] = rows;
  if (!plan) throw new Error('A question without an answer');
  const { dossier } = plan;
  if (dossier === null) return { ...plan, dossier };
  const times = { receivedAt: new Date(dossier.receivedAt), dueAt: new Date(dossier.dueAt) };
  return { ...plan, dossier: { ...dossier, ...times } };
}

/** An officer who is to be told, by mail too if they have an address. */
export type Addressee = { readonly officerId: number; readonly email: string };

export async function readAddressees(
  db: Database,
  to: { readonly officerId: number } | { readonly unitId: number; readonly role: Role },
  now: Date,
): Promise<readonly Addressee[]> {
  const ids =
    'officerId' in to
      ? sql`select ${to.officerId}::bigint as officer_id`
      : sql`select distinct a.officer_id from posts p join (
          select post_id, officer_id from post_holdings
            where valid_from <= ${now} and (valid_to is null or valid_to > ${now})
          union
          select post_id, substitute_id from substitutions where valid_from <= ${now} and valid_to > ${now}
        ) a on a.post_id = p.id
        where p.unit_id = ${to.unitId} and ${to.role} = any (p.roles)
          and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`;
  const { rows } = await sql<Addressee>`
    select o.id as officer_id, o.email from officers o join (${ids}) i on i.officer_id = o.id order by o.id`.execute(
    db,
  );
  return rows;
}

/** What one person is told on one channel; without a channel when there is no way to reach them. */
export type NewNotice = TemplateText & {
  readonly channel: Channel | null;
  readonly address: string;
  readonly officerId: number | null;
  readonly dueAt: Date;
  /** Names what must not be told twice. */
  readonly once: string | null;
};

/**
 * Writes what is told, and a job for each that goes out, in one statement. What has been told once under a name is not
 * told again. What is told in the program itself is there at once. The queue goes by the clock of the database, which may
 * be another than ours: a job is told how long to wait.
 */
export async function insertNotices(
  db: Database,
  about: { readonly template: string; readonly dossierId: number | null; readonly now: Date },
  notices: readonly NewNotice[],
): Promise<void> {
  const { template, dossierId, now } = about;
  await sql`
    with made as (
      insert into notices (template, dossier_id, officer_id, channel, address, subject, body, state, created_at, due_at,
        delivered_at, once)
      select ${template}, ${dossierId}, g."officerId", g.channel, g.address, g.subject, g.body,
        case when g.channel is null then 'unreachable' when g.channel = 'app' then 'delivered' else 'queued' end,
        ${now}, g."dueAt", case when g.channel = 'app' then ${now}::timestamptz end, g.once
      from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) g(channel text, "officerId" bigint, address text,
        subject text, body text, "dueAt" timestamptz, once text)
      on conflict (once) do nothing returning id, channel, due_at
    )
    select queue_job(${SEND_NOTICE}, json_build_object('id', id), null, now() + (due_at - ${now}::timestamptz))
    from made where channel <> 'app'`.execute(db);
}

/** Of the notices of a dossier kind, channel, times and state stay. */
export async function eraseNoticesOf(db: Database, dossierId: number): Promise<void> {
  await sql`
    update notices set address = '', subject = '', body = '', failure = '',
      state = case when state in ('queued', 'retrying') then 'given-up' else state end
    where dossier_id = ${dossierId}`.execute(db);
}
