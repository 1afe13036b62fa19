import type { Rule } from '#kernel/report/rules/rule.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { Section } from '#web/ui/section.tsx';
import { checkPaths } from '../schema.ts';

/** Everything that the checker looks for, each leading to its page. */
export function RuleListContent({ rules }: Readonly<{ rules: readonly Rule[] }>) {
  return (
    <>
      <p class="govuk-body">
        Mỗi điều dưới đây là một câu hỏi máy đặt ra với từng số, từng ngày, từng văn bản trong báo cáo. Chỗ
        chắc chắn sai gọi là “Sai”; chỗ rất có thể sai là “Nên sửa”; chỗ cần người đọc lại là “Gợi ý xem lại”.
      </p>
      <DefinitionTable
        caption="Máy soát những gì"
        head={['Điều được soát', 'Tìm gì']}
        rows={rules.map(({ code, name, what }) => [<Link href={checkPaths.rule(code)}>{name}</Link>, what])}
      />
    </>
  );
}

/** One thing that the checker looks for: what, why, and examples. */
export function RuleContent({ rule }: Readonly<{ rule: Rule }>) {
  return (
    <>
      <Section title="Tìm gì">
        <p class="govuk-body">{rule.what}</p>
      </Section>
      <Section title="Vì sao cần sửa">
        <p class="govuk-body">{rule.why}</p>
      </Section>
      <Section title="Ví dụ">
        <DefinitionTable
          caption="Ví dụ viết sai và viết đúng"
          head={['Viết sai', 'Viết đúng']}
          rows={rule.examples.map(({ wrong, right }) => [wrong, right])}
        />
      </Section>
    </>
  );
}
