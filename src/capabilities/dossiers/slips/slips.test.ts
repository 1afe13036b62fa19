import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { codesOn, missingFrom } from '#test/pdf.ts';
import { type Visited, type Visitor, visitorOf } from '#test/visitor.ts';
import type { GuideInput, RefusalInput } from './schema.ts';
import { issueGuide, issueRefusal, slipByNumber } from './service.ts';

const BIRTH = '/intake/dang-ky-khai-sinh';
let system: TestSystem;
let counter: Visitor;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(async () => {
  system.setClock(TUESDAY_MORNING);
  counter = await visitorOf(system, 'mot-cua.an-hoa');
});

const applicant = {
  kind: 'citizen',
  fullName: 'Đinh Văn A',
  idNumber: '052090000777',
  phone: '',
  email: '',
  address: 'Thôn 3, xã An Hòa',
} as const;
const guide: GuideInput = {
  slug: 'dang-ky-khai-sinh',
  applicant,
  items: [{ name: 'Giấy chứng sinh', kind: 'original', copies: 1, note: 'chưa có dấu của cơ sở y tế' }],
  reason: 'Giấy tờ chưa đúng quy định.',
  legalBasis: ['general', '0', 'tampered'],
  otherBasis: '',
};
const refusal: RefusalInput = {
  slug: 'dang-ky-khai-sinh',
  applicant,
  reasons: ['authority'],
  otherReason: 'Cha mẹ trẻ cư trú ở xã khác.',
  guidance: 'Nộp tại Ủy ban nhân dân xã nơi cha hoặc mẹ cư trú.',
  legalBasis: ['general'],
  otherBasis: 'Điều 13 Luật Hộ tịch',
};

async function pdfOf(path: string): Promise<Uint8Array> {
  const { response, status } = await counter.get(path);
  expect(status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return new Uint8Array(await response.arrayBuffer());
}

const numberIn = ({ location }: Visited): string => decodeURIComponent(location?.split('/').at(-1) ?? '');

describe('A slip given without receiving', () => {
  test('has a number of its own book, by day and without gaps', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const numbers = [
      await issueGuide(ctx, guide),
      await issueRefusal(ctx, refusal),
      await issueGuide(ctx, guide),
    ];
    expect(numbers).toEqual([
      '000.17.22.H08-200428-0001-HDHS',
      '000.17.22.H08-200428-0001-TB',
      '000.17.22.H08-200428-0002-HDHS',
    ]);
  });

  test('receives nothing and takes no dossier number', async () => {
    await issueGuide(await actAs(system, 'mot-cua.an-hoa'), guide);
    const { rows } = await system.superuser.query('select from dossiers');
    expect(rows).toHaveLength(0);
  });

  test('names the law of the procedure and no code that it does not have', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const { content } = await slipByNumber(ctx, await issueGuide(ctx, guide), 'opened');
    expect(content.legalBasis).toHaveLength(2);
    expect(content.legalBasis[0]).toBe('Điều 17 Nghị định số 61/2018/NĐ-CP');
    expect(content.legalBasis[1]).toContain('Luật Hộ tịch');
  });

  test('prints what is missing and why (form 02)', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    const number = await issueGuide(ctx, guide);
    const printed = await pdfOf(`/slips/${number}.pdf`);
    expect(
      missingFrom(printed, [
        'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
        `Số: ${number.replace('-HDHS', '/HDHS')}`,
        'ỦY BAN NHÂN DÂN XÃ AN HÒA',
        'Đinh Văn A',
        'Giấy chứng sinh (chưa có dấu của cơ sở y tế)',
        'Giấy tờ chưa đúng quy định.',
        'Điều 17 Nghị định số 61/2018/NĐ-CP',
        'Cán bộ một cửa An Hòa',
      ]),
    ).toEqual([]);
    expect(codesOn(printed)).not.toContain('QR-Code:');
  });

  test('prints every reason of a refusal and what to do instead (form 03)', async () => {
    const number = await issueRefusal(await actAs(system, 'mot-cua.an-hoa'), refusal);
    expect(
      missingFrom(await pdfOf(`/slips/${number}.pdf`), [
        'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
        'Hồ sơ không thuộc thẩm quyền tiếp nhận, giải quyết của cơ quan này.',
        'Cha mẹ trẻ cư trú ở xã khác.',
        'Điều 13 Luật Hộ tịch',
        'Nộp tại Ủy ban nhân dân xã nơi cha hoặc mẹ cư trú.',
      ]),
    ).toEqual([]);
  });
});

describe('At the counter', () => {
  test('one press carries what was typed to the guide slip, with the missing papers ticked', async () => {
    const form = await counter.get(BIRTH);
    const drafted = await counter.post(`${BIRTH}/guide/draft`, {
      'applicant.fullName': 'Nguyễn Thị B',
      'applicant.address': 'Thôn 3',
      'papers.0.present': 'yes',
      'papers.1.note': 'chưa đóng dấu',
    });
    expect(form.html).toContain(`formaction="${BIRTH}/guide/draft"`);
    expect(drafted.html).toContain('value="Nguyễn Thị B"');
    expect(drafted.html).toMatch(/name="items\.1\.present"[^>]*checked/);
    expect(drafted.html).not.toMatch(/name="items\.0\.present"[^>]*checked/);
    const issued = await counter.send(drafted, `${BIRTH}/guide`, { reason: 'Thiếu giấy chứng sinh hợp lệ.' });
    const page = await counter.follow(issued);
    expect(page.text).toContain('Giấy chứng sinh (chưa đóng dấu)');
    expect(page.text).toContain('Giấy tờ tùy thân của người yêu cầu');
  });

  test('a guide slip without a paper, and a refusal without a reason, come back with what to do', async () => {
    const emptyGuide = await counter.send(await counter.get(`${BIRTH}/guide`), `${BIRTH}/guide`, {
      'applicant.fullName': 'Nguyễn Thị B',
    });
    expect(emptyGuide.status).toBe(422);
    expect(emptyGuide.text).toContain('Hãy đánh dấu ít nhất một giấy tờ');
    const emptyRefusal = await counter.send(await counter.get(`${BIRTH}/refuse`), `${BIRTH}/refuse`, {
      'applicant.fullName': 'Nguyễn Thị B',
    });
    expect(emptyRefusal.status).toBe(422);
    expect(emptyRefusal.html).toContain('href="#reasons"');
  });

  test('a slip sent twice is given once', async () => {
    const page = await counter.get(`${BIRTH}/refuse`);
    const fields = { 'applicant.fullName': 'Nguyễn Thị B', reasons: ['conditions', 'expired'] };
    const first = await counter.send(page, `${BIRTH}/refuse`, fields);
    const second = await counter.send(page, `${BIRTH}/refuse`, fields);
    expect(numberIn(first)).toMatch(/-TB$/);
    expect(second.location).toBe(first.location);
  });

  test('slips are listed, searched without diacritics, and exported', async () => {
    await issueGuide(await actAs(system, 'mot-cua.an-hoa'), guide);
    const { text } = await counter.get('/slips?q=dinh van a&kind=guide&from=28/4/2020');
    expect(text).toContain('Đinh Văn A');
    expect(text).not.toContain('Từ chối Nguyễn');
    expect((await counter.get('/slips?q=khong co ai')).text).toContain('Chưa có phiếu nào');
    const csv = await (await counter.get('/slips?format=csv')).response.text();
    expect(csv).toContain('Số phiếu,Loại,Người nộp');
    expect(csv).toContain('/HDHS');
  });
});

describe('Slips are not given or seen', () => {
  test.each(['tu-phap.an-hoa', 'chu-tich.an-hoa', 'thanh-tra'])('by %s', async (login) => {
    const ctx = await actAs(system, login);
    await expect(issueGuide(ctx, guide)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(issueRefusal(ctx, refusal)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('by the counter of another commune', async () => {
    const number = await issueGuide(await actAs(system, 'mot-cua.an-hoa'), guide);
    const other = await visitorOf(system, 'mot-cua.an-toan');
    expect((await other.get(`/slips/${number}`)).status).toBe(404);
    expect((await other.get(`/slips/${number}.pdf`)).status).toBe(404);
    expect((await other.get('/slips')).text).not.toContain('Đinh Văn A');
  });

  test('for a procedure that the counter does not receive', async () => {
    const ctx = await actAs(system, 'mot-cua.an-hoa');
    await expect(issueGuide(ctx, { ...guide, slug: 'cap-giay-phep-xay-dung' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});
