import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Details } from '#web/ui/details.tsx';
import { ErrorSummary } from '#web/ui/error-summary.tsx';
import { type ListedFile, FileList } from '#web/ui/file-list.tsx';
import { FileUpload } from '#web/ui/file-upload.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { dossierPath } from '../schema.ts';
import type { DossierFile } from '../view/schema.ts';
import { adviceOn, scanWords } from '../papers/rules.ts';
import { previewPath, type Scan, type Scans } from '../papers/schema.ts';
import type { DossierView } from '../view/service.ts';
import { sizeWords } from './rules.ts';
import {
  ACCEPT,
  ACCEPTED_NAMES,
  ACCEPTED_TYPES,
  filePaths,
  LARGEST_FILE_WORDS,
  PURPOSE_LABELS,
  type StoredDossierFile,
} from './schema.ts';

export type FilesView = { readonly dossier: DossierView; readonly scans: Scans; readonly formId: string };

/** Files of a dossier, viewed in place, with the way to add and remove for whoever handles it now. */
export function FilesPanel({ view }: { view: FilesView }) {
  const { dossier, scans, formId } = view;
  const { mayChangeFiles, state } = dossier;
  const pages = new Set(scans.pages.map(({ fileId }) => fileId));
  const files = dossier.files.filter(({ id }) => !pages.has(id));
  return (
    <Panel title="Tệp của hồ sơ" id="tep" aside={files.length > 0 ? `${files.length} tệp` : undefined}>
      {files.length > 0 ? (
        <FileList files={files.map((file) => listed(file, view))} />
      ) : (
        <p class="govuk-body">Chưa có bản quét hay tệp nào.</p>
      )}
      {mayChangeFiles ? (
        <Details summary="Thêm tệp">
          <Form action={filePaths.add(state.number)} formId={formId} upload label="Thêm tệp vào hồ sơ">
            <SelectField
              id="place"
              name="place"
              label="Tệp này là"
              options={places(dossier)}
              value={dossier.papers.length > 0 ? 'paper-0' : 'other'}
              width="full"
            />
            <FileUpload
              id="files"
              name="files"
              label="Chọn tệp"
              hint={`${ACCEPTED_NAMES}. Nhiều ảnh của một giấy tờ được ghép thành một tệp PDF/A theo thứ tự chọn.`}
              maxSize={LARGEST_FILE_WORDS}
              accept={ACCEPT}
              multiple
            />
            <Button variant="secondary" icon="upload">
              Thêm vào hồ sơ
            </Button>
          </Form>
        </Details>
      ) : null}
    </Panel>
  );
}

function places({ papers }: DossierView) {
  return [
    ...papers.map(({ position, name }) => ({ value: `paper-${position}`, text: name })),
    { value: 'result', text: PURPOSE_LABELS.result },
    { value: 'other', text: PURPOSE_LABELS.other },
  ];
}

function listed(file: DossierFile, { dossier, scans }: FilesView): ListedFile {
  const { state, papers, mayChangeFiles } = dossier;
  const address = filePaths.one(state.number, file.id);
  const scan = scans.byFile.get(file.id);
  const paper = papers.find(({ position }) => position === file.paperPosition);
  return {
    name: file.name,
    href: `${address}?download`,
    ...viewedAt(file, { number: state.number, scan }),
    size: sizeWords(file.size),
    note: (
      <>
        {scan ? `${scanWords(scan)} · ` : null}
        {paper?.name ?? PURPOSE_LABELS[file.purpose]} · {file.addedByName}, {formatDateTime(file.addedAt)}
        {mayChangeFiles ? (
          <>
            {' · '}
            <Link href={filePaths.remove(state.number, file.id)} about={file.name}>
              gỡ
            </Link>
          </>
        ) : null}
        {scan ? adviceOn(scan).map((advice) => <Advice key={advice} advice={advice} />) : null}
      </>
    ),
  };
}

/** A paper that was digitised here is seen page by page; other things as the browser shows them. */
function viewedAt(
  { id, mediaType }: DossierFile,
  { number, scan }: { readonly number: string; readonly scan: Scan | undefined },
): Pick<ListedFile, 'viewHref'> {
  if (scan) return { viewHref: previewPath(number, id) };
  return ACCEPTED_TYPES[mediaType]?.inline === true ? { viewHref: filePaths.one(number, id) } : {};
}

function Advice({ advice }: { advice: string }) {
  return (
    <>
      <br />
      <StateTag tone="soon" text="Chưa đạt" /> {advice}
    </>
  );
}

type RemoveView = {
  readonly number: string;
  readonly file: StoredDossierFile;
  readonly problem: string | null;
  readonly formId: string;
  readonly action: string;
};

/** Asking before a file is taken away. */
export function RemoveFileContent({ view }: { view: RemoveView }) {
  const { file, number } = view;
  return (
    <>
      <ErrorSummary errors={view.problem ? [{ message: view.problem }] : []} />
      <p class="govuk-body">
        Gỡ tệp <strong>{file.name}</strong> ({sizeWords(file.size)}) khỏi hồ sơ {number}? Diễn biến hồ sơ vẫn
        ghi ai đã thêm, ai đã gỡ và lúc nào.
      </p>
      <Form action={view.action} formId={view.formId}>
        <ButtonGroup>
          <Button variant="warning">Gỡ tệp</Button>
          <Button variant="link" href={dossierPath(number)}>
            Giữ lại
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
