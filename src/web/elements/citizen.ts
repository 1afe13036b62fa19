/** The script of the citizens' pages. */
import { startEverywhere } from './everywhere.ts';

startEverywhere();
