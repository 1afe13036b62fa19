import { CompiledQuery, type DatabaseConnection, type Driver } from 'kysely';
import { driverAround } from './driver.ts';

/**
 * Whose rows a connection may see. The server's row-level security (migration 0020) compares the rows with these values;
 * a connection that was told nothing sees none.
 */
export type RowScope = {
  /** `system` sees every row: jobs, commands, and the few look-ups that come before it is known who asks. */
  readonly role: 'application' | 'system';
  /** Account and officer that act; null when nobody is signed in. */
  readonly account: number | null;
  readonly officer: number | null;
  /** Units whose dossiers may be seen. */
  readonly units: readonly number[];
  /** What may be asked of the system, by the names of the permissions. */
  readonly rights: readonly string[];
  /** The one dossier that was opened with its number and code. */
  readonly dossier: number | null;
};

export const NOBODY: RowScope = {
  role: 'application',
  account: null,
  officer: null,
  units: [],
  rights: [],
  dossier: null,
};

export const SYSTEM: RowScope = { ...NOBODY, role: 'system' };

/** The role with which the system itself reads: the application's login may take it on and lay it down. */
export const SYSTEM_ROLE = 'motcua_system';

const SET = `select set_config('role', $1, $2), set_config('motcua.account', $3, $2),
  set_config('motcua.officer', $4, $2), set_config('motcua.units', $5, $2), set_config('motcua.rights', $6, $2),
  set_config('motcua.dossier', $7, $2)`;

/** The statement that tells the server a scope: until the transaction ends, or until the next one on the connection. */
export function statementOf(scope: RowScope, until: 'transaction-ends' | 'told-again'): CompiledQuery {
  return CompiledQuery.raw(SET, [
    scope.role === 'system' ? SYSTEM_ROLE : 'none',
    until === 'transaction-ends',
    textOf(scope.account),
    textOf(scope.officer),
    `{${scope.units.join(',')}}`,
    // Names of permissions are our own: letters, points and hyphens.
    `{${scope.rights.join(',')}}`,
    textOf(scope.dossier),
  ]);
}

function textOf(id: number | null): string {
  return id === null ? '' : String(id);
}

/** What a connection was last told, whether the server has it, and whether it is known that it has not. */
type Told = { readonly what: string; readonly heard: Promise<unknown>; wasLost: boolean };

/** What each connection was told. */
export type Scopes = WeakMap<DatabaseConnection, Told>;

/**
 * A driver whose connections are told one scope before anything else: the telling leaves together with the first
 * statement, before a transaction begins, and whatever was asked fails when the server did not hear it.
 */
export function scopedDriver(driver: Driver, scope: RowScope, scopes: Scopes): Driver {
  const what = JSON.stringify(scope);
  const heard = async (connection: DatabaseConnection): Promise<void> => {
    await scopes.get(connection)?.heard;
  };
  return driverAround(driver, {
    acquireConnection: async () => {
      const connection = await driver.acquireConnection();
      const told = scopes.get(connection);
      if (told?.what !== what || told.wasLost) {
        tell(connection, { what, statement: statementOf(scope, 'told-again') }, scopes);
      }
      return connection;
    },
    commitTransaction: async (connection) => {
      await heard(connection);
      await driver.commitTransaction(connection);
    },
    releaseConnection: async (connection) => {
      try {
        await heard(connection);
      } finally {
        await driver.releaseConnection(connection);
      }
    },
  });
}

function tell(
  connection: DatabaseConnection,
  { what, statement }: { readonly what: string; readonly statement: CompiledQuery },
  scopes: Scopes,
): void {
  const heard = connection.executeQuery(statement);
  const told: Told = { what, heard, wasLost: false };
  scopes.set(connection, told);
  // Whoever uses the connection now waits for it and fails with it; the next one says it again.
  heard.catch(() => {
    told.wasLost = true;
  });
}
