/**
 * Imports only go down the floors, cross folders by subpath, and reach other capabilities through their front doors.
 * With `--fix`, relative imports across folders are first rewritten as subpaths.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { importsOf, isTest, report, typescriptFiles } from '../lib/code.mjs';
import { inProject } from '../lib/project.mjs';

const floors = ['kernel', 'platform', 'web', 'foundation', 'capabilities', 'app'];
/** Libraries without I/O and clock, which the kernel may use: BPMN XML and FEEL (ADR 26). */
const pureGuests = new Set(['bpmn-moddle', 'feelin']);
const frontDoors = new Set(['service.ts', 'schema.ts', 'print.ts', 'words.ts', 'indicators.ts']);

if (process.argv.includes('--fix')) typescriptFiles('src', 'starter').forEach(rewriteClimbs);

const files = typescriptFiles('src', 'starter').filter(({ path }) => !isTest(path));
const imports = files.flatMap((file) => importsOf(file).map((found) => ({ path: file.path, ...found })));

report([...imports.flatMap(sentencesOf), ...circlesOfCapabilities()]);

function sentencesOf({ path, specifier, target, line }) {
  const found = [
    kernelImport(path, specifier, target),
    climb(path, specifier, target),
    upwards(path, target),
    sideDoor(path, target),
  ];
  return found.filter(Boolean).map((sentence) => ({ path, line, sentence }));
}

function kernelImport(path, specifier, target) {
  const isPure = target?.startsWith('src/kernel/') || specifier.startsWith('./') || pureGuests.has(specifier);
  if (floorOf(path) !== 'kernel' || isPure) return undefined;
  return `The kernel is pure and imports only itself, not "${specifier}".`;
}

/** Inside one module (src/foundation/access, a capability, …) `../` is fine; beyond it the subpath says where one is. */
function climb(path, specifier, target) {
  if (!specifier.startsWith('../') || moduleOf(path) === moduleOf(target)) return undefined;
  return `Import across folders by subpath (#floor/…), not "${specifier}".`;
}

function upwards(path, target) {
  const own = floors.indexOf(floorOf(path));
  if (own === -1 || target === undefined) return undefined;
  if (/^(test|starter)\//.test(target)) return own === 5 ? undefined : `Only app may import "${target}".`;
  const other = floors.indexOf(floorOf(target));
  return other > own
    ? `${floors[own]} may not import from ${floors[other]}: imports only go down.`
    : undefined;
}

function sideDoor(path, target) {
  const [own, other] = [capabilityOf(path), capabilityOf(target ?? '')];
  if (own === undefined || other === undefined || own === other) return undefined;
  if (frontDoors.has(target.split('/').at(-1))) return undefined;
  return `${own} may use ${other} only through its service.ts, schema.ts, print.ts, words.ts and indicators.ts, not "${target}".`;
}

/** The graph of capabilities has no circle. */
function circlesOfCapabilities() {
  const edges = imports
    .map((found) => ({ ...found, own: capabilityOf(found.path), other: capabilityOf(found.target ?? '') }))
    .filter(({ own, other }) => own !== undefined && other !== undefined && own !== other);
  return edges
    .filter(({ own, other }) => reaches(edges, other, own))
    .map(({ path, line, own, other }) => ({
      path,
      line,
      sentence: `${own} uses ${other}, which uses ${own} again: a circle.`,
    }));
}

function reaches(edges, from, to) {
  const seen = new Set([from]);
  for (const name of seen) {
    // A set that grows while it is walked: every capability is looked at once.
    for (const { own, other } of edges) if (own === name) seen.add(other);
  }
  return seen.has(to);
}

function floorOf(path) {
  return /^src\/([a-z]+)\//.exec(path)?.[1];
}

function rewriteClimbs(file) {
  const climbs = importsOf(file).filter(({ specifier, target }) => climb(file.path, specifier, target));
  if (climbs.length === 0) return;
  const path = inProject(file.path);
  const text = climbs.reduce(
    (text, { specifier, target }) => text.replaceAll(`'${specifier}'`, `'#${target.replace(/^src\//, '')}'`),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
}

function moduleOf(path) {
  return /^(?:src\/)?[^/]+\/[^/]+\//.exec(path)?.[0];
}

function capabilityOf(path) {
  return /^src\/capabilities\/([^/]+)\//.exec(path)?.[1];
}
