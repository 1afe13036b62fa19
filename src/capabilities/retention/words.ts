import type { RetentionRule } from './schema.ts';

/** `20 năm`, `Vĩnh viễn`. */
export function yearsWords({ years }: Pick<RetentionRule, 'years'>): string {
  return years === null ? 'Vĩnh viễn' : `${years} năm`;
}

/** Which records a rule is for; `titles` are those of procedures. */
export function scopeWords(
  { procedureId, domain }: Pick<RetentionRule, 'procedureId' | 'domain'>,
  titles: ReadonlyMap<number, string>,
): string {
  if (procedureId !== null) return titles.get(procedureId) ?? 'Thủ tục không còn trong danh mục';
  return domain === null ? 'Mọi thủ tục chưa có quy tắc riêng' : `Lĩnh vực ${domain}`;
}
