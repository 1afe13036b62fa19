import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { Refusal } from '#kernel/refusal.ts';
import type { Connection } from '#platform/database/connection.ts';
import { ensureApplicationRole } from '#platform/database/roles.ts';
import { findPostgresPackage } from '#platform/embedded/binaries.ts';
import { startEmbedded } from '#platform/embedded/server.ts';
import { restoreBackup, type RestoreOutcome, type RestoreRequest } from './restore.ts';

export type DrillRequest = Omit<RestoreRequest, 'target'> & {
  /** Folder for the server of the drill, on a disk with room for the database; made and removed. */
  readonly workFolder: string;
  /** The server of this installation, for machines without a PostgreSQL of the product's own. */
  readonly owner: Connection;
};

/**
 * Restores a backup for trial, proves it and throws the result away: into a server of its own for the occasion, else into a
 * database of its own on the installation's server. Stored files are read to the end and proven, and not written a second
 * time. Refuses with what is wrong.
 */
export async function drillBackup(request: DrillRequest): Promise<RestoreOutcome> {
  return (await hasServer()) ? onOwnServer(request) : drillOnSharedServer(request);
}

async function onOwnServer(request: DrillRequest): Promise<RestoreOutcome> {
  const folder = join(request.workFolder, `drill-${randomBytes(6).toString('hex')}`);
  await mkdir(request.workFolder, { recursive: true });
  try {
    // What is thrown away needs no power-proof disk.
    const server = await startEmbedded({ folder, durable: false, onLine: () => undefined });
    try {
      const owner = server.connection;
      const prepareRole = async () => ensureApplicationRole(owner, randomBytes(24).toString('base64url'));
      return await restoreBackup({ ...request, target: { owner, prepareRole, folders: null } });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In a database of its own beside that of the installation. The owner must be allowed to make one. */
export async function drillOnSharedServer(request: DrillRequest): Promise<RestoreOutcome> {
  const database = `motcua_drill_${randomBytes(6).toString('hex')}`;
  await onServer(request.owner, `create database ${database} template template0 encoding 'UTF8'`);
  try {
    // The role is there already: it is one for the whole server.
    const target = {
      owner: { ...request.owner, database },
      prepareRole: async () => undefined,
      folders: null,
    };
    return await restoreBackup({ ...request, target });
  } finally {
    await onServer(request.owner, `drop database if exists ${database} with (force)`);
  }
}

async function onServer(owner: Connection, statement: string): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query(statement).finally(async () => client.end());
}

async function hasServer(): Promise<boolean> {
  try {
    await findPostgresPackage();
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'missing') return false;
    throw error;
  }
}
