import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('an address keeps the words and loses what an address bar would spoil', () => {
  expect(slugOf('Thủ tục đăng ký khai sinh')).toBe('thu-tuc-dang-ky-khai-sinh');
  expect(slugOf(' Khuyết tật (cấp lại, đổi) – 2020 ')).toBe('khuyet-tat-cap-lai-doi-2020');
  expect(slugOf('…')).toBe('');
});
