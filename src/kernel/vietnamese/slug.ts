import { fold } from './fold.ts';

/** The text as a piece of an address: `Thủ tục đăng ký khai sinh` → `thu-tuc-dang-ky-khai-sinh`. May be empty. */
export function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
