import path from 'node:path';
import type pg from 'pg';
import { createRevisionCache } from '#platform/cache.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { NO_LEAKED_PASSWORDS } from '#platform/leaked-passwords/leaked-passwords.ts';
import { openMail } from '#platform/mail/mail.ts';
import { openMessaging } from '#platform/messaging/messaging.ts';
import { openPaymentGateway } from '#platform/payment/open-gateway.ts';
import { openUnitKeys } from '#platform/signing/unit-keys.ts';
import { openWitnessing } from '#platform/signing/witnessing.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import type { System } from '#platform/system.ts';
import { openUploads } from '#platform/uploads/uploads.ts';
import { keepTestKey, testSecrets } from './secrets.ts';
import { silentLog } from './silent-log.ts';

/** What a process of the application has, over any pool, with its files and its mailbox in a folder; it says nothing. */
export async function systemOver(pool: pg.Pool, folder: string, clock: () => Date): Promise<System> {
  await keepTestKey(path.join(folder, 'secrets'));
  const files = await openFileStore(path.join(folder, 'files'), testSecrets.fileKeys);
  const signer = { folder: path.join(folder, 'signer'), origin: 'localhost:3000/nhat-ky' };
  return {
    db: openDatabase(pool),
    files,
    uploads: openUploads({ files, log: silentLog }),
    mail: openMail({
      smtpUrl: undefined,
      from: 'motcua@localhost',
      mailboxFolder: path.join(folder, 'mailbox'),
    }),
    messaging: openMessaging({
      sms: null,
      zalo: null,
      publicUrl: 'http://localhost:3000',
      phoneFolder: path.join(folder, 'phone'),
    }),
    payments: openPaymentGateway({ provider: null, publicUrl: 'http://localhost:3000', simulate: true }),
    post: null,
    log: silentLog,
    cache: createRevisionCache(),
    clock,
    publicUrl: 'http://localhost:3000',
    readOnly: () => null,
    secrets: testSecrets,
    unitKeys: openUnitKeys(signer),
    witnessing: openWitnessing(signer),
    leakedPasswords: NO_LEAKED_PASSWORDS,
  };
}
