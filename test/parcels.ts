import { type Direction, orderInput } from '#capabilities/post/schema.ts';
import { createOrder } from '#capabilities/post/service.ts';
import { noteState } from '#capabilities/post/tracking/service.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';

/** A parcel of a dossier of An Hòa, not yet taken along by the post; answers its number in the database. */
export async function parcelOf(system: TestSystem, dossier: string, direction: Direction): Promise<number> {
  const input = orderInput.parse({
    dossier,
    direction,
    name: 'Nguyễn Thị B',
    phone: '',
    address: 'Thôn 3, xã An Hòa',
    district: 'huyện An Lão',
    province: 'tỉnh Bình Định',
    content: 'Giấy tờ của hồ sơ',
    note: '',
    codAmount: 0,
  });
  return createOrder(await actAs(system, 'mot-cua.an-hoa'), input);
}

/** The same for a result that the courier could not deliver. */
export async function failedParcelOf(system: TestSystem, dossier: string): Promise<number> {
  const id = await parcelOf(system, dossier, 'to-applicant');
  await noteState(await actAs(system, 'mot-cua.an-hoa'), {
    id,
    sequence: 1,
    state: 'failed',
    trackingCode: 'EA0004VN',
    cost: 21_000,
    note: 'Người nhận đi vắng',
  });
  return id;
}
