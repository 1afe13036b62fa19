import { RULES } from '#kernel/report/rules/all.ts';
import { REPORTER } from '../reports.ts';
import { type Entry, page } from './entry.ts';
import type { World } from './world.ts';

/** Indicators, documents, reports and their checker. */
export function reportAddresses({ reports }: World): Readonly<Record<string, Entry>> {
  return {
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
