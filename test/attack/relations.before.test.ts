import { describe } from 'vitest';
import { relationsHold } from './relations-hold.ts';
import { BEFORE, withChild } from './relations-world.ts';

describe('Somebody in each role, in An Hòa, above, below and beside it', () => {
  relationsHold(BEFORE, withChild);
});
