import { proposeChange } from '#capabilities/results/changes/service.ts';
import { keepInVault, takeFromVault } from '#capabilities/vault/service.ts';
import { inTransaction } from '#foundation/context.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';

/** A paper in the store of the person of a dossier, kept by the counter of An Hòa; its numbers. */
export async function keptPaper(system: TestSystem, number: string, name: string) {
  const { rows } = await system.superuser.query<{ id: string; applicant: string }>(
    'select id, applicant_id as applicant from dossiers where number = $1',
    [number],
  );
  const [dossierId = 0, applicantId = 0] = [rows[0]?.id, rows[0]?.applicant].map(Number);
  const stored = await system.files.put(Buffer.from(`Bản số hóa của ${name}`));
  const file = { ...stored, name: 'giấy.pdf', mediaType: 'application/pdf', pages: 1, archival: '' };
  const paper = { name, documentNumber: '7', issuedOn: null, issuedBy: '', validTo: null };
  const kept = { applicantId, dossierId, paper, file, purpose: 'papers', consent: 'applicant' } as const;
  const counter = await actAs(system, 'mot-cua.an-hoa');
  const itemId = await inTransaction(counter, async (tx) => keepInVault(tx, kept));
  return { applicantId, dossierId, itemId };
}

/** One that was taken into the dossier. */
export async function usedPaper(system: TestSystem, number: string): Promise<void> {
  const paper = await keptPaper(system, number, 'Giấy tờ dùng lại');
  const counter = await actAs(system, 'mot-cua.an-hoa');
  await inTransaction(counter, async (tx) => takeFromVault(tx, { ...paper, paperPosition: 0 }));
}

/** Somebody wants to revoke the result of a dossier of An Hòa. Answers which result. */
export async function proposedRevocation(system: TestSystem, number: string): Promise<number> {
  const { rows } = await system.superuser.query<{ id: string }>(
    'select r.id from results r join dossiers d on d.id = r.dossier_id where d.number = $1',
    [number],
  );
  const id = Number(rows[0]?.id);
  await proposeChange(await actAs(system, 'tu-phap.an-hoa'), id, {
    kind: 'revocation',
    decisionNumber: '21/QĐ-UBND',
    decidedOn: '2020-04-28',
    reason: 'Người yêu cầu nộp giấy tờ không đúng sự thật',
    wanted: null,
  });
  return id;
}
