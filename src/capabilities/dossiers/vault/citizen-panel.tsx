import { formatDate } from '#kernel/vietnamese/format.ts';
import type { KeptName } from '#capabilities/vault/schema.ts';
import { keptNames } from '#capabilities/vault/service.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import type { CitizenPanel } from '../lookup/panels.ts';

/** What the counter keeps of the person, by names, and where it was used: so that nothing is kept behind their back. */
export const citizenVaultPanel: CitizenPanel = async (own, { dossierId }) => {
  const kept = await keptNames(own, dossierId);
  if (kept.length === 0) return null;
  return (
    <Details summary="Giấy tờ của tôi đang được lưu để dùng lại">
      <p class="govuk-body">
        Bạn đã đồng ý lưu bản số hóa của các giấy tờ này, để lần sau làm thủ tục khỏi nộp lại. Muốn xóa, hãy
        đến quầy Một cửa đã nộp hồ sơ.
      </p>
      <DefinitionTable
        caption="Giấy tờ đang được lưu"
        head={['Giấy tờ', 'Lưu ngày', 'Đã dùng cho hồ sơ']}
        rows={kept.map((paper) => [named(paper), formatDate(paper.keptAt), used(paper)])}
      />
    </Details>
  );
};

function named({ name, validTo }: KeptName): string {
  return validTo === null ? name : `${name} (giá trị đến hết ${formatDate(validTo)})`;
}

function used({ uses }: KeptName): string {
  return uses.length === 0
    ? 'chưa dùng'
    : uses.map((use) => `${use.number ?? 'một hồ sơ khác của bạn'}, ngày ${formatDate(use.at)}`).join('; ');
}
