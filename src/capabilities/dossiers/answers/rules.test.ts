import { describe, expect, test } from 'vitest';
import { end, exclusive, processOf, start, task } from '#kernel/process/process.fixture.ts';
import type { FormField } from '#capabilities/procedures/schema.ts';
import { askedFields, readAnswers, typedOf } from './rules.ts';

const field = (name: string, type: FormField['type'], rest: Partial<FormField> = {}): FormField => ({
  name,
  type,
  label: `Mục ${name}`,
  required: true,
  options: [],
  hint: '',
  ...rest,
});

const AREA = field('dienTich', 'number');
const MADE = field('ngayCap', 'date');
const SHARED = field('chungQuyen', 'yes-no');
const KIND = field('loaiDat', 'select', { options: ['Đất ở', 'Đất vườn'] });
const NAME = field('hoTen', 'text', { required: false });

describe('What a process asks of the form', () => {
  test('is what its conditions name, in the order of the form', () => {
    const definition = processOf(
      [start(), task('a'), exclusive('g', 'g-c'), task('b'), task('c'), end()],
      'start > a > g',
      'g > b : form.dienTich > 100 and form.loaiDat = "Đất ở"',
      'g > c',
      'b > end',
      'c > end',
    );
    expect(askedFields(definition, { eform: [NAME, KIND, AREA] })).toEqual([KIND, AREA]);
  });
});

describe('Answers', () => {
  test('are read by the types of their fields', () => {
    const typed = { dienTich: '120,5', ngayCap: '28/4/2020', chungQuyen: 'no', loaiDat: 'Đất ở', hoTen: '' };
    const { answers, problems } = readAnswers([AREA, MADE, SHARED, KIND, NAME], typed);
    expect(problems).toEqual({});
    expect(answers).toEqual({ dienTich: 120.5, ngayCap: '2020-04-28', chungQuyen: false, loaiDat: 'Đất ở' });
  });

  test.each([
    [AREA, 'rộng', 'Hãy ghi một số, ví dụ 120,5.'],
    [MADE, 'hôm qua', 'Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 28/4/2020.'],
    [KIND, 'Đất rừng', 'Hãy chọn một trong các mục.'],
    [SHARED, 'maybe', 'Hãy chọn có hoặc không.'],
    [AREA, '', 'Hãy ghi: Mục dienTich.'],
  ])('of %o typed as %s are refused at their field', (asked, text, sentence) => {
    const { problems } = readAnswers([asked], { [asked.name]: text });
    expect(problems).toEqual({ [`answers.${asked.name}`]: sentence });
  });

  test('come back as they can be typed', () => {
    for (const [asked, text] of [
      [AREA, '120,5'],
      [MADE, '28/4/2020'],
      [SHARED, 'no'],
      [KIND, 'Đất ở'],
    ] as const) {
      const { answers } = readAnswers([asked], { [asked.name]: text });
      expect(typedOf(asked, answers[asked.name])).toBe(text);
    }
  });

  test('to what is not asked are not kept', () => {
    expect(readAnswers([AREA], { dienTich: '1', hoTen: 'Nguyễn Thị B' }).answers).toEqual({ dienTich: 1 });
  });
});
