import type { Level, Section } from '#capabilities/reports/schema.ts';
import type { UnitFunction } from '#foundation/organisation/schema.ts';

type Described = {
  readonly owner?: UnitFunction;
  readonly guidance?: string;
  readonly body?: string;
  readonly isNumbered?: boolean;
  readonly isCollected?: boolean;
};

/** A section of a starter template; its key is its place in words, so that versions can be told apart later. */
export function section(
  key: string,
  level: Level,
  ...[title, described = {}]: [string, Described?]
): Section {
  const { owner, guidance = '', body = '', isNumbered = true, isCollected = false } = described;
  return {
    key,
    level,
    title,
    guidance,
    isNumbered,
    isCollected,
    owner: owner === undefined ? null : { function: owner },
    body: body.trim(),
    place: 'text',
  };
}

/** A table behind the report. */
export function annex(key: string, title: string, described: Pick<Described, 'owner' | 'body'>): Section {
  return { ...section(key, 1, title, described), place: 'annex' };
}

/** What stands before the first heading and behind the last one. */
export function plain(key: string, body: string): Section {
  return section(key, 1, '', { body, isNumbered: false });
}
