import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

/** Retention: what is over, disposals, holds, rules. */
export function retentionAddresses({ id }: World): Readonly<Record<string, Entry>> {
  const clerk = 'van-thu.an-hoa';
  return {
    '/retention': page(clerk, '/retention', '/retention?kind=slip'),
    '/retention/disposals': page(clerk, '/retention/disposals'),
    '/retention/disposals/:id{[0-9]{1,15}}': page(
      'chu-tich.an-hoa',
      `/retention/disposals/${id.disposal}`,
      `/retention/disposals/${id.proposal}`,
    ),
    '/retention/disposals/:id{[0-9]{1,15}}/certificate.pdf': file(
      clerk,
      `/retention/disposals/${id.disposal}/certificate.pdf`,
    ),
    '/retention/holds': page(clerk, '/retention/holds'),
    '/retention/holds/new': page(clerk, '/retention/holds/new'),
    '/retention/rules': page('noi-vu', '/retention/rules'),
    '/retention/rules/new': page('noi-vu', '/retention/rules/new'),
    '/retention/rules/:id{[0-9]{1,15}}/edit': page('noi-vu', `/retention/rules/${id.rule}/edit`),
  };
}
