import { describe } from 'vitest';
import { relationsHold } from './relations-hold.ts';
import { AFTER, mergeCommunes } from './relations-world.ts';

describe('Somebody in each role, after An Hòa was merged and the district abolished', () => {
  relationsHold(AFTER, mergeCommunes);
});
