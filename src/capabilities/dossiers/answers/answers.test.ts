import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDateOf } from '#kernel/local-date.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { keepDefinition } from '#capabilities/processes/service.ts';
import { procedureVersionOn } from '#capabilities/procedures/service.ts';
import { systemContext } from '#foundation/context.ts';
import { raiseRevision } from '#platform/database/revision.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { passOn } from '../service.ts';
import { activeStep } from '../state.ts';
import { changeAnswers } from './service.ts';

const SLUG = 'hoa-giai-tranh-chap-dat-dai';
let system: TestSystem;
let field: string;

/** A process that goes another way when the first number of the procedure's form is more than 100. */
function processAsking(name: string): ProcessDefinition {
  const step = (id: string, role: string) => ({
    kind: 'user-task' as const,
    id,
    name: id,
    lane: null,
    quotaMinutes: 60,
    unitRole: { scope: 'reception', function: null, role },
  });
  const arrow = (from: string, to: string, condition: string | null = null) => ({
    id: `${from}-${to}`,
    name: '',
    from,
    to,
    condition,
  });
  return {
    id: SLUG,
    name: 'Hỏi tờ khai',
    lanes: [],
    nodes: [
      { kind: 'start-event', id: 'start', name: '', lane: null },
      step('receive', 'one-stop'),
      { kind: 'exclusive-gateway', id: 'size', name: '', lane: null, defaultFlow: 'size-small' },
      step('large', 'chairman'),
      step('small', 'specialist'),
      step('give', 'one-stop'),
      { kind: 'end-event', id: 'end', name: '', lane: null, how: 'none', errorCode: null },
    ],
    flows: [
      arrow('start', 'receive'),
      arrow('receive', 'size'),
      arrow('size', 'large', `form.${name} != null and form.${name} = "Lớn"`),
      arrow('size', 'small'),
      arrow('large', 'give'),
      arrow('small', 'give'),
      arrow('give', 'end'),
    ],
  };
}

beforeAll(async () => {
  system = await openTestWorld();
  const ctx = await systemContext(system, 'test');
  const version = await procedureVersionOn(ctx, SLUG, localDateOf(ctx.now));
  field = version?.content.eform.find(({ type }) => type === 'text' || type === 'textarea')?.name ?? '';
  const definition = processAsking(field);
  const id = await keepDefinition(ctx, definition);
  await system.superuser.query(
    'update process_versions set definition_id = $1, definition = $2 where procedure_id = $3',
    [id, JSON.stringify(definition), version?.procedureId],
  );
  await raiseRevision(ctx.db, 'procedure_revisions');
});
afterAll(async () => system.close());

const counter = async () => actAs(system, 'mot-cua.an-hoa');

describe('What the form says', () => {
  test('decides which way the dossier goes', async () => {
    const ctx = await counter();
    for (const [answer, step] of [
      ['Lớn', 'large'],
      ['Nhỏ', 'small'],
    ] as const) {
      const received = await receivedDossier(system, {
        slug: SLUG,
        change: { answers: { [field]: answer } },
      });
      const { number, sequence } = received;
      const state = await passOn(ctx, { number, sequence, note: '', officerId: null });
      expect(activeStep(state)?.node).toBe(step);
    }
  });

  test('is asked for at the counter when the form must say it', async () => {
    await expect(receivedDossier(system, { slug: SLUG, change: { answers: {} } })).rejects.toThrow(
      /^Hãy ghi: /,
    );
  });

  test('is put right before the gateway, and counts from then on', async () => {
    const ctx = await counter();
    const received = await receivedDossier(system, { slug: SLUG, change: { answers: { [field]: 'Nhỏ' } } });
    const { number, sequence } = received;
    const changed = await changeAnswers(ctx, { number, sequence, answers: { [field]: 'Lớn' } });
    const state = await passOn(ctx, { number, sequence: changed.sequence, note: '', officerId: null });
    expect(activeStep(state)?.node).toBe('large');
    const again = { number, sequence: state.sequence, answers: { [field]: 'Nhỏ' } };
    await expect(changeAnswers(ctx, again)).rejects.toThrow(/thuộc đơn vị hoặc vị trí khác/);
  });
});
