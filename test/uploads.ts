import type { System } from '#platform/system.ts';
import type { UploadedFile } from '#web/http/form-values.ts';

/** A file as a verb gets it: staged and through the gates. Fails with the gate's sentence when it does not pass. */
export async function uploadOf(
  system: System,
  bytes: Uint8Array,
  { name = 'quét.pdf', field = 'files' }: { readonly name?: string; readonly field?: string } = {},
): Promise<UploadedFile> {
  const staged = await system.uploads.stage(bytes);
  const verdict = await system.uploads.examine(staged);
  if (verdict.problem !== undefined) throw new Error(`${name} ${verdict.problem}`);
  return { ...staged, name, field, ...verdict };
}
