import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Link } from '#web/ui/link.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { dossierPath } from '../schema.ts';

/** What a bulk act did with one dossier: null when it was done, else why not. */
export type BulkOutcome = { readonly number: string; readonly problem: string | null };

/** Every dossier of a bulk act with its own outcome; those that failed are unchanged. */
export function BulkContent({ outcomes, back }: { outcomes: readonly BulkOutcome[]; back: string }) {
  return (
    <>
      <DefinitionTable
        caption="Kết quả từng hồ sơ"
        head={['Hồ sơ', 'Kết quả', 'Lý do']}
        rows={outcomes.map(({ number, problem }) => [
          <Link key={number} href={dossierPath(number)}>
            {number}
          </Link>,
          problem === null ? (
            <StateTag tone="fine" text="Đã thực hiện" />
          ) : (
            <StateTag tone="late" text="Chưa thực hiện" />
          ),
          problem ?? '',
        ])}
      />
      <ButtonGroup>
        <Button href={back}>Quay lại danh sách</Button>
      </ButtonGroup>
    </>
  );
}
