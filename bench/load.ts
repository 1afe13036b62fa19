/** What a load came to. Times in milliseconds. */
export type Load = {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Share that the door of the application sent away; only over HTTP. */
  readonly refused?: number;
};

export type Drive = {
  readonly clients: number;
  readonly seconds: number;
  /** One unit of work by a client; `turn` counts over all clients. False when there is nothing left to do. */
  readonly act: (turn: number, client: number) => Promise<boolean>;
};

/** Lets clients work side by side, each beginning anew as soon as it is done, for a time or until the work is out. */
export async function drive({ clients, seconds, act }: Drive): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  let turn = 0;
  const work = async (client: number): Promise<void> => {
    let from = performance.now();
    while (from < end && (await act(turn++, client))) {
      const now = performance.now();
      times.push(now - from);
      from = now;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  return loadOf(times, (performance.now() - began) / 1000);
}

/** Sums up single times. */
export function loadOf(times: readonly number[], seconds: number): Load {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: times.length, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** The middle one; of an even number, the lower of the two. */
export function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
