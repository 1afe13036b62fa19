import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROLES } from '#foundation/access/roles.ts';
import type { TestSystem } from '#test/database.ts';
import type { Visited, Visitor } from '#test/visitor.ts';
import { filledHonestly, type FoundForm, formsOf } from './forms.ts';
import { READING } from './matrix.ts';
import { OPEN_WRITES, OWN_WRITES } from './writing.ts';
import { answerFor, mayTry, type Related } from './relations.ts';
import { AFTER, BEFORE, peopleIn, type Relation } from './relations-world.ts';
import { addressOf, appOf, liveRoutes } from './routes.ts';
import { type AttackedWorld, openAttackedWorld } from './world.ts';

/** In one run every fifth cell of an address is asked, another fifth of the next one; with `RELATIONS=all` each. */
const SHARE = process.env['RELATIONS'] === 'all' ? 1 : 5;

function asked<Cell>(cells: readonly Cell[], at: number): readonly Cell[] {
  return cells.filter((_, index) => (index + at) % SHARE === 0);
}

/** The cells of some relations: every address and every write of the live router, every role. */
export function relationsHold(
  relations: readonly Relation[],
  prepare: (system: TestSystem) => Promise<void>,
): void {
  let world: AttackedWorld;
  let people: ReadonlyMap<string, Visitor>;
  beforeAll(async () => {
    world = await openAttackedWorld();
    await prepare(world.system);
    people = await peopleIn(world.system, relations);
  }, 300_000);
  afterAll(async () => world.system.close());

  const cells = ROLES.flatMap((role) => relations.map((relation) => ({ role, relation })));
  const visitor = (name: string): Visitor => people.get(name) ?? fail(name);

  test.each(Object.keys(READING).map((pattern, at) => [pattern, at] as const))(
    '%s answers as expected',
    async (pattern, at) => {
      // Every cell has an expectation, also one that is not asked this time.
      const expected = new Map(cells.map((cell) => [cell, answerFor(pattern, cell.role, cell.relation)]));
      for (const cell of asked(cells, at)) {
        const name = `${cell.role} ${cell.relation}`;
        const answer = answerOf(await visitor(name).get(addressOf(pattern, world.target)));
        expect([name, answer]).toEqual([name, expected.get(cell)]);
      }
    },
    60_000,
  );

  /** Writes that a cell may not try, with the fields of the form as An Hòa's own officers are shown it, if they are. */
  const forbidden = async (): Promise<readonly Forbidden[]> => {
    const forms = await formsOfTheirs(visitor, world, relations);
    const sequence = await sequenceOf(world);
    const writes = liveRoutes(appOf(world.system)).filter(({ method }) => method !== 'GET');
    return writes
      .filter(({ pattern }) => !OPEN_WRITES.includes(pattern) && !OWN_WRITES.test(pattern))
      .flatMap(({ pattern }, at) => {
        const address = addressOf(pattern, world.target);
        const form = forms.get(address);
        return asked(cells, at)
          .filter(({ role, relation }) => !mayTry(pattern, role, relation))
          .map((cell) => ({
            ...cell,
            pattern,
            address,
            fields: form ? withoutPost(filledHonestly(form)) : plain(pattern, sequence),
          }));
      });
  };

  test('Every write says no to whoever may not try it, with what belongs in it', async () => {
    const done: string[] = [];
    const tries = await forbidden();
    for (const { role, relation, pattern, address, fields } of tries) {
      const { status } = await visitor(`${role} ${relation}`).post(address, fields);
      // Whoever sees the dossier may be told what is missing in a form before they are told no.
      const isNo = status === 403 || status === 404 || (status === 422 && !('sequence' in fields));
      if (!isNo) done.push(`${pattern} ${role} ${relation}: ${status}`);
    }
    expect(done).toEqual([]);
    expect(tries.length).toBeGreaterThan((ROLES.length * relations.length * 20) / SHARE);
    expect(tries.filter(({ fields }) => Object.keys(fields).length > 1).length).toBeGreaterThan(50 / SHARE);
    expect(await deedsOf(world.system)).toEqual([]);
  }, 600_000);
}

/** What a step's form sends at least; it is shown only while the step is there to be taken. */
function plain(pattern: string, sequence: string): Forbidden['fields'] {
  return pattern.startsWith('/dossiers/:number/') && !pattern.includes('files') ? { sequence, note: '' } : {};
}

async function sequenceOf({ system, target }: AttackedWorld): Promise<string> {
  const { rows } = await system.superuser.query<{ sequence: number }>(
    'select sequence from dossiers where number = $1',
    [target.number],
  );
  return String(rows[0]?.sequence);
}

/** What the people of this file have done, by their logins; the first receipt that is shown makes an agency's key. */
async function deedsOf(system: TestSystem): Promise<readonly unknown[]> {
  const { rows } = await system.superuser.query(
    `select a.login, e.stream, e.kind from history_events e join accounts a on a.id = e.account_id
     where (e.stream, e.kind) <> ('unit-key', 'made') and a.login = any (select r || '.' || u from unnest($1::text[]) r, unnest($2::text[]) u)`,
    [ROLES, [...BEFORE, ...AFTER].map((relation) => relation.toLowerCase())],
  );
  return rows;
}

/** A form made in the name of another post is refused for that alone; here it is asked what else would be. */
function withoutPost(fields: Forbidden['fields']): Forbidden['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'actingPost'));
}

type Forbidden = {
  readonly role: string;
  readonly relation: Relation;
  readonly pattern: string;
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** The forms that those are shown who may send them. */
async function formsOfTheirs(
  visitor: (name: string) => Visitor,
  world: AttackedWorld,
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, FoundForm>> {
  const forms = new Map<string, FoundForm>();
  const [first = 'own'] = relations;
  for (const pattern of Object.keys(READING)) {
    for (const role of ROLES) {
      const { html } = await visitor(`${role} ${first}`).get(addressOf(pattern, world.target));
      for (const form of formsOf(html)) if (!forms.has(form.action)) forms.set(form.action, form);
    }
  }
  return forms;
}

function fail(name: string): never {
  throw new Error(`Nobody is ${name}`);
}

function answerOf({ status, location }: Visited): Related | number {
  if (status === 200) return 'page';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  // The unit does not do this at all, which is said with what it does.
  if (status === 409) return 'nothing';
  if (status === 303) return location?.startsWith('/sign-in') ? 'sign-in' : 'elsewhere';
  return location === null ? status : 'elsewhere';
}
