/** Units of the corpus; no place is meant. */
import type { Random } from './random.fixture.ts';

const NAMES = [
  'Tân Hòa',
  'Phú Sơn',
  'Bình Khê',
  'Long Điền',
  'An Thạnh',
  'Đại Đồng',
  'Hòa Lạc',
  'Vĩnh Tường Hạ',
  'Trường Sơn',
  'Cẩm Giang',
  'Xuân Mai',
  'Thạnh Phước',
];

export type Place = {
  /** `huyện Tân Hòa`. */
  readonly name: string;
  readonly who: string;
  /** Units below it. */
  readonly below: readonly string[];
};

export function placeOf(random: Random, isCommune: boolean): Place {
  const [own = '', ...others] = random.shuffled(NAMES);
  const kind = isCommune ? 'xã' : random.pick(['huyện', 'huyện', 'thành phố']);
  const name = `${kind} ${own}`;
  const below = others.slice(0, random.between(4, 9)).map((other) => `${isCommune ? 'Thôn' : 'Xã'} ${other}`);
  return { name, below, who: random.pick([`UBND ${kind}`, `UBND ${name}`]) };
}
