/** The script of the officers' pages: what every page gains, and the keyboard. */
import { startChecklists } from './checklist.ts';
import { startEverywhere } from './everywhere.ts';
import { startHotkeys } from './hotkeys.ts';
import { startListNavigation } from './list-navigation.ts';
import { startMenus } from './menus.ts';
import { startPalette } from './palette.ts';
import { startReckoning } from './reckoning.ts';
import { startRefresh } from './refresh.ts';
import { startSelection } from './selection.ts';
import { startSheets } from './sheet.ts';

startEverywhere();
startHotkeys();
startListNavigation();
startPalette();
startMenus();
startRefresh();
startSelection();
startChecklists();
startSheets();
startReckoning();
