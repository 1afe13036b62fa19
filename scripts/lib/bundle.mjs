import { inProject, root } from './project.mjs';

/** Bundles a program of development beside the application, so that what ships with the product is found the same way. */
export async function bundle(entry, outfile) {
  // The package is there once the clone is prepared, which whoever calls has done.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [inProject(entry)],
    outfile: inProject(outfile),
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
}
