import { z } from 'zod';

/** What a citizen types or scans: the dossier's number and the check code of the receipt. */
export const lookupInput = z.object({
  number: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, '').toUpperCase())
    .pipe(
      z.string().min(1, 'Hãy ghi số hồ sơ trên giấy hẹn.').max(60, 'Số hồ sơ quá dài, hãy kiểm tra lại.'),
    ),
  code: z
    .string()
    .transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase())
    .pipe(z.string().min(1, 'Hãy ghi mã tra cứu trên giấy hẹn.').max(20, 'Mã tra cứu có 8 ký tự.')),
});
export type LookupInput = z.infer<typeof lookupInput>;

/** Path of the citizen's page of a dossier. Without the code the page asks for it. */
export function lookupPath(number: string, code?: string): string {
  const path = `/tra-cuu/${encodeURIComponent(number)}`;
  return code === undefined ? path : `${path}?ma=${encodeURIComponent(code)}`;
}

/** The same as a whole address, for letters and QR codes. */
export function lookupUrl(system: { readonly publicUrl: string }, number: string, code?: string): string {
  return `${system.publicUrl}${lookupPath(number, code)}`;
}
