/** The registers of results as officials see them: what shows persons is recorded with the dossiers it is about. */
import { refuse } from '#kernel/refusal.ts';
import type { ResultChange } from '#capabilities/results/changes/schema.ts';
import { changesOf } from '#capabilities/results/changes/service.ts';
import type { Result, ResultFile, ResultQuery } from '#capabilities/results/schema.ts';
import { downloadsOf, issueResult, listResults, resultById } from '#capabilities/results/service.ts';
import { authorise, requireActor, unitsActedFor, unitsWith } from '#foundation/access/authorise.ts';
import type { Permission } from '#foundation/access/rules.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { loadReadable } from '../frame.ts';
import { mayReadPersonal, noteReads } from '../reads/service.ts';
import type { FurtherInput } from './schema.ts';

/** A page of the register, or all of it for a file. */
export async function register(ctx: Context, query: ResultQuery, whole = false) {
  return inTransaction(ctx, async (tx) => {
    const list = await listResults(tx, query, whole);
    const ids = [...new Set(list.rows.map(({ dossierId }) => dossierId))];
    await noteReads(tx, { subject: 'dossier', ids, manner: whole ? 'exported' : 'listed' });
    return list;
  });
}

/** What the actor may do with a result now. */
export type ResultActs = { readonly enter: boolean; readonly propose: boolean; readonly answer: boolean };

export type ResultPage = {
  readonly result: Result;
  readonly changes: readonly ResultChange[];
  readonly download: { readonly firstAt: Date; readonly times: number } | null;
  readonly acts: ResultActs;
};

export async function resultPage(ctx: Context, id: number): Promise<ResultPage> {
  return inTransaction(ctx, async (tx) => {
    const result = await resultById(tx, id);
    await noteReads(tx, { subject: 'dossier', ids: [result.dossierId], manner: 'opened' });
    const changes = await changesOf(tx, id);
    const open = changes.find(({ outcome }) => outcome === null);
    const stands = result.standing === 'issued' && result.disposedAt === null;
    const may = async (permission: Permission): Promise<boolean> => {
      const units = await unitsWith(tx, permission);
      return stands && (units === null || units.includes(result.unitId));
    };
    const isOwn = open?.proposedBy === requireActor(tx).officerId;
    const acts = {
      enter: await may('result.enter'),
      propose: open === undefined && (await may('result.propose')),
      answer: open !== undefined && !isOwn && (await may('result.decide')),
    };
    return { result, changes, acts, download: (await downloadsOf(tx, result.dossierId)).get(id) ?? null };
  });
}

/** The electronic document of a result, which shows persons in full. */
export async function openResultFile(ctx: Context, id: number): Promise<ResultFile> {
  return inTransaction(ctx, async (tx) => {
    const { file, dossierId, dossierNumber } = await resultById(tx, id);
    const { state } = await loadReadable(tx, dossierNumber);
    if (!(await mayReadPersonal(tx, state))) {
      refuse('forbidden', 'Kết quả có đầy đủ thông tin cá nhân nên vị trí của bạn không mở được tệp.');
    }
    await noteReads(tx, {
      subject: 'dossier',
      ids: [dossierId],
      manner: 'file-opened',
      detail: `result ${id}`,
    });
    return file ?? refuse('missing', 'Kết quả này chưa có tệp điện tử.');
  });
}

/** Enters one more result of a dossier into the register of the actor's unit, which takes part in it. */
export async function issueFurther(
  ctx: Context,
  { number, ...input }: FurtherInput,
): Promise<{ readonly id: number }> {
  return inTransaction(ctx, async (tx) => {
    const { id, state } = await resolvedHere(tx, number, 'lock');
    if (state.result === null) {
      refuse('conflict', 'Hãy nhập kết quả chính của hồ sơ trước, rồi ghi thêm kết quả khác.');
    }
    return issueResult(tx, { ...input, dossierId: id, unitId: requireActor(tx).post.unitId, file: null });
  });
}

/** A dossier in which a unit of the actor takes part, for entering results of it. */
export async function resolvedHere(ctx: Context, number: string, how: 'lock' | 'read' = 'read') {
  await authorise(ctx, 'result.enter', requireActor(ctx).post.unitId);
  const loaded = await loadReadable(ctx, number, how);
  const units = await unitsActedFor(ctx);
  if (!loaded.state.steps.some(({ unitId }) => units.includes(unitId))) {
    refuse('forbidden', 'Đơn vị của bạn không giải quyết hồ sơ này nên không vào sổ kết quả được.');
  }
  return loaded;
}
