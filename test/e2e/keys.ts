import type { Page } from 'playwright-core';

/** Somebody at a keyboard who never touches the mouse. Counts what they press. */
export type Keyboard = {
  /** Text into the field that has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** One key, or several held together: one stroke. */
  readonly press: (key: string) => Promise<void>;
  /** Goes on with Tab to the control of this id; a page on which that takes longer is not made for the keyboard. */
  readonly tabTo: (id: string, most?: number) => Promise<void>;
  readonly strokes: () => { readonly keys: number; readonly letters: number };
};

export function keyboardOf(page: Page): Keyboard {
  let keys = 0;
  let letters = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  return {
    press,
    type: async (text) => {
      letters += text.length;
      await page.keyboard.type(text);
    },
    tabTo: async (id, most = 25) => {
      for (let tabs = 0; tabs < most; tabs += 1) {
        if ((await focusedId(page)) === id) return;
        await press('Tab');
      }
      throw new Error(`${most} times Tab and still at #${await focusedId(page)}, not at #${id}`);
    },
    strokes: () => ({ keys, letters }),
  };
}

export async function focusedId(page: Page): Promise<string> {
  return page.evaluate<string>(`document.activeElement?.id ?? ''`);
}
