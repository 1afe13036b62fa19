import { formatNumber, parseNumber } from '#kernel/vietnamese/format.ts';

/** Groups the digits of an amount when the caret leaves it; what is no amount stays as typed for the server to refuse. */
export function startMoney(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-money]')) {
    input.addEventListener('blur', () => {
      const amount = parseNumber(input.value);
      if (amount !== null) input.value = formatNumber(amount, 0);
    });
  }
}
