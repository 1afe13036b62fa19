import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFiles } from '#capabilities/dossiers/files/service.ts';
import { issueGuide } from '#capabilities/dossiers/slips/service.ts';
import { viewDossier } from '#capabilities/dossiers/view/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier, receptionOf } from '#test/dossiers.ts';
import { uploadOf } from '#test/uploads.ts';
import { visitorOf } from '#test/visitor.ts';
import { UNUSUAL_OUTSIDE } from './rules.ts';
import { noteReads } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

type Line = { readonly login: string; readonly manner: string; readonly times: number };

async function linesOf(number: string): Promise<readonly Line[]> {
  const { rows } = await system.superuser.query<Line>(
    `select a.login, r.manner, r.times from personal_reads r join dossiers d on d.id = r.subject_id
     join accounts a on a.officer_id = r.officer_id
     where r.subject = 'dossier' and d.number = $1 order by r.first_at, r.manner, r.detail`,
    [number],
  );
  return rows;
}

async function citizenPage(number: string): Promise<string> {
  const { rows } = await system.superuser.query<{ code: string }>(
    'select check_code as code from dossiers where number = $1',
    [number],
  );
  return (await (await visitorOf(system)).get(`/tra-cuu/${number}?ma=${rows[0]?.code}`)).text;
}

describe('Every read of a dossier by an official', () => {
  test.each([
    ['the page', '', 'opened'],
    ['the page that asks before a step is sent back', '/send-back', 'opened'],
    ['the receipt', '/receipt.pdf', 'printed'],
    ['the control slip', '/control.pdf', 'printed'],
  ])('of %s is recorded', async (_what, part, manner) => {
    const { number } = await receivedDossier(system);
    const answer = await (await visitorOf(system, 'mot-cua.an-hoa')).get(`/dossiers/${number}${part}`);
    expect(answer.status).toBe(200);
    expect(await linesOf(number)).toEqual([{ login: 'mot-cua.an-hoa', manner, times: 1 }]);
  });

  test('of a scan, by number, in the book and as files is recorded too', async () => {
    const { number } = await receivedDossier(system);
    const counter = await actAs(system, 'mot-cua.an-hoa');
    await addFiles(counter, { number, purpose: 'other', paperPosition: null }, [await uploadOf(system, PDF)]);
    const [file] = (await viewDossier(counter, number)).files;
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    for (const path of [
      `/dossiers/${number}/files/${file?.id}`,
      '/dossiers?q=0905000123',
      '/tracking-book',
      '/tracking-book?format=csv',
      '/dossiers?format=csv',
    ]) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 200]);
    }
    const manners = (await linesOf(number)).map(({ manner }) => manner);
    expect(new Set(manners)).toEqual(
      new Set(['opened', 'file-opened', 'found-by-number', 'listed', 'exported']),
    );
  });

  test('of a slip given out without a dossier is recorded', async () => {
    const applicant = {
      kind: 'citizen',
      fullName: 'Đinh Văn A',
      idNumber: '',
      phone: '',
      email: '',
      address: '',
    } as const;
    const number = await issueGuide(await actAs(system, 'mot-cua.an-hoa'), {
      slug: 'dang-ky-ket-hon',
      applicant,
      items: [{ name: 'Tờ khai', kind: 'form', copies: 1, note: '' }],
      reason: 'Tờ khai chưa ghi đủ.',
      legalBasis: [],
      otherBasis: '',
    });
    await (await visitorOf(system, 'mot-cua.an-hoa')).get(`/slips/${number}`);
    const { rows } = await system.superuser.query(
      "select r.manner from personal_reads r join slips s on s.id = r.subject_id where r.subject = 'slip'",
    );
    expect(rows).toEqual([{ manner: 'opened' }]);
  });

  test('within a quarter of an hour is one line with a count; later ones begin another; none is lost at once', async () => {
    const { number } = await receivedDossier(system);
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    await Promise.all(Array.from({ length: 8 }, async () => visitor.get(`/dossiers/${number}`)));
    expect(await linesOf(number)).toEqual([{ login: 'mot-cua.an-hoa', manner: 'opened', times: 8 }]);
    system.setClock('2020-04-28T08:16:00+07:00');
    await visitor.get(`/dossiers/${number}`);
    expect((await linesOf(number)).map(({ times }) => times)).toEqual([8, 1]);
    system.setClock(TUESDAY_MORNING);
  });

  test('shows nothing when it cannot be recorded', async () => {
    const { number } = await receivedDossier(system);
    await system.superuser.query('revoke insert on personal_reads from motcua_app');
    const visitor = await visitorOf(system, 'mot-cua.an-hoa');
    const { status, text } = await visitor.get(`/dossiers/${number}`);
    await system.superuser.query('grant insert on personal_reads to motcua_app');
    expect(status).toBe(500);
    expect(text).not.toContain('Nguyễn Thị B');
    expect(await linesOf(number)).toEqual([]);
  });

  test('of whoever has no part in the dossier shows and records nothing', async () => {
    const { number } = await receivedDossier(system);
    expect((await (await visitorOf(system, 'mot-cua.an-toan')).get(`/dossiers/${number}`)).status).toBe(404);
    expect(await linesOf(number)).toEqual([]);
  });

  test('is recorded with the query that reads, never by itself', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    await expect(noteReads(ctx, { subject: 'dossier', ids: [1], manner: 'opened' })).rejects.toThrow(
      /transaction that reads/,
    );
  });

  test('can be neither taken away nor altered by the application', async () => {
    const { db } = system;
    await expect(db.deleteFrom('personalReads').execute()).rejects.toThrow(/permission denied/);
    await expect(db.updateTable('personalReads').set({ officerId: 1 }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('The person whose dossier it is', () => {
  test('sees on the look-up page when which unit and post looked and why, without names', async () => {
    const { number } = await receivedDossier(system);
    expect(await citizenPage(number)).toContain('Chưa có cán bộ nào xem hồ sơ này');
    const visitor = await visitorOf(system, 'chu-tich.an-hoa');
    const ask = await visitor.get(`/dossiers/${number}/reveal`);
    await visitor.send(ask, '/reveal', { reason: 'Xác minh nơi cư trú' });
    const text = await citizenPage(number);
    expect(text).toContain('Ai đã xem hồ sơ của tôi');
    expect(text).toContain('Xem đầy đủ số giấy tờ, điện thoại');
    expect(text).toContain('Lý do: Xác minh nơi cư trú');
    expect(text).toContain('Chủ tịch');
    expect(text).toContain('Phản ánh nếu thấy bất thường');
    const actor = (await actAs(system, 'chu-tich.an-hoa')).actor;
    expect(text).not.toContain(actor?.name);
  });

  test('also sees that somebody found them by their number', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const { applicant } = await receptionOf(ctx);
    const change = { applicant: { ...applicant, phone: '0905444333' } };
    const { number } = await receivedDossier(system, { change });
    system.setClock('2020-04-28T09:00:00+07:00');
    await (await visitorOf(system, 'mot-cua.an-toan')).get('/applicants.json?q=0905444333');
    expect(await citizenPage(number)).toContain('Tìm theo số giấy tờ hoặc số điện thoại');
    system.setClock(TUESDAY_MORNING);
  });
});

describe('The head of a unit', () => {
  test('sees who read a dossier, by name, and who has no part in it', async () => {
    const { number } = await receivedDossier(system);
    await (await visitorOf(system, 'mot-cua.an-hoa')).get(`/dossiers/${number}`);
    await (await visitorOf(system, 'thanh-tra')).get(`/dossiers/${number}`);
    const page = await (await visitorOf(system, 'chu-tich.an-hoa')).get(`/dossiers/${number}/reads`);
    const names = await Promise.all(
      ['mot-cua.an-hoa', 'thanh-tra'].map(async (login) => (await actAs(system, login)).actor?.name ?? '?'),
    );
    for (const name of names) expect(page.text).toContain(name);
    expect(page.text).toContain('Không tham gia xử lý');
    const file = await (
      await visitorOf(system, 'chu-tich.an-hoa')
    ).get(`/dossiers/${number}/reads?format=csv`);
    expect(file.text).toContain(names[0]);
  });

  test('finds the days on which somebody looked at much that is not their work', async () => {
    const ctx = await actAs(system, 'van-thu.an-hoa');
    for (let n = 0; n < UNUSUAL_OUTSIDE; n += 1) {
      const { number } = await receivedDossier(system);
      await viewDossier(ctx, number);
    }
    const head = await visitorOf(system, 'chu-tich.an-hoa');
    const page = await head.get('/reads?view=unusual');
    expect(page.text).toContain(ctx.actor?.name);
    expect((await head.get('/reads?view=unusual&format=csv')).text).toContain(ctx.actor?.name);
    const other = await visitorOf(system, 'chu-tich.an-hoa');
    expect((await other.get('/reads')).status).toBe(200);
  });

  test('reviews the reads of their own unit alone', async () => {
    const { number } = await receivedDossier(system, { login: 'mot-cua.an-toan' });
    await viewDossier(await actAs(system, 'mot-cua.an-toan'), number);
    const head = await visitorOf(system, 'chu-tich.an-hoa');
    expect((await head.get(`/dossiers/${number}/reads`)).status).toBe(404);
    expect((await head.get(`/reads?q=${number}`)).text).toContain('Chưa có lượt xem nào');
    expect((await (await visitorOf(system, 'mot-cua.an-hoa')).get('/reads')).status).toBe(403);
  });
});
