import { isOfPeople } from '../figures/quotas.ts';
import { amountWords } from '../figures/say.ts';
import type { Finding } from '../schema.ts';
import { findingAt, type Rule } from './rule.ts';

export const MORE_THAN_ALLOTTED: Rule = {
  code: 'more-than-allotted',
  name: 'Số có mặt nhiều hơn số được giao',
  what: 'So số người có mặt, đã sử dụng với số biên chế, chỉ tiêu được giao của cùng loại nêu gần đó.',
  why: 'Không được sử dụng quá biên chế được giao (Luật Cán bộ, công chức; quyết định giao biên chế hằng năm). Nếu số liệu đúng thì phải giải trình.',
  examples: [
    {
      wrong: 'Năm 2023 được giao 40 biên chế công chức; số công chức có mặt là 42 người.',
      right: 'Năm 2023 được giao 42 biên chế công chức; số công chức có mặt là 40 người.',
    },
  ],
  find: (reading) =>
    reading.quotas.flatMap((quota): Finding[] => {
      const { given, used } = quota;
      if (used === null || used.value <= given.value || !isOfPeople(quota)) return [];
      return [
        findingAt(
          reading,
          {
            rule: MORE_THAN_ALLOTTED.code,
            severity: 'warning',
            message: `Số có mặt hoặc đã sử dụng là ${amountWords(used)}, nhiều hơn số được giao ${amountWords(given)}.`,
            suggestion: 'Kiểm tra hai số; nếu đúng thì nêu lý do vượt số được giao.',
          },
          used,
          given,
        ),
      ];
    }),
};
