/** Tells the person at the terminal what is being measured. Standard output is for the table alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
