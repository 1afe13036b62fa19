import { RECEIPT_FRAGMENT } from '#kernel/merkle/receipt-trust.ts';

/** What a scanned receipt brings behind the `#` goes on with links that ask for it; browsers never send it anywhere. */
export function startFragments(): void {
  const { hash } = location;
  if (!hash.startsWith(RECEIPT_FRAGMENT)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carries-fragment]')) {
    link.hash = hash;
  }
}
