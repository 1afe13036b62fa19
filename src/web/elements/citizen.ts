/** The script of the citizens' pages. */
import { startFragments } from './carry-fragment.ts';
import { startComparing } from './compare-file.ts';
import { startEverywhere } from './everywhere.ts';

startEverywhere();
startFragments();
startComparing();
