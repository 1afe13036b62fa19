import { TYPE_LABELS } from '#kernel/process/expressions/variables.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { ListedVariable } from '../variables.ts';

/** Conditions with what they say, for copying. */
const EXAMPLES = [
  ['dossier.channel = "postal"', 'Hồ sơ nộp qua bưu chính'],
  ['dossier.applicantKind = "organisation"', 'Người nộp là tổ chức'],
  ['fees.open > 0', 'Còn khoản phải nộp'],
  ['fees.total >= 1000000 and dossier.copies > 10', 'Phải nộp từ 1.000.000 đồng và xin trên 10 bản'],
  ['result.outcome = "declined"', 'Kết quả là từ chối giải quyết'],
  ['not(dossier.returnMethod = "postal")', 'Không nhận kết quả qua bưu chính'],
  ['choice = "Cần xác minh"', 'Người làm bước trước chọn nhánh “Cần xác minh”'],
  ['"Lấy ý kiến quy hoạch" in choices', 'Một trong các nhánh được chọn là “Lấy ý kiến quy hoạch”'],
] as const;

/** What the conditions of a process may ask about, with examples. */
export function VariablesPage({ variables }: { readonly variables: readonly ListedVariable[] }) {
  return (
    <>
      <p>
        Điều kiện của nhánh viết bằng ngôn ngữ FEEL (tiêu chuẩn DMN): so sánh, cộng trừ nhân chia,{' '}
        <code>and</code> (và), <code>or</code> (hoặc), <code>not</code> (không). Chữ đặt trong ngoặc kép; số
        viết liền, phần lẻ sau dấu chấm; ngày viết <code>date("2026-01-31")</code>. Điều kiện không xét được
        vì thiếu thông tin thì coi là không đúng.
      </p>
      <Panel title="Ví dụ">
        <DefinitionTable
          caption="Ví dụ điều kiện"
          head={['Điều kiện', 'Có nghĩa là']}
          rows={EXAMPLES.map(([condition, words]) => [<code>{condition}</code>, words])}
        />
      </Panel>
      <Panel title="Thông tin hỏi được">
        <DefinitionTable
          caption="Thông tin hỏi được"
          head={['Tên', 'Kiểu', 'Là gì']}
          rows={variables.map(({ name, type, words }) => [
            <code>{name}</code>,
            TYPE_LABELS[type],
            withCode(words),
          ])}
        />
      </Panel>
    </>
  );
}

/** What stands between backticks is code. */
function withCode(words: string) {
  return words.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
