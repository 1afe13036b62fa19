import { ask, endAsking } from '#capabilities/dossiers/consultation/service.ts';
import { readConsultations } from '#capabilities/dossiers/consultation/store.ts';
import { insertList } from '#capabilities/dossiers/custody/lists/store.ts';
import { insertDiscrepancy, readDiscrepancies } from '#capabilities/dossiers/custody/store.ts';
import { answerDiscrepancy } from '#capabilities/dossiers/custody/service.ts';
import { annotate } from '#capabilities/dossiers/frame.ts';
import { takeNumbers } from '#capabilities/dossiers/intake/store.ts';
import { openByHand } from '#capabilities/dossiers/linked/service.ts';
import { addNote, addTag } from '#capabilities/dossiers/notes/service.ts';
import { readNotes } from '#capabilities/dossiers/notes/store.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';

export type UnitIds = {
  readonly listId: number;
  readonly discrepancyId: number;
  readonly consultationId: number;
  readonly noteId: number;
};

type About = { readonly number: string; readonly login: string };

/**
 * Everything that units have to do with each other about one dossier, whose step the member of the cast has in hand: a list of
 * the courier, something missing, an opinion that was asked and taken back, a note and a word.
 */
export async function betweenUnits(system: TestSystem, about: About): Promise<UnitIds> {
  const ctx = await actAs(system, about.login);
  const { number } = about;
  const dossierId = await idOf(system, number);
  await missing(ctx, number);
  await asked(system, about);
  await addNote(ctx, { number, text: 'Ghi chú giữa cán bộ.' });
  await addTag(ctx, { number, tag: 'chờ xác minh' });
  const [found] = await readDiscrepancies(ctx.db, dossierId);
  const id = found?.id ?? 0;
  await answerDiscrepancy(ctx, { number, id, answer: 'sends-after', note: 'gửi trong tuần' });
  const [consultation] = await readConsultations(ctx.db, dossierId);
  const [note] = await readNotes(ctx.db, dossierId);
  return {
    listId: await listOf(ctx, dossierId),
    discrepancyId: id,
    consultationId: consultation?.id ?? 0,
    noteId: note?.id ?? 0,
  };
}

/** The same with a dossier opened out of it. */
export async function withLinked(
  system: TestSystem,
  { number, login }: About,
  procedure: string,
): Promise<void> {
  const sequence = await sequenceOf(system, number);
  await openByHand(await actAs(system, login), { number, sequence, procedure });
}

async function missing(ctx: Context, number: string): Promise<void> {
  const { officerId, post } = actorOf(ctx);
  const units = { fromUnitId: post.unitId, toUnitId: post.unitId };
  await annotate(ctx, number, async (tx, { id: dossierId }) => {
    const row = { dossierId, ...units, paper: 'Tờ khai', kind: 'missing' as const, note: 'không có' };
    const discrepancyId = await insertDiscrepancy(tx.db, { ...row, foundBy: officerId, foundAt: tx.now });
    return [{ kind: 'discrepancy-found', payload: { discrepancyId, kind: 'missing', ...units } }];
  });
}

/** The same department asked again, so that nobody may pass the dossier on before it has answered; answers its number. */
export async function askRequired(system: TestSystem, { number, login }: About): Promise<number> {
  const ctx = await actAs(system, login);
  const toUnitId = await askedUnit(ctx);
  const sequence = await sequenceOf(system, number);
  const question = 'Đề nghị xác nhận trước khi ký.';
  await ask(ctx, { number, sequence, toUnitId, question, dueOn: '2020-05-08', isRequired: true });
  return (await readConsultations(ctx.db, await idOf(system, number))).at(-1)?.id ?? 0;
}

async function askedUnit(ctx: Context): Promise<number> {
  const { units } = await organisationNow(ctx);
  return [...units.values()].find(({ code }) => code === 'phong-giao-duc-dao-tao')?.id ?? 0;
}

/** Asked of a department, and taken back: it sees the dossier no more. */
async function asked(system: TestSystem, { number, login }: About): Promise<void> {
  const ctx = await actAs(system, login);
  const toUnitId = await askedUnit(ctx);
  const sequence = await sequenceOf(system, number);
  const question = 'Đề nghị cho ý kiến về hồ sơ này.';
  await ask(ctx, { number, sequence, toUnitId, question, dueOn: '2020-05-08', isRequired: false });
  const [one] = await readConsultations(ctx.db, await idOf(system, number));
  await endAsking(ctx, { number, id: one?.id ?? 0, how: 'withdrawn', reason: 'không cần nữa' });
}

async function listOf(ctx: Context, dossierId: number): Promise<number> {
  const { officerId, post } = actorOf(ctx);
  const { unitId } = post;
  return inTransaction(ctx, async (tx) => {
    const [line = 0] = await takeNumbers(tx.db, [{ unitId, book: 'courier-list', day: '2020-01-01' }]);
    const head = { unitId, toUnitId: unitId, year: 2020, line };
    const items = [{ dossierId, handedAt: tx.now }];
    const id = await insertList(tx.db, { ...head, madeBy: officerId, madeAt: tx.now }, items);
    const payload = { ...head, items: [{ dossierId, handedAt: tx.now.toISOString() }] };
    await record(tx, { name: 'courier-list', id, after: 0 }, [{ kind: 'made', payload }]);
    return id;
  });
}

function actorOf({ actor }: Context) {
  if (!actor) throw new Error('Nobody acts');
  return actor;
}

async function idOf(system: TestSystem, number: string): Promise<number> {
  const { rows } = await system.superuser.query<{ id: string }>('select id from dossiers where number = $1', [
    number,
  ]);
  return Number(rows[0]?.id);
}

async function sequenceOf(system: TestSystem, number: string): Promise<number> {
  const { rows } = await system.superuser.query<{ sequence: number }>(
    'select sequence from dossiers where number = $1',
    [number],
  );
  return rows[0]?.sequence ?? 0;
}
