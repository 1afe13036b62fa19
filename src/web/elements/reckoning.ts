import { parseCounts, type Price, priceCounts, sumOf } from '#kernel/money/price.ts';
import { reckoningWords } from '#kernel/money/words.ts';
import { formatMoney, parseNumber } from '#kernel/vietnamese/format.ts';

/** As `Reckoning` of the kit writes it. */
type Line = {
  readonly quantity: string;
  readonly exemption: string;
  readonly amount: string;
  readonly price: Price;
  readonly per: string;
  readonly less: Readonly<Record<string, number>>;
};

/** Says what a fee comes to and how, while the quantity is typed; the server reckons again. */
export function startReckoning(): void {
  const outputs = [...document.querySelectorAll<HTMLOutputElement>('[data-reckoning]')];
  if (outputs.length === 0) return;
  const say = (): void => {
    const amounts = outputs.map(reckon);
    const sum = document.querySelector('[data-reckoning-sum]');
    const known = amounts.filter((amount) => amount !== null);
    if (sum) sum.textContent = known.length > 0 ? `Cộng: ${formatMoney(add(known))}` : '';
  };
  for (const event of ['input', 'change']) document.addEventListener(event, say);
  say();
}

function reckon(output: HTMLOutputElement): number | null {
  // Our own kit wrote it.
  const line = JSON.parse(output.dataset['reckoning'] ?? '') as Line;
  const typed = parseNumber(valueOf(line.amount));
  const counts = parseCounts(valueOf(line.quantity));
  if (counts === null) {
    output.textContent = '';
    return typed;
  }
  const priced = priceCounts(line.price, counts);
  const full = sumOf(priced);
  const less = line.less[valueOf(line.exemption)] ?? 0;
  const amount = typed ?? Math.floor((full * (100 - less)) / 100);
  const off = less > 0 ? `, giảm ${less}% còn ${formatMoney(amount)}` : '';
  output.textContent = `${reckoningWords(priced, line.per)} = ${formatMoney(full)}${off}`;
  return amount;
}

function valueOf(id: string): string {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
}

function add(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
