import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.mjs';

/** Every file below the given files and folders of the project, as paths from its root, in a fixed order. */
export function filesUnder(...places) {
  return places.flatMap((place) => {
    if (!existsSync(inProject(place))) return [];
    if (statSync(inProject(place)).isFile()) return [place];
    const names = readdirSync(inProject(place)).filter(
      (name) => name !== 'node_modules' && !name.startsWith('.'),
    );
    return names.sort().flatMap((name) => filesUnder(join(place, name)));
  });
}

/** One hash of names and contents: another content, another hash, whatever the clocks say. */
export function hashOf(paths) {
  const digest = createHash('sha256');
  for (const path of paths)
    digest
      .update(path)
      .update('\0')
      .update(readFileSync(inProject(path)))
      .update('\0');
  return digest.digest('hex');
}
