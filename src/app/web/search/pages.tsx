import { EmptyState } from '#web/ui/empty-state.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { SearchBox } from '#web/ui/search-box.tsx';
import { Section } from '#web/ui/section.tsx';

/** Something that was found, of whatever kind. */
export type Found = { readonly href: string; readonly text: string; readonly note: string };

type SearchContentProps = {
  readonly q: string;
  readonly dossiers: readonly Found[];
  readonly procedures: readonly Found[];
};

/** What was found, by kind; the box again to ask differently. */
export function SearchContent({ q, dossiers, procedures }: SearchContentProps) {
  return (
    <>
      <SearchBox
        action="/search"
        label="Tìm hồ sơ, người nộp, thủ tục"
        placeholder="Số hồ sơ, tên, số định danh, điện thoại, tên thủ tục"
        value={q}
        autofocus={q === ''}
      />
      {dossiers.length > 0 ? (
        <Section title="Hồ sơ">
          <LinkList links={dossiers} single />
        </Section>
      ) : null}
      {procedures.length > 0 ? (
        <Section title="Thủ tục">
          <LinkList links={procedures} single />
        </Section>
      ) : null}
      {q !== '' && dossiers.length + procedures.length === 0 ? (
        <EmptyState
          title={`Không tìm thấy gì cho “${q}”`}
          text="Thử ít chữ hơn, hoặc gõ số hồ sơ, số điện thoại. Chỉ hồ sơ của đơn vị bạn được tìm."
        />
      ) : null}
    </>
  );
}
