/** Printing: a Typst template and plain data become a PDF/A-2a file with embedded fonts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coverageOf, loadFonts } from './fonts.ts';
import { printable } from './printable.ts';
import { filesUnder, templatesFolder } from './templates.ts';

export interface PrintJob {
  /** `<form set>/<name>`, the file `templates/<form set>/<name>.typ`. */
  readonly template: string;
  /** JSON data; the template reads it as text values, so nothing in it is ever evaluated as markup. */
  readonly data: unknown;
  /** SVG text of our own making (codes.ts) by name; given to the template as it is. */
  readonly pictures?: Readonly<Record<string, string>>;
  /** Creation time in the file's metadata; the same job with the same time gives the same bytes. */
  readonly createdAt: Date;
}

/**
 * Sets a document.
 * @returns the bytes of a PDF/A-2a file
 * @throws Error naming the template and what Typst said: a template that is missing or wrong is a bug, or an office's mistake
 */
export async function renderPdf(job: PrintJob): Promise<Uint8Array> {
  printer ??= createPrinter();
  return printer.render(job);
}

/**
 * Lays an office's own templates over those of the product: a file at the same relative path replaces ours. Called once
 * at start, from configuration; files changed later count after a restart. Null goes back to ours alone.
 */
export function useOfficeTemplates(folder: string | null): void {
  printer = createPrinter(folder);
}

interface Printer {
  readonly render: (job: PrintJob) => Uint8Array;
}

/** Fonts and compiled templates are kept for the life of the process; a receipt then takes milliseconds. */
let printer: Printer | undefined;

function createPrinter(officeFolder: string | null = null): Printer {
  const root = templatesFolder();
  const fonts = loadFonts();
  const covered = coverageOf(fonts);
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fonts] }] });
  const office = officeFolder === null ? [] : filesUnder(officeFolder);
  for (const { path, content } of office) compiler.mapShadow(join(root, path), content);
  const replaced = new Set(office.map(({ path }) => path));
  return {
    render: (job) => {
      const file = fileOf(job.template);
      if (!replaced.has(file) && !existsSync(join(root, file)))
        throw new Error(`print template ${job.template} is missing`);
      return compile(compiler, join(root, file), { ...job, data: printable(job.data, covered) });
    },
  };
}

function fileOf(template: string): string {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(template))
    throw new Error(`not the name of a print template: ${template}`);
  return `${template}.typ`;
}

function compile(compiler: NodeCompiler, mainFilePath: string, job: PrintJob): Uint8Array {
  const inputs = { form: JSON.stringify(job.data), pictures: JSON.stringify(job.pictures ?? {}) };
  const source = { mainFilePath, inputs };
  try {
    // In one call: a compiled document held by JavaScript would keep megabytes that its garbage collector cannot see.
    return compiler.pdf(source, {
      pdfStandard: 'a-2a',
      creationTimestamp: Math.floor(job.createdAt.getTime() / 1000),
    });
  } catch (cause) {
    const said = compiler.compile(source).takeError()?.shortDiagnostics ?? codeOf(cause);
    throw new Error(`print template ${job.template} failed: ${JSON.stringify(said)}`, { cause });
  } finally {
    // Typst remembers what it has set; results no job has used for ten jobs are dropped, so memory stays level.
    compiler.evictCache(10);
  }
}

/** The binding throws errors with an empty message and Typst's words in `code`. */
function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : cause;
}
