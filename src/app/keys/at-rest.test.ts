/** Who has a dump of the database and a copy of the files, and no key, reads no identity number and sees no scan. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobHandlers } from '#app/jobs.ts';
import { dossierListQuery, inboxQuery } from '#capabilities/dossiers/inbox/schema.ts';
import { dossierList, inbox } from '#capabilities/dossiers/inbox/service.ts';
import { findApplicants } from '#capabilities/dossiers/intake/applicants/service.ts';
import { returnResult } from '#capabilities/dossiers/service.ts';
import { issueGuide, issueRefusal, slipByNumber, slipList } from '#capabilities/dossiers/slips/service.ts';
import { slipQuery } from '#capabilities/dossiers/slips/schema.ts';
import { JPEG, pdfWith, PNG } from '#platform/uploads/specimens.fixture.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { advance } from '#test/e2e/seed.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import { dumpOf, filesOf, tracesOf } from '#test/leaks.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

const NUMBERS = {
  applicant: '052090111222',
  delegate: '052090333444',
  recipient: '052090555666',
  organisation: '4100123456',
  passport: 'B7654321',
  guided: '052090777888',
  refused: '215123789',
} as const;
const SLUG = 'dang-ky-khai-sinh';
const SCAN = pdfWith('/Title (Ban quet can cuoc cong dan)');
let system: TestSystem;
let counter: Visitor;
let number: string;
let slip: string;

beforeAll(async () => {
  system = await openTestWorld();
  counter = await visitorOf(system, 'mot-cua.an-hoa');
  number = await receiveThroughForm();
  await receiveOthers();
  slip = await giveSlips();
  await lookAround();
});
afterAll(async () => system.close());

/** A real form with scans, so that the form's own memory, the jobs and the staged files are there as well. */
async function receiveThroughForm(): Promise<string> {
  const address = `/intake/${SLUG}`;
  const done = await counter.send(await counter.get(address), address, {
    'applicant.fullName': 'Nguyễn Thị B',
    'applicant.idNumber': NUMBERS.applicant,
    'applicant.email': 'nguoi-nop@example.vn',
    'applicant.address': 'Thôn Vạn Long, xã An Hòa',
    'delegate.fullName': 'Đinh Văn A',
    'delegate.idNumber': NUMBERS.delegate,
    'delegate.authority': 'Giấy ủy quyền ngày 20/4/2020',
    'papers.0.present': 'yes',
    'papers.1.present': 'yes',
    'papers.6.present': 'yes',
    'papers.0.file': new File([new Uint8Array(SCAN)], 'quet.pdf'),
    'papers.1.file': new File([new Uint8Array(JPEG)], 'anh.jpg'),
  });
  expect(done.status).toBe(303);
  return decodeURIComponent(done.location?.split('/').at(-1) ?? '');
}

async function receiveOthers(): Promise<void> {
  const officer = await actAs(system, 'mot-cua.an-hoa');
  const { applicant } = await receptionOf(officer);
  const passport = { ...applicant, idNumber: NUMBERS.passport };
  await receivedDossier(system, { change: { applicant: passport } });
  const company = { ...applicant, kind: 'organisation' as const, representative: 'Đinh Văn A' };
  await receivedDossier(system, { change: { applicant: { ...company, idNumber: NUMBERS.organisation } } });
  const ready = await advance(
    system,
    await receivedDossier(system, { slug: 'chung-thuc-ban-sao-tu-ban-chinh' }),
    4,
  );
  await returnResult(officer, {
    number: ready.number,
    sequence: ready.sequence,
    recipient: 'Đinh Văn A',
    relation: 'Con',
    idNumber: NUMBERS.recipient,
    acknowledgement: 'signed',
    note: '',
  });
}

async function giveSlips(): Promise<string> {
  const officer = await actAs(system, 'mot-cua.an-hoa');
  const applicant = {
    kind: 'citizen' as const,
    fullName: 'Lê Thị D',
    phone: '',
    email: '',
    address: '',
    idNumber: NUMBERS.guided,
  };
  const grounds = { slug: SLUG, legalBasis: ['general'], otherBasis: '' };
  const items = [{ name: 'Giấy chứng sinh', kind: 'original' as const, copies: 1, note: '' }];
  await issueRefusal(officer, {
    ...grounds,
    applicant: { ...applicant, idNumber: NUMBERS.refused },
    reasons: ['papers'],
    otherReason: '',
    guidance: '',
  });
  return issueGuide(officer, { ...grounds, applicant, items, reason: 'Giấy tờ chưa đúng quy định.' });
}

/** Reading leaves traces too: who searched for whom, letters, jobs. */
async function lookAround(): Promise<void> {
  await counter.get(`/applicants.json?q=${NUMBERS.applicant}`);
  await counter.get(`/intake?who=${NUMBERS.applicant}&what=khai+sinh`);
  await counter.get(`/search?q=${NUMBERS.applicant}`);
  await counter.get(`/dossiers?q=${NUMBERS.applicant}&format=csv`);
  await counter.get(`/dossiers/${number}`);
  await counter.send(await counter.get(`/dossiers/${number}/reveal`), '/reveal', {
    reason: 'Đối chiếu giấy tờ',
  });
  await counter.get(`/dossiers/${number}/receipt.pdf`);
  // A form that comes back with a mistake keeps what was typed on the page and nowhere else.
  const address = `/intake/${SLUG}`;
  await counter.send(await counter.get(address), address, { 'applicant.idNumber': NUMBERS.applicant });
  const { rows } = await system.superuser.query<{ id: number }>('select id::int from notices');
  for (const { id } of rows) await jobHandlers(system)['send-notice']?.({ id }, '1');
}

test('a dump of the database has none of the numbers, in whatever form', async () => {
  const dump = await dumpOf(system.superuser);
  expect(tracesOf(Object.values(NUMBERS), dump)).toEqual([]);
  // It is a dump of what happened, all the same.
  expect(dump.get('public.dossier_parties')).toContain('Nguyễn Thị B');
  expect(dump.get('public.dossier_returns')).toContain('Đinh Văn A');
  expect(dump.get('public.slips')).toContain('Lê Thị D');
  expect(dump.get('public.personal_reads')).toContain('found-by-number');
  expect(dump.get('public.notices')).toContain(number);
  expect(dump.get('graphile_worker._private_jobs')).not.toBe('');
  for (const table of ['applicants', 'dossier_parties', 'dossier_returns', 'slips'])
    expect(dump.get(`public.${table}`)).toContain('v1.6WjhsmEP.');
});

test('a copy of the files has no number and nothing of a scan', async () => {
  const files = await filesOf(system.folder);
  const withoutKeys = new Map([...files].filter(([name]) => !name.startsWith('secrets')));
  expect(tracesOf(Object.values(NUMBERS), withoutKeys)).toEqual([]);
  const stored = [...withoutKeys].filter(([name]) => name.startsWith(`files${path.sep}`));
  // A scan that is a PDF, a picture, and the PDF made of it.
  expect(stored).toHaveLength(3);
  const marks = ['%PDF', '%%EOF', 'Ban quet', 'JFIF', JPEG.subarray(0, 4), PNG.subarray(0, 8), 'endobj'];
  for (const [, bytes] of stored) for (const mark of marks) expect(bytes.includes(mark)).toBe(false);
});

describe('Whoever may read them finds them by their number', () => {
  test.each([
    ['the applicant', NUMBERS.applicant],
    ['with spaces', '0520 9011 1222'],
    ['a company', NUMBERS.organisation],
    ['a passport in small letters', 'b7654321'],
  ])('%s', async (_who, typed) => {
    const officer = await actAs(system, 'mot-cua.an-hoa');
    const [found] = await findApplicants(officer, typed);
    expect(found?.idNumber).toBe(typed.replaceAll(' ', '').toUpperCase());
    for (const q of [typed, `${typed.replaceAll(' ', '')} nguyen`]) {
      const { rows } = await dossierList(officer, dossierListQuery.parse({ q }));
      expect(rows).toHaveLength(1);
      const work = await inbox(officer, inboxQuery.parse({ tab: 'unit', q: typed }));
      expect(work.rows.map((row) => row.number)).toEqual(rows.map((row) => row.number));
    }
  });

  test('another number, or a part of one, finds nobody', async () => {
    const officer = await actAs(system, 'mot-cua.an-hoa');
    for (const q of ['052090111223', '052090111', '090111222', '1222', 'v1.6WjhsmEP']) {
      expect((await dossierList(officer, dossierListQuery.parse({ q }))).rows).toEqual([]);
      expect(await findApplicants(officer, q)).toEqual([]);
    }
  });

  test('slips, in the list and on paper', async () => {
    const officer = await actAs(system, 'mot-cua.an-hoa');
    const { rows } = await slipList(officer, slipQuery.parse({ q: NUMBERS.guided }));
    expect(rows.map((row) => row.content.applicant.idNumber)).toEqual([NUMBERS.guided]);
    const one = await slipByNumber(officer, slip, 'opened');
    expect(one.content.applicant).toMatchObject({ fullName: 'Lê Thị D', idNumber: NUMBERS.guided });
  });
});

test('the page shows the last digits, and all of them with a reason', async () => {
  const page = await counter.get(`/dossiers/${number}`);
  expect(page.text).not.toContain(NUMBERS.applicant);
  expect(page.text).toMatch(/0520[•*]+22/);
  const revealed = await counter.send(await counter.get(`/dossiers/${number}/reveal`), '/reveal', {
    reason: 'Đối chiếu giấy tờ',
  });
  expect(revealed.text).toContain(NUMBERS.applicant);
  expect(revealed.text).toContain(NUMBERS.delegate);
});
