/** What every frame may need: who reports, on which period, in which hand. */
import type { Frame } from '../frame.fixture.ts';
import type { Random } from '../random.fixture.ts';
import type { Hand } from '../writing.fixture.ts';

export type Told = {
  readonly random: Random;
  readonly hand: Hand;
  readonly frame: Frame;
  /** `UBND huyện Tân Hòa`. */
  readonly who: string;
};
