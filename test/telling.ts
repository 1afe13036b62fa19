import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { jobHandlers } from '#app/jobs.ts';
import type { TemplateCode } from '#capabilities/notifications/schema.ts';
import { type Notice, notify } from '#capabilities/notifications/service.ts';
import { inTransaction } from '#foundation/context.ts';
import { messagesIn } from '#platform/messaging/simulated-phone.ts';
import type { System } from '#platform/system.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';
import { receivedDossier, receptionOf } from './dossiers.ts';

type Row = {
  readonly id: number;
  readonly channel: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly message_key: string | null;
  readonly failure: string;
  readonly body: string;
};

/** A refusal, to whoever brought the dossier. */
export const REFUSED = { template: 'refused', to: 'applicant', facts: { reason: 'thiếu giấy tờ' } } as const;

/** What was told in a system, and telling in it. */
export function tellingIn(system: () => TestSystem) {
  const notices = async (): Promise<readonly Row[]> => {
    const { rows } = await system().superuser.query<Row>(
      'select id::int, channel, state, attempts, message_key, failure, body from notices order by id',
    );
    return rows;
  };
  /** As if nothing had ever been told. */
  const forget = async (): Promise<void> => {
    await system().superuser.query('delete from notices; delete from graphile_worker._private_jobs');
  };
  return {
    notices,
    forget,
    /** A dossier of An Hòa of whose applicant this alone is known; that it was received is forgotten. */
    dossierOf: async (contact: { readonly email?: string; readonly phone?: string }) => {
      const reception = await receptionOf(await actAs(system(), 'mot-cua.an-hoa'));
      const applicant = { ...reception.applicant, email: '', phone: '', ...contact };
      const { number } = await receivedDossier(system(), { change: { applicant } });
      const { rows } = await system().superuser.query<{ id: number }>(
        'select id::int from dossiers where number = $1',
        [number],
      );
      await forget();
      return { id: rows[0]?.id ?? 0, number };
    },
    tell: async <Code extends TemplateCode>(notice: Notice<Code>): Promise<void> => {
      const counter = { ...(await actAs(system(), 'mot-cua.an-hoa')), messaging: system().messaging };
      await inTransaction(counter, async (tx) => notify(tx, notice));
    },
    /** Does what the queue would do now. */
    send: async (over: System = system()): Promise<void> => {
      for (const { id } of await notices()) await jobHandlers(over)['send-notice']?.({ id }, '1');
    },
    letters: async (): Promise<readonly string[]> => {
      const mailbox = path.join(system().folder, 'mailbox');
      const names = (await readdir(mailbox).catch(() => [])).toSorted();
      return Promise.all(names.map(async (name) => readFile(path.join(mailbox, name), 'utf8')));
    },
    phone: async () => messagesIn(path.join(system().folder, 'phone')),
  };
}
