import { type Direction, orderInput } from '#capabilities/post/schema.ts';
import { createOrder } from '#capabilities/post/service.ts';
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
