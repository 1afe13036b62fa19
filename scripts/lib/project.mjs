import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the checkout. */
export const inProject = (...parts) => join(root, ...parts);

/** Tells the person at the terminal what is being done. On the error stream: the other one is for facts. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends with a sentence that says what to do next. */
export function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}
