import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import type { House } from './house.ts';
import type { Ledger } from './ledger.ts';

/** Acknowledged dossiers whose applicant was sent no letter. Some may have been sent two: never none. */
export async function withoutLetter({ folder }: House, ledger: Ledger): Promise<readonly string[]> {
  const mailbox = path.join(folder, 'mailbox');
  const texts: string[] = [];
  for (const name of await readdir(mailbox)) {
    if (!name.startsWith('.')) texts.push(bodyOf(await readFile(path.join(mailbox, name), 'utf8')));
  }
  const all = texts.join('\n');
  const received = ledger.acknowledged().filter(({ what }) => what === 'received');
  return received.map(({ number }) => number).filter((number) => !all.includes(number));
}

/** How many letters wait to be sent. */
export async function waitingLetters(superuser: pg.Pool): Promise<number> {
  const { rows } = await superuser.query<{ n: number }>(`select count(*)::int as n
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-notice'`);
  return rows[0]?.n ?? 0;
}

function bodyOf(letter: string): string {
  const [head = '', ...rest] = letter.split('\n\n');
  const body = rest.join('\n\n');
  return /^Content-Transfer-Encoding: base64/im.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : body
        .replaceAll(/=\n/g, '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
