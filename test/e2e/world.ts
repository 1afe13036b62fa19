import { guardedOf } from '#test/guard.ts';
import { makeLists } from '#capabilities/dossiers/custody/lists/service.ts';
import { addFiles } from '#capabilities/dossiers/files/service.ts';
import { proposeChange } from '#capabilities/results/changes/service.ts';
import { issueGuide } from '#capabilities/dossiers/slips/service.ts';
import { startDraft } from '#capabilities/procedures/drafts/service.ts';
import { startProcessDraft } from '#capabilities/processes/drafts/service.ts';
import { keepDrawnText } from '#capabilities/processes/exchange/service.ts';
import { catalogueFile, keepImport } from '#capabilities/procedures/exchange/service.ts';
import { keepPapers, vaultOf } from '#capabilities/dossiers/vault/service.ts';
import { viewDossier } from '#capabilities/dossiers/view/service.ts';
import { procedureVersionOn } from '#capabilities/procedures/service.ts';
import { disableAccount } from '#foundation/access/accounts/service.ts';
import { openRecovery } from '#foundation/access/second-factor/recovery/service.ts';
import { addOfficer } from '#foundation/people/officers/service.ts';
import { appointSubstitute } from '#foundation/people/posts/substitutions.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { actAs } from '../cast.ts';
import type { TestSystem } from '../database.ts';
import { type ReportIds, reportsOf } from '../reports.ts';
import { retentionIn } from '../disposals.ts';
import { groupsOf } from '../groups.ts';
import { type FeeIds, feesOf } from '../fees.ts';
import { failedJob } from '../jobs.ts';
import { failedNotice } from '../notices.ts';
import { failedParcelOf } from '../parcels.ts';
import { png } from '../pictures.ts';
import { clockOf, supplementOf } from '../clock.ts';
import { signEverything } from '../log.ts';
import { COUNTER, drawnProcess, OFFICIAL, publishFor } from '../processes.ts';
import { end, processOf, start, task } from '#kernel/process/process.fixture.ts';
import { askRequired, betweenUnits, type UnitIds } from '../units.ts';
import { uploadOf } from '../uploads.ts';
import { seedWeek, type Week } from './seed.ts';

/** A picture of one point: a file that may be kept with a dossier. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Numbers and ids by which the pages of the busy world are found. */
export type World = {
  readonly week: Week;
  readonly code: string;
  /** Of a result, for everybody. */
  readonly verifyCode: string;
  readonly draft: number;
  readonly importHash: string;
  /** A process in preparation, and a drawing kept for it. */
  readonly processDraft: number;
  readonly drawing: string;
  /** A group of dossiers, and a workbook that was looked at. */
  readonly batch: string;
  readonly plan: string;
  /** A guide slip. */
  readonly slip: string;
  readonly fees: FeeIds;
  readonly reports: ReportIds;
  /** A list of the courier, and what is between units about the dossier that was taken. */
  readonly units: UnitIds & { readonly officerId: string; readonly requiredId: number };
  readonly id: Readonly<Record<Known, string>>;
};

type Known =
  | 'file'
  | 'officer'
  | 'withoutAccount'
  | 'post'
  | 'holding'
  | 'substitution'
  | 'account'
  | 'passkey'
  | 'recovery'
  | 'disabled'
  | 'day'
  | 'job'
  | 'change'
  | 'migration'
  | 'unclear'
  | 'disposal'
  | 'proposal'
  | 'rule'
  | 'notice'
  | 'parcel'
  | 'result'
  | 'changed'
  | 'scan';

const NEWER_STEPS = [
  { ...task('nhan'), name: 'Tiếp nhận hồ sơ', unitRole: COUNTER },
  { ...task('xet'), name: 'Thẩm tra hồ sơ', unitRole: OFFICIAL },
  { ...task('tra'), name: 'Trả kết quả', unitRole: COUNTER },
];

const OFFICER = 'select officer_id from accounts where login = $1';
const ACCOUNT = 'select id from accounts where login = $1';

/** A world in which every page has something to show: the week, a draft, an import, an absence, a locked account. */
export async function openBusyWorld(system: TestSystem): Promise<World> {
  const week = await seedWeek(system);
  const one = async (query: string, ...values: readonly string[]) => valueOf(system, query, values);
  await addPicture(system, week.fresh);
  const issued = await issuedIn(system, week);
  const post = await one(
    `select post_id from post_holdings where officer_id = (${OFFICER})`,
    'tu-phap.an-hoa',
  );
  const catalogue = await prepareCatalogue(system);
  const people = await changePeople(system, post, Number(await one(OFFICER, 'van-hoa-xa-hoi.an-hoa')));
  const disabled = await one(ACCOUNT, 'van-thu.huyen');
  await disableAccount(await actAs(system, 'quan-tri'), { accountId: Number(disabled), reason: 'Nghỉ hưu' });
  const retention = await retentionIn(system, week.ready);
  for (const login of ['mot-cua.an-hoa', 'chu-tich.an-hoa', 'thanh-tra']) {
    await viewDossier(await actAs(system, login), week.ready);
  }
  await one(
    `insert into log_recipients (address, added_at) values ($1, '2020-04-27') returning id`,
    'giu-nhat-ky@example.vn',
  );
  const fees = await feesOf(system, week.fresh);
  await clockOf(system, week.fresh);
  await supplementOf(system, { number: week.claimed, login: 'tu-phap.an-hoa', by: 'mot-cua.an-hoa' });
  await signEverything(system);
  const units = await unitsIn(system, week);
  const guarded = await guardedOf(system, week.fresh);
  // Guardianships of the week are on an older version from now on.
  const newer = processOf([start(), ...NEWER_STEPS, end()], 'start > nhan > xet > tra > end');
  await publishFor(system, 'dang-ky-giam-ho', { definition: newer, from: '2020-04-28' });
  return {
    week,
    units,
    fees,
    ...catalogue,
    ...(await groupsOf(system)),
    reports: await reportsOf(system),
    verifyCode: issued.verifyCode,
    slip: await guide(system),
    code: await one('select check_code from dossiers where number = $1', week.ready),
    id: {
      ...people,
      ...issued.id,
      post,
      disabled,
      file: await one('select id from dossier_files limit 1'),
      officer: await one(OFFICER, 'tu-phap.an-hoa'),
      holding: await one('select id from post_holdings where post_id = $1', post),
      account: await one(ACCOUNT, 'mot-cua.an-toan'),
      passkey: await passkeyOf(system, 'mot-cua.an-hoa'),
      recovery: await recoveryOf(system, Number(await one(ACCOUNT, 'mot-cua.an-toan'))),
      job: String(await failedJob(system)),
      change: String(guarded.changeId),
      migration: String(guarded.migrationId),
      unclear: String(guarded.unclearId),
      disposal: String(retention.disposalId),
      proposal: String(retention.proposalId),
      rule: String(retention.ruleId),
      notice: await failedNotice(system),
      parcel: String(await failedParcelOf(system, week.ready)),
      day: await one(`select id from special_days where date = '2020-04-30' limit 1`),
    },
  };
}

type Prepared = Pick<World, 'draft' | 'importHash' | 'processDraft' | 'drawing'>;

/** A dossier on its way is put onto a list; about the one that was taken a question was asked and something is missing. */
async function unitsIn(system: TestSystem, week: Week): Promise<World['units']> {
  const claimed = { number: week.claimed, login: 'tu-phap.an-hoa' };
  const between = await betweenUnits(system, claimed);
  const requiredId = await askRequired(system, claimed);
  const [listId = 0] = await makeLists(await actAs(system, 'van-thu.an-hoa'), { numbers: [week.handed] });
  return { ...between, listId, requiredId, officerId: await valueOf(system, OFFICER, ['tu-phap.an-hoa']) };
}

async function prepareCatalogue(system: TestSystem): Promise<Prepared> {
  const ctx = await actAs(system, 'noi-vu');
  const version = await procedureVersionOn(ctx, 'dang-ky-khai-sinh', localDateOf(ctx.now));
  if (!version) throw new Error('The catalogue has no registration of births');
  const { number } = await startDraft(ctx, { procedureId: version.procedureId });
  const catalogue = await catalogueFile(ctx, [version.procedureId], 'json');
  const file = await uploadOf(system, new Uint8Array(await catalogue.arrayBuffer()));
  const { number: processDraft } = await startProcessDraft(ctx, version);
  const drawing = await keepDrawnText(ctx, await drawnProcess(ctx, version.slug));
  return { draft: number, importHash: await keepImport(ctx, file), processDraft, drawing };
}

async function changePeople(
  system: TestSystem,
  post: string,
  substituteId: number,
): Promise<Pick<World['id'], 'substitution' | 'withoutAccount'>> {
  const ctx = await actAs(system, 'noi-vu');
  const absence = { from: localDateOf(ctx.now), until: '2020-05-08', reason: 'Nghỉ phép năm' };
  const substitution = await appointSubstitute(ctx, { postId: Number(post), substituteId, ...absence });
  const officer = await addOfficer(ctx, { fullName: 'Đinh Văn A', phone: '', email: '', note: '' });
  return { substitution: String(substitution), withoutAccount: String(officer) };
}

async function guide(system: TestSystem): Promise<string> {
  const slug = 'dang-ky-ket-hon';
  const applicant = {
    kind: 'citizen',
    fullName: 'Đinh Văn A',
    idNumber: '',
    phone: '',
    email: '',
    address: '',
  } as const;
  const note = 'Ghi thiếu nơi cư trú của bên nữ';
  const items = [{ name: 'Tờ khai đăng ký kết hôn', kind: 'form', copies: 1, note } as const];
  const reason = 'Tờ khai chưa ghi đủ theo mẫu.';
  const input = { slug, applicant, items, reason, legalBasis: [], otherBasis: '' };
  return issueGuide(await actAs(system, 'mot-cua.an-hoa'), input);
}

async function addPicture(system: TestSystem, number: string): Promise<void> {
  const place = { number, purpose: 'other', paperPosition: null } as const;
  const picture = await uploadOf(system, POINT, { name: 'Ảnh chân dung.png' });
  await addFiles(await actAs(system, 'mot-cua.an-hoa'), place, [picture]);
}

/** A scan kept for next time, and the electronic result of a dossier that is ready. */
async function issuedIn(system: TestSystem, week: Week) {
  const counter = await actAs(system, 'mot-cua.an-hoa');
  const papers = { number: week.fresh, purpose: 'paper', paperPosition: 0 } as const;
  await addFiles(counter, papers, [await uploadOf(system, png(160, 226, { colourType: 2 }))]);
  const other = { ...papers, paperPosition: 1 };
  await addFiles(counter, other, [await uploadOf(system, png(160, 227, { colourType: 2 }))]);
  const result = { number: week.ready, purpose: 'result', paperPosition: null } as const;
  await addFiles(counter, result, [await uploadOf(system, png(300, 424, { colourType: 2, density: 200 }))]);
  const { keepable } = await vaultOf(counter, week.fresh);
  const [scan] = keepable;
  if (!scan) throw new Error('Nothing was digitised');
  const paper = { name: scan.paper ?? '', documentNumber: '12', issuedOn: null, issuedBy: '', validTo: null };
  await keepPapers(counter, {
    number: week.fresh,
    consent: 'applicant',
    papers: [{ fileId: scan.id, paper }],
  });
  const changed = await revocationIn(system, week);
  const { rows } = await system.superuser.query<{ id: string; code: string }>(
    `select r.id, r.verify_code as code from results r join dossiers d on d.id = r.dossier_id where d.number = $1`,
    [week.ready],
  );
  return {
    verifyCode: rows[0]?.code ?? '',
    id: { result: rows[0]?.id ?? '', scan: String(scan.id), changed },
  };
}

/** A result of another dossier that somebody wants to revoke. */
async function revocationIn(system: TestSystem, week: Week): Promise<string> {
  const id = await valueOf(
    system,
    `select r.id from results r join dossiers d on d.id = r.dossier_id where d.number <> $1 limit 1`,
    [week.ready],
  );
  await proposeChange(await actAs(system, 'tu-phap.an-hoa'), Number(id), {
    kind: 'revocation',
    decisionNumber: '21/QĐ-UBND',
    decidedOn: '2020-04-28',
    reason: 'Người yêu cầu nộp giấy tờ không đúng sự thật',
    wanted: null,
  });
  return id;
}

/** A passkey as it lies in the table; nobody signs in with it. */
async function passkeyOf(system: TestSystem, login: string): Promise<string> {
  return valueOf(
    system,
    `insert into passkeys (account_id, name, credential_id, public_key, sign_count, transports, created_at)
     select id, 'Điện thoại', 'thu', '', 0, '{}', created_at from accounts where login = $1 returning id`,
    [login],
  );
}

async function recoveryOf(system: TestSystem, accountId: number): Promise<string> {
  const administrator = await actAs(system, 'quan-tri');
  return String((await openRecovery(administrator, { accountId, reason: 'Mất điện thoại' })).id);
}

async function valueOf(system: TestSystem, query: string, values: readonly string[]): Promise<string> {
  const { rows } = await system.superuser.query<Record<string, string | number>>(query, [...values]);
  const [first] = Object.values(rows[0] ?? {});
  if (first === undefined) throw new Error(`Nothing found by ${query}`);
  return String(first);
}
