import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { receivedDossier } from '#test/dossiers.ts';
import { advance } from '#test/e2e/seed.ts';
import { codesOn, missingFrom, pageCountOf } from '#test/pdf.ts';
import { visitorOf } from '#test/visitor.ts';
import { activeStep } from '../state.ts';
import type { DossierState } from '../schema.ts';
import { passOn, takeCustody } from '../service.ts';
import { resolvingUnitId } from './rules.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());
beforeEach(() => system.setClock(TUESDAY_MORNING));

async function pdfFor(login: string, path: string): Promise<Uint8Array> {
  const { response, status } = await (await visitorOf(system, login)).get(path);
  expect([path, status]).toEqual([path, 200]);
  return new Uint8Array(await response.arrayBuffer());
}

describe('The receipt of a dossier (form 01)', () => {
  test('says whose counter it is, what was handed in, until when, for how much, and where to look it up', async () => {
    const { number } = await receivedDossier(system, {
      change: {
        summary: 'Cấp 02 bản sao',
        fees: [{ position: 2, quantity: 2, amount: null, exemption: '' }],
        feesCollected: true,
      },
    });
    const printed = await pdfFor('mot-cua.an-hoa', `/dossiers/${number}/receipt.pdf`);
    expect(
      missingFrom(printed, [
        'ỦY BAN NHÂN DÂN XÃ AN HÒA',
        'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
        `Số: ${number}/TNHS`,
        'An Hòa, ngày 28 tháng 4 năm 2020',
        'Nguyễn Thị B',
        'Tờ khai đăng ký khai sinh',
        'Cấp 02 bản sao',
        '17 giờ 00 phút, Thứ Ba ngày 28 tháng 4 năm 2020',
        'Phí cấp bản sao Giấy khai sinh (02 bản)',
        'Mười sáu nghìn đồng',
        'Đã thu.',
        'Quyển số: 01/2020',
        'Thứ Hai đến Thứ Sáu',
        'localhost:3000/tra-cuu',
      ]),
    ).toEqual([]);
  });

  test('carries the look-up with its check code and the number for a scanner', async () => {
    const { number } = await receivedDossier(system);
    const { checkCode } = await system.db
      .selectFrom('dossiers')
      .select('checkCode')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const codes = codesOn(await pdfFor('mot-cua.an-hoa', `/dossiers/${number}/receipt.pdf`));
    const address = `QR-Code:http://localhost:3000/tra-cuu/${number}?ma=${checkCode}#bn=MC1*`;
    expect(codes.filter((code) => code.startsWith(address))).toHaveLength(1);
    expect(codes).toContain(`CODE-128:${number}`);
  });

  test('comes twice when asked, and names the counter of the district as its own', async () => {
    const { number } = await receivedDossier(system, {
      login: 'mot-cua.huyen',
      slug: 'dang-ky-thanh-lap-ho-kinh-doanh',
    });
    const printed = await pdfFor('mot-cua.huyen', `/dossiers/${number}/receipt.pdf?copies=2`);
    expect(pageCountOf(printed)).toBe(2);
    expect(
      missingFrom(printed, [
        'ỦY BAN NHÂN DÂN HUYỆN AN LÃO',
        'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
        'An Lão, ngày 28',
      ]),
    ).toEqual([]);
  });

  test('is not printed by who may not read personal data, nor found by another commune', async () => {
    const { number } = await receivedDossier(system);
    const path = `/dossiers/${number}/receipt.pdf`;
    expect((await (await visitorOf(system, 'mot-cua.an-toan')).get(path)).status).toBe(404);
    expect((await (await visitorOf(system, 'quan-tri')).get(path)).status).toBe(404);
    expect((await (await visitorOf(system)).get(path)).location).toContain('/sign-in');
  });
});

describe('The control slip (form 05)', () => {
  test('has a line for every handover, both hands named', async () => {
    const state = await atTheDistrict();
    const district = await actAs(system, 'chuyen-vien.lao-dong');
    const taken = await takeCustody(district, { number: state.number, sequence: state.sequence, note: '' });
    const printed = await pdfFor('mot-cua.an-hoa', `/dossiers/${taken.number}/control.pdf`);
    expect(
      missingFrom(printed, [
        'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
        taken.number,
        'Ủy ban nhân dân xã An Hòa',
        'Phòng Lao động - Thương binh và Xã hội huyện An Lão',
        district.actor?.name ?? '',
        'Đúng hạn',
      ]),
    ).toEqual([]);
    expect(codesOn(printed)).toContain(`CODE-128:${taken.number}`);
  });

  test('has a line for each unit that works beside the one with the papers, with its time', async () => {
    const received = await receivedDossier(system, { slug: 'hoa-giai-tranh-chap-dat-dai' });
    const { number } = await advance(system, received, 1);
    const printed = await pdfFor('mot-cua.an-hoa', `/dossiers/${number}/control.pdf`);
    expect(
      missingFrom(printed, ['Chi nhánh Văn phòng Đăng ký đất đai', 'Phối hợp, bản điện tử', 'định mức']),
    ).toEqual([]);
  });

  test('is led by the unit with the longest work that is not the counter', () => {
    const step = (unitId: number, role: string, quotaMinutes: number) => ({ unitId, role, quotaMinutes });
    const steps = [step(1, 'one-stop', 900), step(2, 'specialist', 300), step(3, 'chairman', 60)];
    expect(resolvingUnitId(steps, 1)).toBe(2);
    expect(resolvingUnitId([step(1, 'one-stop', 60)], 1)).toBe(1);
  });
});

/** A dossier of funeral support on its way from the commune to the district. */
async function atTheDistrict(): Promise<DossierState> {
  const logins = {
    'one-stop': 'mot-cua.an-hoa',
    specialist: 'van-hoa-xa-hoi.an-hoa',
    chairman: 'chu-tich.an-hoa',
    'records-clerk': 'van-thu.an-hoa',
  };
  let state = await receivedDossier(system, { slug: 'ho-tro-chi-phi-mai-tang' });
  while (activeStep(state)?.unitId === state.receivingUnitId) {
    const login = logins[activeStep(state)?.role as keyof typeof logins]; // a commune's steps have these roles only
    const { number, sequence } = state;
    state = await passOn(await actAs(system, login), { number, sequence, note: '', officerId: null });
  }
  return state;
}

describe('The tracking book (form 06)', () => {
  test('holds the dossiers of the counter in the order they came, with a line each', async () => {
    const first = await receivedDossier(system);
    const second = await receivedDossier(system, { slug: 'xac-nhan-tinh-trang-hon-nhan' });
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    const page = await counter.get('/tracking-book?from=28/4/2020&to=28/4/2020');
    expect(page.text.indexOf(first.number)).toBeGreaterThan(0);
    expect(page.text.indexOf(second.number)).toBeGreaterThan(page.text.indexOf(first.number));
    expect((await counter.get('/tracking-book?from=1/3/2020&to=31/3/2020')).text).toContain(
      'Không có hồ sơ nào',
    );
  });

  test('is printed and exported for the whole period', async () => {
    const { number } = await receivedDossier(system);
    const query = 'from=1/4/2020&to=30/4/2020';
    const printed = await pdfFor('mot-cua.an-hoa', `/tracking-book.pdf?${query}`);
    expect(
      missingFrom(printed, [
        'SỔ THEO DÕI HỒ SƠ',
        'Từ ngày 1/4/2020 đến ngày 30/4/2020',
        number,
        '0905000123',
      ]),
    ).toEqual([]);
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    const csv = await (await counter.get(`/tracking-book?${query}&format=csv`)).response.text();
    expect(csv).toContain('Cơ quan chủ trì giải quyết');
    expect(csv).toContain(number);
    const xlsx = await counter.get(`/tracking-book?${query}&format=xlsx`);
    expect(xlsx.response.headers.get('content-disposition')).toContain('so-theo-doi-ho-so.xlsx');
  });

  test('of a commune is read by the head of the district, telephone numbers masked', async () => {
    const { receivingUnitId } = await receivedDossier(system);
    const head = await visitorOf(system, 'chu-tich.huyen');
    const { text } = await head.get(`/tracking-book?unit=${receivingUnitId}&from=1/4/2020&to=30/4/2020`);
    expect(text).toContain('0905***123');
    expect(text).not.toContain('0905000123');
  });

  test('of another commune is not open, nor to a specialist', async () => {
    const { receivingUnitId } = await receivedDossier(system);
    const other = await visitorOf(system, 'mot-cua.an-toan');
    expect((await other.get(`/tracking-book?unit=${receivingUnitId}`)).status).toBe(403);
    const specialist = await visitorOf(system, 'tu-phap.an-hoa');
    expect((await specialist.get('/tracking-book')).status).toBe(403);
  });

  test('says what to do when its days are the wrong way round', async () => {
    const counter = await visitorOf(system, 'mot-cua.an-hoa');
    const page = await counter.get('/tracking-book?from=30/4/2020&to=1/4/2020');
    expect(page.status).toBe(422);
    expect(page.text).toContain('Ngày bắt đầu phải trước');
  });
});
