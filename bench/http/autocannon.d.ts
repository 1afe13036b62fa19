/** The part of autocannon that is used here; it brings no types of its own. */
declare module 'autocannon' {
  export type Request = {
    readonly method?: 'GET' | 'POST';
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  export type Options = {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    /** Seconds until a request without an answer counts as lost. */
    readonly timeout?: number;
    /** Requests a second over all connections; latency is then counted from when a request was due. */
    readonly overallRate?: number;
    readonly requests: readonly { readonly setupRequest: (request: Request) => Request }[];
  };
  export type Result = {
    readonly requests: { readonly average: number; readonly total: number };
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly errors: number;
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  };
  export type Running = Promise<Result> & {
    /** Every answer, with the milliseconds it took. */
    readonly on: (
      event: 'response',
      listener: (...answer: [client: unknown, status: number, bytes: number, milliseconds: number]) => void,
    ) => unknown;
  };
  export default function autocannon(options: Options): Running;
}
