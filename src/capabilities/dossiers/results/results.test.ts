import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '#foundation/context.ts';
import { systemContext } from '#foundation/context.ts';
import { answerChange, proposeChange } from '#capabilities/results/changes/service.ts';
import { resultRecords } from '#capabilities/results/records.ts';
import { resultQuery } from '#capabilities/results/schema.ts';
import { completeResult, resultById, resultsOf } from '#capabilities/results/service.ts';
import { verifyResult } from '#capabilities/results/verification/service.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { differencesIn } from '#test/records.ts';
import { uploadOf } from '#test/uploads.ts';
import { visitorOf } from '#test/visitor.ts';
import { addFiles } from '../files/service.ts';
import { loadDossier } from '../store.ts';
import { viewDossier } from '../view/service.ts';
import { issueFurther, register, resultPage } from './service.ts';

let system: TestSystem;
let specialist: Context;
let chairman: Context;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  specialist = await actAs(system, 'tu-phap.an-hoa');
  chairman = await actAs(system, 'chu-tich.an-hoa');
});

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

/** A dossier whose result lies ready at the counter, with its electronic document when asked for. */
async function finished({ online = false, file = false } = {}) {
  const received = await receivedDossier(system, { slug: 'chung-thuc-ban-sao-tu-ban-chinh' });
  // Copies on paper are not returned online; the way back is the same.
  const asked = 'update dossiers set return_method = $1 where number = $2';
  if (online) await system.superuser.query(asked, ['online', received.number]);
  const ready = await advance(system, received, 4);
  const { id, detail } = await viewDossier(specialist, ready.number);
  if (file) {
    const counter = await actAs(system, 'mot-cua.an-hoa');
    const at = { number: ready.number, purpose: 'result' as const, paperPosition: null };
    await addFiles(counter, at, [await uploadOf(system, PDF)]);
  }
  const [result] = await resultsOf(specialist, id);
  if (!result) throw new Error('No result was entered into the register');
  return { number: ready.number, result, code: detail.checkCode };
}

const DECISION = {
  decisionNumber: '20/QĐ-UBND',
  decidedOn: '2020-04-28',
  reason: 'Ghi sai năm sinh theo giấy khai sinh',
} as const;

const findings = async () => differencesIn(system, resultRecords);

describe('A result', () => {
  test('stands in the register of the unit that resolved it when the dossier is finished, numbered without gaps', async () => {
    const numbers: number[] = [];
    for (let count = 0; count < 3; count += 1) numbers.push((await finished()).result.bookNumber);
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2]);
    const { rows } = await register(specialist, resultQuery.parse({}));
    expect(rows[0]).toMatchObject({ title: 'Kết quả', documentNumber: '12/2020', holder: 'Nguyễn Thị B' });
    expect(await findings()).toEqual([]);
  });

  test('gets its electronic document when that comes, and its signer once', async () => {
    const { result } = await finished({ file: true });
    expect(result.file).toMatchObject({ mediaType: 'application/pdf', size: PDF.length });
    const input = {
      kind: 'extract',
      signer: 'Đinh Văn A, Chủ tịch',
      validFrom: '2020-04-28',
      validTo: null,
    } as const;
    await completeResult(specialist, result.id, input);
    expect(await resultById(specialist, result.id)).toMatchObject(input);
    await expect(completeResult(specialist, result.id, input)).rejects.toThrow(/đề nghị đính chính/);
    expect(await findings()).toEqual([]);
  });

  test('is one of several of a dossier when its unit enters another', async () => {
    const { number, result } = await finished();
    const more = { number, kind: 'decision', title: 'Quyết định kèm theo', documentNumber: '5' } as const;
    const { id } = await issueFurther(specialist, {
      ...more,
      issuedOn: '2020-04-28',
      signer: '',
      validFrom: '2020-04-28',
      validTo: null,
    });
    const further = await resultById(specialist, id);
    expect(further.bookNumber).toBe(result.bookNumber + 1);
    const neighbour = await actAs(system, 'mot-cua.an-toan');
    await expect(resultById(neighbour, id)).rejects.toThrow(/không thuộc đơn vị/);
  });

  test('is found, filtered and exported, which is recorded with its dossier', async () => {
    const { number, result } = await finished();
    const visitor = await visitorOf(system, 'tu-phap.an-hoa');
    const page = await visitor.get(`/results?q=${number}&state=valid`);
    expect(page.text).toContain(`${result.bookNumber}/2020`);
    expect((await visitor.get(`/results?q=${number}&state=revoked`)).text).toContain('Chưa có kết quả nào');
    const file = await visitor.get('/results?format=csv');
    expect(file.response.headers.get('content-type')).toMatch(/csv/);
    const { rows } = await system.superuser.query(
      `select distinct manner from personal_reads where subject_id = (select id from dossiers where number = $1)
        and manner in ('listed', 'exported') order by 1`,
      [number],
    );
    expect(rows).toEqual([{ manner: 'exported' }, { manner: 'listed' }]);
    const sheet = await visitor.get(`/results/${result.id}/sheet.pdf`);
    expect(sheet.response.headers.get('content-type')).toBe('application/pdf');
  });
});

describe('What was issued', () => {
  test('is corrected by the proposal of one and the yes of another', async () => {
    const { result } = await finished();
    const { kind, documentNumber, issuedOn, signer, validFrom, validTo, holder } = result;
    const wanted = {
      kind,
      title: 'Bản sao đúng',
      documentNumber,
      issuedOn,
      signer,
      validFrom,
      validTo,
      holder,
    };
    await proposeChange(chairman, result.id, { ...DECISION, kind: 'correction', wanted });
    const yes = { outcome: 'approved', answer: '' } as const;
    await expect(answerChange(chairman, result.id, yes)).rejects.toThrow(/không được tự quyết định/);
    await expect(answerChange(specialist, result.id, yes)).rejects.toThrow(/quyền/);
    const district = await actAs(system, 'chu-tich.huyen');
    await answerChange(district, result.id, yes);
    expect(await resultById(specialist, result.id)).toMatchObject({
      title: 'Bản sao đúng',
      standing: 'issued',
    });
    expect(await findings()).toEqual([]);
  });

  test('is revoked in the browser, and everybody who has its code sees that', async () => {
    const { result } = await finished();
    const proposer = await visitorOf(system, 'tu-phap.an-hoa');
    const asked = await proposer.fill(`/results/${result.id}/change`, {
      change: 'revocation',
      decisionNumber: '21/QĐ-UBND',
      decidedOn: '28/4/2020',
      reason: 'Cấp không đúng đối tượng',
    });
    expect(asked.status).toBe(303);
    expect((await proposer.get(`/results/${result.id}`)).text).toContain(
      'không phải người đề nghị, sẽ quyết định',
    );
    const stranger = await visitorOf(system);
    expect((await stranger.get(`/xac-minh/${result.verifyCode}`)).text).toContain('có thật, còn hiệu lực');
    const decider = await visitorOf(system, 'chu-tich.an-hoa');
    const page = await decider.get(`/results/${result.id}`);
    await decider.send(page, `/results/${result.id}/answer`, { outcome: 'approved', answer: '' });
    const verified = await stranger.get(`/xac-minh/${result.verifyCode}`);
    expect(verified.text).toMatch(/đã thu hồi Đã bị thu hồi ngày 28\/4\/2020/);
    expect(await findings()).toEqual([]);
  });

  test('is not changed twice at once, before it was issued, or with nothing to change', async () => {
    const { result } = await finished();
    const { kind, title, documentNumber, issuedOn, signer, validFrom, validTo, holder } = result;
    const same = { kind, title, documentNumber, issuedOn, signer, validFrom, validTo, holder };
    const propose = async (change: object) =>
      proposeChange(specialist, result.id, { ...DECISION, kind: 'revocation', wanted: null, ...change });
    await expect(propose({ kind: 'correction', wanted: same })).rejects.toThrow(/Chưa sửa chỗ nào/);
    await expect(propose({ decidedOn: '2020-04-29' })).rejects.toThrow(/sau hôm nay/);
    await expect(propose({ decidedOn: '2020-04-01' })).rejects.toThrow(/trước ngày ký/);
    await propose({});
    await expect(propose({})).rejects.toThrow(/chờ quyết định/);
    await answerChange(chairman, result.id, { outcome: 'rejected', answer: 'Chưa đủ căn cứ' });
    expect((await resultPage(specialist, result.id)).result.standing).toBe('issued');
    expect(await findings()).toEqual([]);
  });
});

describe('Whoever has a result in hand', () => {
  test('sees what the register says of it, with the name of its holder only begun', async () => {
    const { result } = await finished({ file: true });
    const stranger = await visitorOf(system);
    const asked = await stranger.fill('/xac-minh', { code: result.verifyCode.toLowerCase() });
    const page = await stranger.follow(asked);
    expect(page.text).toMatch(/Kết quả có thật, còn hiệu lực.*12\/2020/);
    expect(page.text).not.toContain('Nguyễn Thị B');
    expect(page.html).toContain(`data-compare="${result.file?.hash}"`);
  });

  test('learns that no result has a code that was made up, and is made to wait after twenty', async () => {
    const ctx = await systemContext(system, 'test');
    const stranger = { ...ctx, actor: null };
    for (let count = 0; count < 20; count += 1)
      await expect(verifyResult(stranger, `AAAA${count}`, '192.0.2.9')).rejects.toThrow(
        /Không có kết quả nào/,
      );
    const { result } = await finished();
    await expect(verifyResult(stranger, result.verifyCode, '192.0.2.9')).rejects.toThrow(/quá nhiều lần/);
    expect((await verifyResult(stranger, result.verifyCode, '192.0.2.10')).state).toBe('valid');
  });
});

describe('The person of the dossier', () => {
  test('takes the electronic result with the code, and online that is how it is returned', async () => {
    const { number, code, result } = await finished({ online: true, file: true });
    const stranger = await visitorOf(system);
    const wrong = await stranger.post(`/tra-cuu/${number}/ket-qua/${result.id}`, { ma: 'AAAAAAAA' });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    const page = await stranger.get(`/tra-cuu/${number}?ma=${code}`);
    expect(page.text).toContain('Tải kết quả điện tử');
    const taken = await stranger.send(page, `/ket-qua/${result.id}`);
    expect(taken.response.headers.get('content-type')).toBe('application/pdf');
    expect(taken.html).toBe(PDF.toString());
    const loaded = await loadDossier(specialist.db, number, 'read');
    expect(loaded?.state.phase).toBe('returned');
    expect((await resultPage(specialist, result.id)).download?.times).toBe(1);
    const { returned } = await viewDossier(specialist, number);
    expect(returned).toMatchObject({ acknowledgement: 'electronic', returnedByName: null });
    const again = await stranger.send(
      await stranger.get(`/tra-cuu/${number}?ma=${code}`),
      `/ket-qua/${result.id}`,
    );
    expect(again.status).toBe(200);
  });

  test('who comes to the counter may take it too, and the dossier waits for them', async () => {
    const { number, code, result } = await finished({ file: true });
    const stranger = await visitorOf(system);
    await stranger.send(await stranger.get(`/tra-cuu/${number}?ma=${code}`), `/ket-qua/${result.id}`);
    expect((await loadDossier(specialist.db, number, 'read'))?.state.phase).toBe('done');
  });
});
