#!/usr/bin/env node
/**
 * Adds to package-lock.json the packages for other systems that npm left out: it drops them when it writes the file from an
 * installed node_modules, or when a registry does not offer them, and `npm ci` then refuses the file. Run it after
 * `npm install`; `--check` only says what is missing. The system is read off the package's name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './lib/project.mjs';

const path = inProject('package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(missingOf);

if (process.argv.includes('--check')) {
  for (const { name } of missing)
    console.log(`package-lock.json:1 ${name} is missing; run node scripts/complete-lock.mjs.`);
  process.exitCode = missing.length === 0 ? 0 : 1;
} else if (missing.length > 0) {
  for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry;
  const { '': own, ...packages } = lock.packages;
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: { '': own, ...sorted } }, null, 2)}\n`);
  console.log(`Added ${missing.length} packages for other systems.`);
}

function missingOf([parentPath, parent]) {
  return Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(parentPath, name))
    .map(([name, version]) => ({ name, entry: entryOf(name, version, parent) }));
}

/** Beside the parent or anywhere above it. */
function isLocked(parentPath, name) {
  for (let at = parentPath; ; at = at.slice(0, Math.max(at.lastIndexOf('node_modules/') - 1, 0))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in lock.packages) return true;
    if (at === '') return false;
  }
}

function entryOf(name, version, parent) {
  if (!/^\d/.test(version)) throw new Error(`${name}: only an exact version can be added, not "${version}".`);
  const words = name.split(/[/-]/);
  const system = ['android', 'darwin', 'linux', 'win32', 'windows', 'freebsd', 'openharmony'].find((word) =>
    words.includes(word),
  );
  const processor = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'arm'].find((word) =>
    words.includes(word),
  );
  if (system === undefined || processor === undefined)
    throw new Error(`${name}: its name does not say which system it is for.`);
  const library = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return {
    version,
    cpu: [processor],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(system === 'linux' && words.some((word) => /^(musl|gnu)/.test(word)) ? { libc: [library] } : {}),
    optional: true,
    os: [system === 'windows' ? 'win32' : system],
  };
}
