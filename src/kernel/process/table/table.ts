/**
 * The table of steps in which officials edit a process: a row is a step with who does it, how long it takes and what comes
 * next. A gateway right behind a step is told in the row of the step, the one right before it as what the step waits for;
 * any other gateway is a row of its own. Table and definition say exactly the same.
 */
import type { BoundaryTimer, Gateway, Lane, ProcessNode } from '#kernel/process/schema.ts';

/** One way on. `condition` is FEEL, null where it is always or otherwise taken. */
export type Way = {
  readonly flow: string;
  readonly name: string;
  readonly to: string;
  readonly condition: string | null;
  readonly isDefault: boolean;
};

/** `single`: to the one next row. `one`, `some`, `all`: by a gateway behind the row that chooses among the ways. */
export type Onward =
  | { readonly how: 'single'; readonly ways: readonly Way[] }
  | {
      readonly how: 'one' | 'some' | 'all';
      readonly gateway: GatewayIdentity;
      /** The flow from the row to its gateway. */
      readonly link: FlowIdentity;
      readonly ways: readonly Way[];
    };

/** What keeps a gateway the same when a table becomes a definition again. */
export type GatewayIdentity = { readonly id: string; readonly name: string; readonly lane: string | null };
export type FlowIdentity = { readonly id: string; readonly name: string };

/** The gateway in front of a row, at which its ways in meet. */
export type Meeting = {
  readonly how: 'one' | 'some' | 'all';
  readonly gateway: GatewayIdentity;
  readonly link: FlowIdentity;
};

/** What a row may be: everything but boundary timers, which stand with their step. */
export type RowNode = Exclude<ProcessNode, BoundaryTimer>;

export type TimerRow = { readonly timer: BoundaryTimer; readonly ways: readonly Way[] };

export type Row = {
  readonly node: RowNode;
  readonly meeting: Meeting | null;
  readonly timers: readonly TimerRow[];
  readonly onward: Onward;
};

export type StepTable = {
  readonly id: string;
  readonly name: string;
  readonly lanes: readonly Lane[];
  readonly rows: readonly Row[];
};

export const GATEWAY_OF = {
  one: 'exclusive-gateway',
  some: 'inclusive-gateway',
  all: 'parallel-gateway',
} as const satisfies Record<Meeting['how'], Gateway['kind']>;

export function howOf(gateway: Gateway): Meeting['how'] {
  switch (gateway.kind) {
    case 'exclusive-gateway':
      return 'one';
    case 'inclusive-gateway':
      return 'some';
    case 'parallel-gateway':
      return 'all';
  }
}

export function isGateway(node: ProcessNode | undefined): node is Gateway {
  return node !== undefined && node.kind.endsWith('-gateway');
}
