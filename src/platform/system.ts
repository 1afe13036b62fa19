import type { RevisionCache } from './cache.ts';
import type { Database } from './database/pool.ts';
import type { LeakedPasswords } from './leaked-passwords/leaked-passwords.ts';
import type { Log } from './log/log.ts';
import type { Mail } from './mail/mail.ts';
import type { Messaging } from './messaging/gateway.ts';
import type { PaymentGateway } from './payment/payment-gateway.ts';
import type { PostalService } from './post/postal-service.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { UnitKeys } from './signing/unit-keys.ts';
import type { Witnessing } from './signing/witnessing.ts';
import type { FileStore } from './storage/file-store.ts';
import type { Uploads } from './uploads/uploads.ts';

/** What one running process has: made once at start, handed on in every context. */
export type System = {
  /** Sees every row, as the system itself; the context of a request has one that sees what its sender may see. */
  readonly db: Database;
  readonly files: FileStore;
  readonly uploads: Uploads;
  readonly mail: Mail;
  /** Ways to telephones. */
  readonly messaging: Messaging;
  /** Where people pay online; null where they do not. */
  readonly payments: PaymentGateway | null;
  /** The service of the post; null where parcels are handed over by hand alone. */
  readonly post: PostalService | null;
  readonly log: Log;
  readonly cache: RevisionCache;
  /** Server time. Tests give their own; nothing else in the product reads a clock. */
  readonly clock: () => Date;
  /** Address under which people reach this installation, without a trailing slash. */
  readonly publicUrl: string;
  /** Why nothing may be written now, as a sentence; null when all is well. */
  readonly readOnly: () => string | null;
  /** What is sealed lies in the database; the key to it does not. */
  readonly secrets: Secrets;
  /** What receipts are signed with. */
  readonly unitKeys: UnitKeys;
  /** Who vouches for the log from outside, and for whose logs this installation vouches. */
  readonly witnessing: Witnessing;
  readonly leakedPasswords: LeakedPasswords;
};
