/** Where a PostgreSQL server is and as whom to log in. `host` may be the folder of a unix socket. */
export type Connection = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string | undefined;
  readonly database: string;
};

/** Reads `postgres://user:password@host:port/database`. Throws a TypeError when it is not a URL. */
export function connectionOf(url: string): Connection {
  const parsed = new URL(url);
  return {
    host: parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: parsed.password ? decodeURIComponent(parsed.password) : undefined,
    database: decodeURIComponent(parsed.pathname.slice(1)),
  };
}
