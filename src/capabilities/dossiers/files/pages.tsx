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
import { dossierPath } from '../schema.ts';
import type { DossierFile } from '../view/schema.ts';
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

/** Files of a dossier, viewed in place, with the way to add and remove for whoever handles it now. */
export function FilesPanel({ dossier, formId }: { dossier: DossierView; formId: string }) {
  const { files, mayChangeFiles, state } = dossier;
  if (files.length === 0 && !mayChangeFiles) return null;
  return (
    <Panel title="Tệp của hồ sơ" id="tep" aside={files.length > 0 ? `${files.length} tệp` : undefined}>
      {files.length > 0 ? (
        <FileList files={files.map((file) => listed(file, dossier))} />
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
              hint={`${ACCEPTED_NAMES}.`}
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

function listed(file: DossierFile, { state, papers, mayChangeFiles }: DossierView): ListedFile {
  const address = filePaths.one(state.number, file.id);
  const isInline = ACCEPTED_TYPES[file.mediaType]?.inline === true;
  const paper = papers.find(({ position }) => position === file.paperPosition);
  return {
    name: file.name,
    href: `${address}?download`,
    ...(isInline ? { viewHref: address } : {}),
    size: sizeWords(file.size),
    note: (
      <>
        {paper?.name ?? PURPOSE_LABELS[file.purpose]} · {file.addedByName}, {formatDateTime(file.addedAt)}
        {mayChangeFiles ? (
          <>
            {' · '}
            <Link href={filePaths.remove(state.number, file.id)} about={file.name}>
              gỡ
            </Link>
          </>
        ) : null}
      </>
    ),
  };
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
