import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { dossierPath } from '#capabilities/dossiers/schema.ts';
import { filePaths } from '#capabilities/dossiers/files/schema.ts';
import { pdfWith } from '#platform/uploads/specimens.fixture.ts';
import { formOf, wordsOf } from '../page.ts';
import { openSession } from '../session.ts';
import type { House } from './house.ts';
import type { Deed, Ledger } from './ledger.ts';

/** An officer at a counter who receives dossiers, adds a scan and passes them on, and sends again what was not answered. */
export type Client = {
  /** Receives one dossier. Its number; null when that was not answered. */
  readonly receive: () => Promise<string | null>;
  /** Adds a scan of so many bytes to a dossier. */
  readonly addScan: (number: string, bytes?: number) => Promise<boolean>;
  /** The last answer that was no success: its status and its words. */
  readonly lastRefusal: () => Refused | null;
  /** Opens a page. */
  readonly open: (path: string) => Promise<Refused>;
  /** Sends what is open from before. True when it was answered. */
  readonly settle: () => Promise<boolean>;
  /** Goes on until it is told to stop; what is not answered it sends again. */
  readonly work: (signal: AbortSignal) => Promise<void>;
};

/** What a page says. */
export type Refused = { readonly status: number; readonly words: string };

type Letter = { readonly deed: Deed; readonly path: string; readonly body: URLSearchParams | FormData };

const SLUG = 'dang-ky-khai-sinh';
const PATIENCE_MS = 60_000;
const BEFORE_TRYING_AGAIN_MS = 100;

/** Signs in at a counter and opens its form once; the application runs. */
export async function openClient(house: House, ledger: Ledger, login: string): Promise<Client> {
  const token = await house.look(async ({ system, superuser }) =>
    openSession({ ...system, superuser }, login),
  );
  const headers = { cookie: `motcua_session=${token}` };
  const page = await fetch(`${house.url}/intake/${SLUG}`, { headers });
  const blank = blankForm(await page.text());
  let pending: Letter | null = null;
  let refused: Refused | null = null;

  const send = async (letter: Letter): Promise<string | null> => {
    pending = letter;
    ledger.sent(letter.deed);
    const answer = await post(`${house.url}${letter.path}`, { headers, body: letter.body });
    if (answer?.location == null) {
      refused = answer === undefined ? null : { status: answer.status, words: wordsOf(answer.text) };
      note(ledger, letter.deed, refused);
      return null;
    }
    const number = letter.deed.number ?? decodeURIComponent(answer.location.split('/').at(-1) ?? '');
    ledger.answered({ ...letter.deed, number });
    pending = null;
    return number;
  };

  const settle = async (): Promise<boolean> => pending === null || (await send(pending)) !== null;

  /** Somebody comes, mostly without a scan, and goes. False when an answer failed to come. */
  const oneRound = async (): Promise<boolean> => {
    if (!(await settle())) return false;
    const number = await send(receiving(blank));
    if (number === null) return false;
    if (randomInt(3) === 0 && (await send(adding(number, 0))) === null) return false;
    // Whether a scan came between is for the page to say; its number of the last event is in the form.
    const passing = await passingOn(house, headers, number);
    return passing !== null && (await send(passing)) !== null;
  };

  return {
    receive: async () => send(receiving(blank)),
    addScan: async (number, bytes = 0) => (await send(adding(number, bytes))) !== null,
    lastRefusal: () => refused,
    open: async (path) => {
      const ask = async (): Promise<Response> => fetch(`${house.url}${path}`, { headers });
      // A connection kept open may turn out to be closed; browsers ask once more then, too.
      const page = await ask().catch(ask);
      return { status: page.status, words: wordsOf(await page.text()) };
    },
    settle,
    work: async (signal) => {
      while (!signal.aborted) {
        if (!(await oneRound())) await pause(signal);
      }
    },
  };
}

async function pause(signal: AbortSignal): Promise<void> {
  await wait(BEFORE_TRYING_AGAIN_MS, undefined, { signal }).catch(() => undefined); // Told to stop.
}

type Answer = { readonly status: number; readonly location: string | null; readonly text: string };

/** Undefined when no answer came. */
async function post(
  url: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly body: URLSearchParams | FormData },
): Promise<Answer | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { method: 'POST', redirect: 'manual', signal, ...request });
    const isDone = response.status === 303;
    const text = isDone ? '' : await response.text();
    return { status: response.status, location: isDone ? response.headers.get('location') : null, text };
  } catch {
    return undefined; // The connection broke, or nobody listens.
  }
}

/** An honest client is told of trouble, never that something is wrong with the form. */
function note(ledger: Ledger, deed: Deed, answer: Refused | null): void {
  if (answer === null) return;
  const { status, words } = answer;
  if (status < 500 && !words.includes('tạm ngừng ghi')) {
    ledger.complain(`${deed.what} ${deed.number ?? ''} got ${status}: ${words}`);
  }
  if (words.includes('chưa được ghi nhận')) ledger.deny(deed);
}

type BlankForm = Readonly<Record<string, string | readonly string[]>>;

/** The form of the counter with everything filled in but who it is. */
function blankForm(html: string): BlankForm {
  const { fields } = formOf(html, `/intake/${SLUG}`);
  const papers = [...html.matchAll(/name="(papers\.\d+\.present)"/g)].map(([, name = '']) => [name, 'yes']);
  const applicant = {
    'applicant.fullName': 'Nguyễn Thị B',
    'applicant.phone': '0905000123',
    'applicant.address': 'Thôn 3, xã An Hòa',
    'applicant.email': 'nguoi-nop@example.vn',
  };
  const { passOnNow: _, ...rest } = fields;
  return { ...rest, ...Object.fromEntries(papers), ...applicant };
}

function receiving(blank: BlankForm): Letter {
  const deed = { formId: randomUUID(), what: 'received', token: randomUUID(), number: null } as const;
  const idNumber = `052${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
  const fields = { ...blank, formId: deed.formId, summary: deed.token, 'applicant.idNumber': idNumber };
  return { deed, path: `/intake/${SLUG}`, body: encoded(fields) };
}

function adding(number: string, bytes: number): Letter {
  const deed = { formId: randomUUID(), what: 'file-added', token: '', number } as const;
  const body = new FormData();
  body.set('formId', deed.formId);
  body.set('place', 'other');
  const scan = new Uint8Array(pdfWith(`/Scan (${deed.formId}${'-'.repeat(bytes)})`));
  body.set('files', new File([scan], 'Giấy chứng sinh.pdf', { type: 'application/pdf' }));
  return { deed, path: filePaths.add(number), body };
}

/** Null when the page does not come. */
async function passingOn(
  { url }: House,
  headers: Readonly<Record<string, string>>,
  number: string,
): Promise<Letter | null> {
  try {
    const page = await fetch(`${url}${dossierPath(number)}`, { headers });
    if (!page.ok) return null;
    const action = dossierPath(number, 'pass-on');
    const { fields } = formOf(await page.text(), action);
    const deed = { formId: randomUUID(), what: 'advanced', token: '', number } as const;
    return { deed, path: action, body: encoded({ ...fields, formId: deed.formId }) };
  } catch {
    return null; // Killed while the page was made.
  }
}

function encoded(fields: BlankForm): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
  );
  return new URLSearchParams(pairs);
}
