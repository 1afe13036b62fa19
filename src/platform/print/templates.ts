/** Where print templates lie: those of the product, and an office's own ones laid over them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The `templates` folder beside the nearest package.json above this file, wherever the code was bundled to. */
export function templatesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder)
      throw new Error('no package.json above the print module, so no templates folder');
    folder = dirname(folder);
  }
  return join(folder, 'templates');
}

/** Every file under an office's folder with its path relative to it, `/` between parts. Throws when the folder is missing. */
export function filesUnder(folder: string): readonly { readonly path: string; readonly content: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      content: readFileSync(file),
    }));
}
