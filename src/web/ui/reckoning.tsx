import type { Price } from '#kernel/money/price.ts';

type ReckoningProps = Readonly<{
  /** Ids of the fields with the quantity, the reason for charging less and a typed amount. */
  quantity: string;
  exemption: string;
  amount: string;
  price: Price;
  per: string;
  /** How much each reason takes off, in per cent, by its value. */
  less: Readonly<Record<string, number>>;
}>;

/** What a line costs, reckoned while it is typed; without script the server says it. */
export function Reckoning({ quantity, exemption, amount, price, per, less }: ReckoningProps) {
  return (
    <output
      class="mc-note"
      for={`${quantity} ${exemption} ${amount}`}
      data-reckoning={JSON.stringify({ quantity, exemption, amount, price, per, less })}
    />
  );
}

/** The sum of the lines above it. */
export function ReckoningSum() {
  return <output class="mc-reckoning-sum" data-reckoning-sum="" />;
}
