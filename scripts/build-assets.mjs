/**
 * Builds what a browser loads: two stylesheets, their scripts, the ones for passkeys and for drawing, what stands inside the page that
 * checks receipts, the fonts and the icon, each under a name that carries the
 * hash of its content, and `manifest.json`, which maps plain names to those. Callable alone:
 * `node scripts/build-assets.mjs dist/assets`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { compileAsync } from 'sass';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCE = join(ROOT, 'src/web/assets');
const FONTS = join(ROOT, 'node_modules/@fontsource/be-vietnam-pro/files');
const SIDES = ['citizen', 'staff'];
const WEIGHTS = [400, 600];
const BROWSERS = ['chrome111', 'firefox121', 'safari16.4'];

/** Writes the assets and their manifest into `outFolder` (made empty first) and answers the manifest. */
export async function buildAssets(outFolder) {
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  const manifest = {};
  const keep = async (name, content) => {
    manifest[name] = hashedName(name, content);
    await writeFile(join(outFolder, manifest[name]), content);
  };
  await keep('icon.svg', await readFile(join(SOURCE, 'icon.svg')));
  const faces = await buildFonts(keep, manifest);
  for (const side of SIDES) {
    await keep(`${side}.css`, await stylesheet(side, faces));
    await keep(`${side}.js`, await script(side));
  }
  await keep('passkey.js', await script('passkey'));
  await keep('drawing.js', await script('drawing'));
  await keep('drawing.css', await drawingStyle(keep, manifest));
  await keep('receipt-check.js', await script('receipt-check'));
  await keep('receipt-check.css', await inlineStyle());
  await writeFile(join(outFolder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Copies the subsets of the font and answers the `@font-face` rules that name them. */
async function buildFonts(keep, manifest) {
  const subsets = JSON.parse(await readFile(join(SOURCE, 'fonts.json'), 'utf8'));
  const faces = [];
  for (const { name, range } of subsets)
    for (const weight of WEIGHTS) {
      const file = `${name}-${weight}.woff2`;
      await keep(file, await readFile(join(FONTS, `be-vietnam-pro-${name}-${weight}-normal.woff2`)));
      faces.push(fontFace({ file: manifest[file], weight, range }));
    }
  return faces.join('\n');
}

function fontFace({ file, weight, range }) {
  return (
    `@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-weight:${weight};font-display:swap;` +
    `src:url(${file}) format("woff2");unicode-range:${range}}`
  );
}

async function stylesheet(side, faces) {
  const sheet = await compileAsync(join(SOURCE, `${side}.scss`), {
    loadPaths: [join(ROOT, 'node_modules')],
    quietDeps: true,
  });
  const { code } = await transform(`${faces}\n${sheet.css}`, {
    loader: 'css',
    minify: true,
    target: BROWSERS,
  });
  return code;
}

/** The sheets of the drawing program with its icons, for the one page that loads it. */
async function drawingStyle(keep, manifest) {
  const folder = join(ROOT, 'node_modules/bpmn-js/dist/assets');
  await keep('drawing.woff2', await readFile(join(folder, 'bpmn-font/font/bpmn.woff2')));
  const icons = await readFile(join(folder, 'bpmn-font/css/bpmn.css'), 'utf8');
  const face = `@font-face{font-family:bpmn;src:url(${manifest['drawing.woff2']}) format("woff2")}`;
  const sheets = [
    await readFile(join(folder, 'diagram-js.css'), 'utf8'),
    await readFile(join(folder, 'bpmn-js.css'), 'utf8'),
    icons.replace(/@charset[^;]*;\s*@font-face\s*\{[^}]*\}/, face),
    await readFile(join(SOURCE, 'drawing.css'), 'utf8'),
  ];
  const { code } = await transform(sheets.join('\n'), { loader: 'css', minify: true, target: BROWSERS });
  return code;
}

/** No fonts and nothing of the kit: the page is one small file. */
async function inlineStyle() {
  const sheet = await readFile(join(SOURCE, 'receipt-check.css'), 'utf8');
  const { code } = await transform(sheet, { loader: 'css', minify: true, target: BROWSERS });
  return code.trim();
}

async function script(side) {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, `src/web/elements/${side}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: BROWSERS,
    charset: 'utf8',
  });
  return outputFiles[0].contents;
}

function hashedName(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const ending = extname(name);
  return `${basename(name, ending)}-${hash}${ending}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await buildAssets(process.argv[2] ?? join(ROOT, 'dist/assets'));
