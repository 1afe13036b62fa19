import type pg from 'pg';
import { sealNumber } from '#capabilities/dossiers/identity-number.ts';
import type { Preparation } from '#platform/database/migrate.ts';
import type { Secrets } from '#platform/secrets/secrets.ts';
import {
  closeNumbers,
  createSealedNumbers,
  insertSealed,
  lockNumbers,
  nextNumbers,
  openNumbers,
} from './store.ts';

/** What migrations need done with the keys of the installation, by the name of their file. */
export function preparations(secrets: Secrets): Readonly<Record<string, Preparation>> {
  return { '0014_sealed_numbers.sql': async (client) => sealNumbers(client, secrets) };
}

const BATCH = 20_000;

/** Every number that is kept in clear, sealed, in a table that lasts as long as the transaction. */
async function sealNumbers(client: pg.Client, secrets: Secrets): Promise<void> {
  await lockNumbers(client);
  await createSealedNumbers(client);
  await openNumbers(client);
  for (;;) {
    const numbers = await nextNumbers(client, BATCH);
    if (numbers.length === 0) break;
    await insertSealed(
      client,
      numbers.flatMap((number) => {
        const sealed = sealNumber(secrets, number);
        return sealed === null ? [] : [{ number, ...sealed }];
      }),
    );
  }
  await closeNumbers(client);
}
