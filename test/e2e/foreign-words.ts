import type { Page } from 'playwright-core';

/**
 * English words that slip into pages while they are built. Not on the list: what Vietnamese officials say in English
 * (email, OTP, PDF) and words that are also Vietnamese without diacritics.
 */
const ENGLISH =
  /\b(?:undefined|null|NaN|true|false|error|errors|invalid|required|submit|cancel|save|delete|edit|search|page|pages|next|previous|loading|select|choose|upload|download|file|files|draft|published|received|processing|returned|counter|online|postal|citizen|commune|district|province|department|officer|unit|working|hours|days|warning|success|close|open|menu|home|login|logout|password|user|name|address|phone|date|from|until|today|yesterday|minutes|read more|not found|object Object)\b/gi;

/** Words of another language in the visible text outside of code, in labels and in titles of the page. */
export async function foreignWordsIn(page: Page): Promise<readonly string[]> {
  const text = await page.evaluate<string>(`[
    document.title,
    (() => {
      const code = [...document.querySelectorAll('code')];
      for (const element of code) element.hidden = true;
      const words = document.body.innerText;
      for (const element of code) element.hidden = false;
      return words;
    })(),
    ...[...document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '')),
  ].join('\\n')`);
  return [...new Set([...text.matchAll(ENGLISH)].map(([word]) => `English “${word}”`))];
}
