import type { Frame } from '../document.ts';
import { clean } from './clean.ts';

/** `Báo cáo kết quả công tác cải cách hành chính năm 2020`, for the properties of files. */
export function fileTitle({ typeName, title }: Frame): string {
  const words = clean(title).trim();
  return `${clean(typeName)} ${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`.trim();
}
