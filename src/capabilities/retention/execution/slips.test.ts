import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '#foundation/context.ts';
import { issueGuide } from '#capabilities/dossiers/slips/service.ts';
import { slipRecords } from '#capabilities/dossiers/slips/records.ts';
import { actAs } from '#test/cast.ts';
import { openTestWorld, type TestSystem } from '#test/database.ts';
import { differencesIn } from '#test/records.ts';
import { visitorOf } from '#test/visitor.ts';
import { decide, disposalView, proposeDisposal } from '../service.ts';
import { rulesOf, saveRule } from '../terms/service.ts';
import { carryOutDisposal } from './service.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
});
afterAll(async () => system.close());

const PERSON = {
  kind: 'citizen',
  fullName: 'Đinh Văn Thử Xóa',
  idNumber: '052088333444',
  phone: '0905777111',
  email: '',
  address: 'Thôn Thử Xóa',
} as const;

test('A slip whose time is over keeps number, kind and day, and nobody’s name', async () => {
  const number = await issueGuide(await actAs(system, 'mot-cua.an-hoa'), {
    slug: 'dang-ky-ket-hon',
    applicant: PERSON,
    items: [{ name: 'Tờ khai', kind: 'form', copies: 1, note: 'thiếu chữ ký ông Thử Xóa' }],
    reason: 'Tờ khai chưa ghi đủ theo mẫu.',
    legalBasis: [],
    otherBasis: '',
  });
  system.setClock('2026-04-29T08:00:00+07:00');
  const homeAffairs = await actAs(system, 'noi-vu');
  const rule = (await rulesOf(homeAffairs)).find(({ kind }) => kind === 'slip');
  if (!rule) throw new Error('No rule for slips');
  await saveRule(homeAffairs, { ...rule, certainty: 'sure' });
  const clerk = await actAs(system, 'van-thu.an-hoa');
  const unitId = clerk.actor?.post.unitId ?? 0;
  const id = await proposeDisposal(clerk, {
    unitId,
    kind: 'slip',
    all: true,
    ids: [],
    reason: 'Hết thời hạn',
  });
  await decide(await actAs(system, 'chu-tich.an-hoa'), {
    id,
    sequence: 1,
    outcome: 'approved',
    council: 'Hội đồng thử',
    decisionNumber: '16/QĐ-UBND',
    decidedOn: '2026-04-29',
    executeOn: '2026-04-30',
  });
  system.setClock('2026-04-30T03:00:00+07:00');
  await carryOutDisposal(await systemContext(system, 'job'), id);
  expect((await disposalView(clerk, id)).disposal).toMatchObject({ state: 'done', disposed: 1 });
  const { rows } = await system.superuser.query<{ line: string }>('select s::text as line from slips s');
  expect(rows[0]?.line).toContain(number);
  expect(rows[0]?.line).not.toMatch(/Thử Xóa|thu xoa|0905777111|v1\./);
  expect(await differencesIn(system, slipRecords)).toEqual([]);
  const counter = await visitorOf(system, 'mot-cua.an-hoa');
  expect((await counter.get(`/slips/${number}`)).text).toContain('(đã tiêu hủy)');
  expect((await counter.get(`/slips/${number}.pdf`)).status).toBe(409);
});
