/** The script of the citizens' pages. */
import { startFragments } from './carry-fragment.ts';
import { startEverywhere } from './everywhere.ts';

startEverywhere();
startFragments();
