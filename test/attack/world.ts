import { guardedOf, type GuardIds } from '#test/guard.ts';
import { addFiles } from '#capabilities/dossiers/files/service.ts';
import { issueGuide } from '#capabilities/dossiers/slips/service.ts';
import { startDraft } from '#capabilities/procedures/drafts/service.ts';
import { startProcessDraft } from '#capabilities/processes/drafts/service.ts';
import { keepDrawnText } from '#capabilities/processes/exchange/service.ts';
import { keepImport } from '#capabilities/procedures/exchange/service.ts';
import { procedureVersionOn } from '#capabilities/procedures/service.ts';
import { issueResult } from '#capabilities/results/service.ts';
import { inTransaction, systemContext } from '#foundation/context.ts';
import { openRecovery } from '#foundation/access/second-factor/recovery/service.ts';
import { appointSubstitute } from '#foundation/people/posts/substitutions.ts';
import { actAs } from '#test/cast.ts';
import { clockOf, supplementOf } from '#test/clock.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { type RetentionIds, retentionIn } from '#test/disposals.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { groupsOf } from '#test/groups.ts';
import { type FeeIds, feesOf } from '#test/fees.ts';
import { failedJob } from '#test/jobs.ts';
import { parcelOf } from '#test/parcels.ts';
import { signEverything } from '#test/log.ts';
import { drawnProcess } from '#test/processes.ts';
import { betweenUnits, type UnitIds } from '#test/units.ts';
import { uploadOf } from '#test/uploads.ts';

/** The applicant of the dossier under attack, as only those concerned may read them. */
export const SECRETS = {
  idNumber: '052099777888',
  phone: '0905777888',
  email: 'rieng.tu@example.vn',
  address: 'Thôn Bí Mật, xã An Hòa',
} as const;

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

const RESULT = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/X 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

/** One of everything an address can name: all of it belongs to An Hòa or to the whole district. */
export type Target = {
  readonly number: string;
  readonly checkCode: string;
  readonly fileId: number;
  readonly slip: string;
  readonly slug: string;
  /** A group of dossiers. */
  readonly batch: string;
  readonly draft: number;
  readonly hash: string;
  /** A process in preparation, and a drawing kept for it. */
  readonly processDraft: number;
  readonly drawing: string;
  readonly officerId: number;
  readonly postId: number;
  readonly holdingId: number;
  readonly substitutionId: number;
  readonly accountId: number;
  readonly recoveryId: number;
  readonly sessionId: number;
  readonly actCode: string;
  readonly unitCode: string;
  readonly dayId: number;
  readonly eventCode: string;
  /** A background job that was given up. */
  readonly jobId: number;
  readonly retention: RetentionIds;
  /** What units have to do with each other about the dossier. */
  readonly units: UnitIds;
  /** What the applicant was told, and a parcel of papers on its way from them. */
  readonly noticeId: number;
  readonly orderId: number;
  readonly fees: FeeIds;
  readonly guarded: GuardIds;
  /** A result of the dossier in the register of An Hòa, with the code that everybody may have. */
  readonly resultId: number;
  readonly verifyCode: string;
};

export type AttackedWorld = { readonly system: TestSystem; readonly target: Target };

const EMPTY_CATALOGUE = JSON.stringify({ format: 'motcua-procedures/1', procedures: [] });
const BIRTH = 'dang-ky-khai-sinh';

/** The starter world with a dossier, a slip, a draft and a substitution in it. */
export async function openAttackedWorld(): Promise<AttackedWorld> {
  const system = await openTestWorld();
  const counter = await actAs(system, 'mot-cua.an-hoa');
  const number = await dossierWithScan(system);
  const slip = await issueGuide(counter, {
    slug: BIRTH,
    applicant: { kind: 'citizen', fullName: 'Đinh Văn A', ...SECRETS },
    items: [{ name: 'Giấy chứng sinh', kind: 'original', copies: 1, note: '' }],
    reason: 'Giấy tờ chưa đúng quy định.',
    legalBasis: ['general'],
    otherBasis: '',
  });
  const { id: resultId, verifyCode } = await resultOf(system, number);
  const orderId = await parcelOf(system, number, 'from-applicant');
  const fees = await feesOf(system, number);
  await signEverything(system);
  const names = await named(system);
  const recoveryId = await recoveryOf(system, names.accountId);
  const jobId = await failedJob(system);
  const retention = await retentionIn(system, number);
  const { batch } = await groupsOf(system);
  const units = await betweenUnits(system, { number, login: 'mot-cua.an-hoa' });
  await clockOf(system, number);
  const waiting = await receivedDossier(system);
  await supplementOf(system, { number: waiting.number, login: 'mot-cua.an-hoa', by: 'tu-phap.an-hoa' });
  return {
    system,
    target: {
      number,
      slip,
      slug: BIRTH,
      batch,
      recoveryId,
      jobId,
      retention,
      units,
      orderId,
      fees,
      guarded: await guardedOf(system, number),
      resultId,
      verifyCode,
      ...(await preparedBy(system)),
      ...names,
    },
  };
}

async function dossierWithScan(system: TestSystem): Promise<string> {
  const counter = await actAs(system, 'mot-cua.an-hoa');
  const applicant = { kind: 'citizen' as const, fullName: 'Nguyễn Thị B', representative: '', ...SECRETS };
  const { number } = await receivedDossier(system, { change: { applicant } });
  const place = { number, purpose: 'other' as const, paperPosition: null };
  await addFiles(counter, place, [await uploadOf(system, PDF, { name: 'quet.pdf' })]);
  const result = { ...place, purpose: 'result' as const };
  await addFiles(counter, result, [await uploadOf(system, RESULT, { name: 'ket-qua.pdf' })]);
  return number;
}

async function resultOf(system: TestSystem, number: string) {
  const { rows } = await system.superuser.query<{ id: string; unit: string }>(
    'select id, receiving_unit_id as unit from dossiers where number = $1',
    [number],
  );
  const ctx = await systemContext(system, 'world');
  return inTransaction(ctx, async (tx) =>
    issueResult(tx, { dossierId: Number(rows[0]?.id), unitId: Number(rows[0]?.unit), title: 'Kết quả thử' }),
  );
}

/** A recovery that waits for the word of a leader or of another administrator. */
async function recoveryOf(system: TestSystem, accountId: number): Promise<number> {
  const administrator = await actAs(system, 'quan-tri');
  return (await openRecovery(administrator, { accountId, reason: 'mất điện thoại' })).id;
}

/** What home affairs and a chairman have under way. */
async function preparedBy(system: TestSystem) {
  const homeAffairs = await actAs(system, 'noi-vu');
  const version = await procedureVersionOn(homeAffairs, BIRTH, '2020-04-28');
  if (!version) throw new Error('The starter has no registration of births');
  const { number: draft } = await startDraft(homeAffairs, { procedureId: version.procedureId });
  const hash = await keepImport(
    homeAffairs,
    await uploadOf(system, new TextEncoder().encode(EMPTY_CATALOGUE)),
  );
  const { number: processDraft } = await startProcessDraft(homeAffairs, version);
  const drawing = await keepDrawnText(homeAffairs, await drawnProcess(homeAffairs, BIRTH));
  const chairman = await actAs(system, 'chu-tich.an-hoa');
  const deputy = await actAs(system, 'van-thu.an-hoa');
  const substitutionId = await appointSubstitute(chairman, {
    postId: chairman.actor?.post.postId ?? 0,
    substituteId: deputy.actor?.officerId ?? 0,
    from: '2020-04-29',
    until: '2020-04-30',
    reason: 'họp tại tỉnh',
  });
  return { draft, hash, processDraft, drawing, substitutionId };
}

/** Identifiers as somebody would guess them, read behind the application's back. */
async function named(system: TestSystem) {
  const { rows } = await system.superuser.query<
    Omit<
      Target,
      | 'number'
      | 'slip'
      | 'slug'
      | 'batch'
      | 'draft'
      | 'hash'
      | 'processDraft'
      | 'drawing'
      | 'recoveryId'
      | 'jobId'
      | 'retention'
      | 'units'
      | 'orderId'
      | 'guarded'
      | 'fees'
      | 'resultId'
      | 'verifyCode'
    >
  >(`
    select a.id::int as "accountId", o.id::int as "officerId", p.id::int as "postId", h.id::int as "holdingId",
      999 as "sessionId", 'xa-an-hoa' as "unitCode",
      (select code from unit_acts where state = 'prepared' order by effective_on, code limit 1) as "actCode",
      (select id::int from special_days order by id limit 1) as "dayId",
      (select code from life_events order by code limit 1) as "eventCode",
      (select id::int from dossier_files limit 1) as "fileId",
      (select min(id)::int from notices) as "noticeId",
      (select check_code from dossiers limit 1) as "checkCode"
    from accounts a join officers o on o.id = a.officer_id join post_holdings h on h.officer_id = o.id
      join posts p on p.id = h.post_id
    where a.login = 'tu-phap.an-hoa'`);
  const [row] = rows;
  if (!row) throw new Error('The cast has no specialist');
  return row;
}
