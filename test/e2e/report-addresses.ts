import { RULES } from '#kernel/report/rules/all.ts';
import { REPORTER } from '../reports.ts';
import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

/** Indicators, documents, reports and their checker. */
export function reportAddresses({ reports }: World): Readonly<Record<string, Entry>> {
  return {
    '/indicators': page(REPORTER, '/indicators', '/indicators?area=staff', '/indicators?q=hgfd'),
    '/indicators/new': page('noi-vu', '/indicators/new'),
    '/indicators/search.json': file(REPORTER, '/indicators/search.json?q=bien'),
    '/indicators/:code{[A-Z0-9-]{1,40}}': page(REPORTER, '/indicators/BC-GIAO', '/indicators/HS-NHAN'),
    '/indicators/:code{[A-Z0-9-]{1,40}}/edit': page('noi-vu', '/indicators/BC-GIAO/edit'),
    '/indicators/:code{[A-Z0-9-]{1,40}}/retire': page('noi-vu', '/indicators/BC-GIAO/retire'),
    '/indicators/:code{[A-Z0-9-]{1,40}}/figures/new': page(REPORTER, '/indicators/BC-GIAO/figures/new'),
    '/observations/:id{[0-9]{1,15}}': page(REPORTER, '/observations/1'),
    '/observations/:id{[0-9]{1,15}}/withdraw': page('noi-vu', '/observations/1/withdraw'),
    '/documents': page(REPORTER, '/documents', '/documents?sure=doubtful&type=QĐ', '/documents?q=hgfd'),
    '/documents/new': page('noi-vu', '/documents/new'),
    '/documents/choices': file(REPORTER, '/documents/choices?q=3898'),
    '/documents/:id{[0-9]{1,15}}': page(REPORTER, '/documents/1'),
    '/documents/:id{[0-9]{1,15}}/edit': page('noi-vu', '/documents/1/edit'),
    '/documents/:id{[0-9]{1,15}}/withdrawal': page('noi-vu', '/documents/1/withdrawal'),
    '/report-check': page(REPORTER, '/report-check'),
    '/report-check/kept': page(REPORTER, '/report-check/kept'),
    '/report-check/kept/:id{[0-9]{1,15}}': page(REPORTER, `/report-check/kept/${reports.keptCheck}`),
    '/report-check/rules': page(REPORTER, '/report-check/rules'),
    '/report-check/rules/:code{[a-z0-9-]{1,60}}': page(
      REPORTER,
      ...RULES.map(({ code }) => `/report-check/rules/${code}`),
    ),
  };
}
