import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { bodyOf, type Form, formOf, withFields } from '../../bench/http/form.ts';

/** What people do all day, asked of a program over HTTP with one official's session. */
export type Journeys = Readonly<Record<string, (url: string) => Promise<number>>>;

const LOGIN = 'mot-cua.an-hoa';
const INTAKE = '/intake/dang-ky-khai-sinh';

/** Signs the counter of An Hòa in behind the program's back and learns its form; both programs take the same cookie. */
export async function learnJourneys(url: string, superuser: pg.Pool): Promise<Journeys> {
  const cookie = await sessionOf(superuser);
  const form = await intakeForm(url, cookie);
  return {
    inbox: async (at) => statusOf(await fetch(`${at}/inbox?tab=unit`, { headers: { cookie } })),
    receive: async (at) => post(at, { path: INTAKE, cookie, form: withNewPerson(form) }),
    'pass on': async (at) => passOn(at, cookie, superuser),
    'look up': async (at) => lookUp(at, superuser),
    'search procedures': async (at) => statusOf(await fetch(`${at}/thu-tuc?q=khai+sinh`)),
  };
}

async function sessionOf(superuser: pg.Pool): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await superuser.query('update accounts set must_change_password = false where login = $1', [LOGIN]);
  await superuser.query(
    `insert into sessions (token_hash, account_id, created_at, seen_at, expires_at, address, user_agent)
     select $1, id, now(), now(), now() + interval '1 day', '127.0.0.1', 'upgrade' from accounts where login = $2`,
    [createHash('sha256').update(token).digest(), LOGIN],
  );
  return `motcua_session=${token}`;
}

async function intakeForm(url: string, cookie: string): Promise<Form> {
  const page = await fetch(`${url}${INTAKE}`, { headers: { cookie } });
  const html = await page.text();
  const form = formOf(html, INTAKE);
  const papers = [...html.matchAll(/name="(papers\.\d+\.present)"/g)].map(([, name]) => [name, 'yes']);
  const changes = { ...PERSON, ...Object.fromEntries(papers), passOnNow: null };
  return { ...form, fields: withFields(form.fields, changes) };
}

const PERSON = {
  'applicant.fullName': 'Nguyễn Thị B',
  'applicant.phone': '0905000123',
  'applicant.email': '',
  'applicant.address': 'Thôn 3, xã An Hòa',
} as const;

let people = 0;

function withNewPerson(form: Form): Form {
  people += 1;
  const idNumber = `052${String(people).padStart(9, '0')}`;
  return {
    ...form,
    fields: withFields(form.fields, { formId: randomUUID(), 'applicant.idNumber': idNumber }),
  };
}

type Sending = { readonly path: string; readonly cookie: string; readonly form: Form };

async function post(url: string, { path, cookie, form }: Sending): Promise<number> {
  const { type, body } = bodyOf(form);
  const headers = { cookie, 'content-type': type, origin: url };
  return statusOf(await fetch(`${url}${path}`, { method: 'POST', headers, body, redirect: 'manual' }));
}

async function passOn(url: string, cookie: string, superuser: pg.Pool): Promise<number> {
  const { rows } = await superuser.query<{ number: string; sequence: number }>(
    `select d.number, d.sequence from dossiers d join dossier_steps s on s.dossier_id = d.id
     where s.state = 'active' and s.position = 0 order by random() limit 1`,
  );
  const [found] = rows;
  if (!found) return 303; // Everything has been passed on.
  const fields = { formId: randomUUID(), sequence: String(found.sequence), note: '', officerId: '' };
  const form = { fields: Object.entries(fields), isMultipart: false };
  const status = await post(url, { path: `/dossiers/${found.number}/pass-on`, cookie, form });
  return status === 409 ? 303 : status; // Two took the same dossier: told, as it should be.
}

async function lookUp(url: string, superuser: pg.Pool): Promise<number> {
  const { rows } = await superuser.query<{ number: string; code: string }>(
    'select number, check_code as code from dossiers order by random() limit 1',
  );
  const [found] = rows;
  return found ? statusOf(await fetch(`${url}/tra-cuu/${found.number}?ma=${found.code}`)) : 200;
}

async function statusOf(response: Response): Promise<number> {
  await response.arrayBuffer();
  return response.status;
}
