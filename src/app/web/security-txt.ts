import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import type { System } from '#platform/system.ts';

/** How long what is said here counts, in days; RFC 9116, 2.5.5 advises less than a year. */
const VALID_DAYS = 180;

/**
 * Whom to tell of a weakness (RFC 9116). The contact is the front page, whose foot has the address and telephone of the
 * authority: nothing else is known to be answered. It counts once the public address is https.
 */
export function securityTxtRoutes({ publicUrl, clock }: Pick<System, 'publicUrl' | 'clock'>) {
  return new Hono<AppEnv>().get('/.well-known/security.txt', (c) => {
    const expires = new Date(clock().getTime() + VALID_DAYS * 86_400_000);
    const lines = [
      `Contact: ${publicUrl}/`,
      `Expires: ${expires.toISOString().replace(/\.\d+/, '')}`,
      'Preferred-Languages: vi, en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ];
    return c.text(`${lines.join('\n')}\n`, 200, { 'cache-control': 'public, max-age=86400' });
  });
}
