import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#app/command/commands.ts';
import { systemContext } from '#foundation/context.ts';
import { recoverAccount, resetAccountPassword } from '#foundation/people/command.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';

/**
 * Who may run a command: whoever can read the files of the installation, which are the operator's alone (mode 0600 and
 * 0700). They could read the database anyway, so nobody is asked who they are; instead what a command changes is kept.
 */
const COMMANDS: Readonly<Record<string, 'serves' | 'reads' | 'keeps files' | 'in history' | 'in the log'>> = {
  start: 'serves',
  due: 'reads',
  lint: 'reads',
  'account list': 'reads',
  'account reset': 'in history',
  'account recover': 'in history',
  'account create-admin': 'in history',
  check: 'reads',
  'log status': 'reads',
  'log verify': 'reads',
  'log recover': 'in history',
  'log settle': 'in history',
  'log receipt': 'reads',
  'log compare': 'reads',
  'log witness': 'in the log',
  backup: 'keeps files',
  restore: 'keeps files',
  'keys status': 'reads',
  'keys rotate': 'keeps files',
  'keys reseal': 'keeps files',
  'keys retire': 'keeps files',
  migrate: 'keeps files',
  starter: 'in history',
};

/** Commands with the acts that their words name: `account reset`. A word in capitals is what a person fills in. */
function acts(): readonly string[] {
  return commands.flatMap(({ name, words = '' }) => {
    const verbs = words.split('|').map((word) => /^[a-z][a-z-]*/.exec(word.trim())?.[0]);
    const named = verbs.filter((verb) => verb !== undefined);
    return named.length === 0 ? [name] : named.map((verb) => `${name} ${verb}`);
  });
}

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

test('Every command and every act of it has an expectation, and every expectation a command', () => {
  expect(acts().toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
});

describe('A command that changes an account', () => {
  test.each([
    ['reset', resetAccountPassword, 'password-reset'],
    ['recover', recoverAccount, 'recovered-by-operator'],
  ] as const)('(%s) is in the history as the deed of no officer', async (_name, run, kind) => {
    const ctx = await systemContext(system, 'account command');
    await run(ctx, 'tu-phap.an-hoa');
    const { rows } = await system.superuser.query(
      `select kind, officer_id, account_id, request_id from history_events where kind = $1`,
      [kind],
    );
    expect(rows).toEqual([{ kind, officer_id: null, account_id: null, request_id: 'account command' }]);
  });
});

describe('From the network', () => {
  const pages = globSync('src/{app/web,web,foundation,capabilities}/**/*.{ts,tsx}').filter(
    (path) => !path.includes('.test.'),
  );

  test('no command can be reached', () => {
    expect(pages.length).toBeGreaterThan(300);
    for (const path of pages)
      expect([path, readFileSync(path, 'utf8').includes('app/command')]).toEqual([path, false]);
  });

  test('no form leads to what asks nobody who they are', () => {
    const unasked =
      /\b(?:recoverByOperator|setOneTimePassword|recoverAccount|createFirstAdministrator|addAccount)\b/;
    for (const path of pages.filter((one) => /routes\.tsx?$|one-time\.tsx$|views\.tsx$/.test(one))) {
      expect([path, unasked.test(readFileSync(path, 'utf8'))]).toEqual([path, false]);
    }
  });
});
