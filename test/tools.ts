/** Programs of the operating system that tests read results with. One list, so that a machine is set up once. */
import { execFileSync, spawnSync } from 'node:child_process';

/** Program and the Debian package it comes in. */
const PACKAGES = {
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  zbarimg: 'zbar-tools',
} as const;
export type Tool = keyof typeof PACKAGES;

/** The tool's path. Fails the test with what to install when it is missing; a test never passes by skipping it. */
export function requireTool(name: Tool): string {
  try {
    return execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
  } catch (cause) {
    const install = `apt-get install -y ${[...new Set(Object.values(PACKAGES))].join(' ')}`;
    throw new Error(`This test needs the program ${name}. Install it: ${install}`, { cause });
  }
}

/** zbarimg ends with 4 when a page carries no code, which is an answer and not a failure. */
const ANSWERS: Readonly<Partial<Record<Tool, number>>> = { zbarimg: 4 };

/** What the tool prints. `input` goes to its standard input. Throws with what it said on stderr when it fails. */
export function runTool(name: Tool, parameters: readonly string[], input?: Uint8Array): string {
  const run = spawnSync(requireTool(name), parameters, { input, encoding: 'utf8', maxBuffer: 2 ** 27 });
  if (run.status !== 0 && run.status !== ANSWERS[name]) throw new Error(`${name} failed: ${run.stderr}`);
  return run.stdout;
}
