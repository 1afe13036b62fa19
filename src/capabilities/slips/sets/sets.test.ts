import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { missingFrom } from '#test/pdf.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { differencesIn } from '#test/records.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';
import { supplementRequestPdf } from '../service.ts';
import { supplementRequestSpecimen } from '../letters/specimens.ts';
import { FIRST_FORM_SETS } from './first.ts';
import { formSetRecords } from './records.ts';
import { readFormSets } from './store.ts';

let system: TestSystem;
let office: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  office = await visitorOf(system, 'noi-vu');
});

const pdf = async (visitor: Visitor, path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await visitor.get(path)).response.arrayBuffer());

describe('Sets of forms', () => {
  test('begin as the circulars have them', async () => {
    const sets = await readFormSets(system.db);
    expect(sets.map(({ id: _id, sequence: _sequence, ...set }) => set)).toEqual(FIRST_FORM_SETS);
    expect(await differencesIn(system, formSetRecords)).toEqual([]);
  });

  test('are shown to all the staff, each form with a specimen', async () => {
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    expect((await counter.get('/form-sets')).text).toContain('Thông tư số 03/2025/TT-VPCP');
    const specimen = await pdf(counter, '/form-sets/2/stop-notice.pdf');
    expect(missingFrom(specimen, ['THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', 'Mẫu số 05'])).toEqual([]);
    expect((await counter.get('/form-sets/2/unknown.pdf')).status).toBe(404);
    expect((await counter.get('/form-sets/new')).status).toBe(403);
  });

  test('of a new circular hold for dossiers received from its day on, and slips of older ones keep theirs', async () => {
    const { number } = await receivedDossier(system);
    const added = await office.fill('/form-sets/new', {
      legalBasis: 'Thông tư số 09/2020/TT-VPCP',
      validFrom: '1/5/2020',
      'layouts.receipt.formNumber': 'Mẫu số 11',
    });
    expect((await office.follow(added)).text).toContain('từ 1/5/2020 đến hết 30/6/2025');
    system.setClock('2020-05-04T08:00:00+07:00');
    const later = await receivedDossier(system);
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    const old = await pdf(counter, `/dossiers/${number}/receipt.pdf`);
    expect(missingFrom(old, ['Mẫu số 01 ban hành kèm theo Thông tư số 01/2018/TT-VPCP'])).toEqual([]);
    const fresh = await pdf(counter, `/dossiers/${later.number}/receipt.pdf`);
    expect(missingFrom(fresh, ['Mẫu số 11 ban hành kèm theo Thông tư số 09/2020/TT-VPCP'])).toEqual([]);
  });

  test('go by the day of reception also for a letter that is written much later', async () => {
    const ctx = await systemContext(system, 'test');
    const request = { ...supplementRequestSpecimen, issuedAt: new Date('2026-01-05T02:00:00Z') };
    const foot = ['ban hành kèm theo Thông tư số 01/2018/TT-VPCP'];
    expect(missingFrom(await supplementRequestPdf(ctx, request), foot)).toEqual([]);
  });

  test('are changed once by each version, and never two from one day', async () => {
    const page = await office.get('/form-sets/1/edit');
    const change = { 'layouts.control-slip.title': 'Phiếu theo dõi việc giải quyết hồ sơ' };
    expect((await office.follow(await office.send(page, '/edit', change))).text).toContain(
      'Phiếu theo dõi việc',
    );
    const stale = await visitorOf(system, 'noi-vu');
    const { formId: _formId, ...fields } = await staleFields(stale);
    expect((await stale.post('/form-sets/1/edit', { ...fields, sequence: '0' })).status).toBe(409);
    const twice = await office.fill('/form-sets/2/edit', { validFrom: '21/6/2018' });
    expect(twice.text).toContain('Đã có bộ mẫu áp dụng từ ngày này');
    expect(await differencesIn(system, formSetRecords)).toEqual([]);
  });

  test('that somebody edits behind the program are found', async () => {
    await system.superuser.query(`update form_sets set legal_basis = 'Văn bản giả' where id = 2`);
    expect(await differencesIn(system, formSetRecords)).not.toEqual([]);
  });
});

/** What the form of the first set sends. */
async function staleFields(visitor: Visitor): Promise<Readonly<Record<string, string>>> {
  const { html } = await visitor.get('/form-sets/1/edit');
  const inputs = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}
