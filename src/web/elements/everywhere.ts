import { startActs } from './acts.ts';
import { startAutosubmit } from './autosubmit.ts';
import { defineCombobox } from './combobox.ts';
import { defineDateInput } from './date-input.ts';
import { startDrafts } from './draft.ts';
import { defineFileDrop } from './file-drop.ts';
import { startFocus } from './focus.ts';
import { startLeaveGuard } from './leave-guard.ts';
import { startMoney } from './money.ts';
import { startSubmitGuard } from './submit-guard.ts';

/** What every page gains from script; each of them works without it. */
export function startEverywhere(): void {
  document.documentElement.classList.add('mc-js');
  defineCombobox();
  defineDateInput();
  defineFileDrop();
  startMoney();
  startDrafts();
  startAutosubmit();
  startActs();
  startSubmitGuard();
  startLeaveGuard();
  startFocus();
}
