import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { FileUpload } from '#web/ui/file-upload.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import { procedurePaths } from '../schema.ts';
import { DifferencesTable } from '../view/pages.tsx';
import { EFFECT_LABELS, type PlannedEntry } from './schema.ts';

type UploadView = { readonly problem: FormProblem; readonly formId: string };

/** Choosing the file; nothing is changed before its contents were looked at. */
export function ImportPage({ view: { problem, formId } }: { readonly view: UploadView }) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <p>
        Tệp có dạng như tệp xuất ra từ danh mục. Hãy tải danh mục hiện có về (
        <Link href={`${procedurePaths.export}/xlsx`} download>
          XLSX
        </Link>
        ,{' '}
        <Link href={`${procedurePaths.export}/json`} download>
          JSON
        </Link>
        ), sửa trên tệp đó rồi nhập lại. Hệ thống cho xem trước từng thủ tục; những gì nhập vào là bản dự
        thảo, chưa công bố.
      </p>
      <Form action={procedurePaths.import} formId={formId} upload label="Chọn tệp">
        <FileUpload
          id="file"
          name="file"
          label="Tệp danh mục"
          accept=".xlsx,.json"
          maxSize="20 MB"
          error={problem.fields['file']}
        />
        <ButtonGroup>
          <Button>Xem trước</Button>
          <Button href={procedurePaths.list} variant="secondary">
            Hủy
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

type PlanView = {
  readonly hash: string;
  readonly planned: readonly PlannedEntry[];
  readonly problem: FormProblem;
  readonly formId: string;
};

const TONES = { new: 'fine', change: 'soon', same: 'neutral', wrong: 'late' } as const;

/** What importing would do, entry by entry. */
export function PlanPage({ view }: { readonly view: PlanView }) {
  const { planned, hash, problem, formId } = view;
  const count = (effect: PlannedEntry['effect']) => planned.filter((entry) => entry.effect === effect).length;
  const drafts = count('new') + count('change');
  return (
    <>
      <ProblemSummary problem={problem} />
      <StatisticTiles
        statistics={(['new', 'change', 'same', 'wrong'] as const).map((effect) => ({
          label: EFFECT_LABELS[effect],
          value: count(effect),
          tone: count(effect) > 0 ? TONES[effect] : 'neutral',
        }))}
      />
      <Form action={procedurePaths.importPlan(hash)} formId={formId} label="Nhập danh mục">
        <ButtonGroup>
          <Button {...(drafts === 0 ? { disabledBecause: 'Không có thủ tục nào mới hoặc thay đổi.' } : {})}>
            Nhập {drafts} bản dự thảo
          </Button>
          <Button href={procedurePaths.import} variant="secondary">
            Chọn tệp khác
          </Button>
        </ButtonGroup>
      </Form>
      <DefinitionTable
        caption="Từng thủ tục trong tệp"
        head={['Vị trí', 'Thủ tục', 'Kết quả kiểm tra', 'Chi tiết']}
        rows={planned.map((entry) => [
          entry.place,
          [entry.name, entry.code].filter(Boolean).join(' · '),
          <StateTag tone={TONES[entry.effect]} text={EFFECT_LABELS[entry.effect]} />,
          <EntryDetails entry={entry} />,
        ])}
      />
    </>
  );
}

function EntryDetails({ entry }: { readonly entry: PlannedEntry }) {
  if (entry.problems.length > 0) {
    return (
      <ul class="govuk-list">
        {entry.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    );
  }
  if (entry.differences.length === 0) return <>–</>;
  return (
    <Details summary={`${entry.differences.length} thay đổi`}>
      <DifferencesTable differences={entry.differences} />
    </Details>
  );
}
