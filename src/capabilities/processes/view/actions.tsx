import { Button } from '#web/ui/button.tsx';
import { Form } from '#web/ui/form.tsx';
import { processPaths } from '../schema.ts';
import type { ProcessView, VersionView } from './service.ts';

type Rights = { readonly mayEdit: boolean; readonly mayPublish: boolean; readonly formId: string };

/** What can be done with the process of a procedure. */
export function ProcessActions({ view }: { readonly view: ProcessView & Rights }) {
  const { procedure, inForce, mayEdit, mayPublish, formId } = view;
  const { slug } = procedure;
  return (
    <>
      {inForce ? (
        <Button href={processPaths.export(slug, inForce.number)} variant="secondary" icon="download">
          Tải tệp BPMN
        </Button>
      ) : null}
      {mayPublish ? (
        <Button href={processPaths.running(slug)} variant="secondary">
          Hồ sơ ở phiên bản cũ
        </Button>
      ) : null}
      {mayEdit ? (
        <Form action={processPaths.drafts(slug)} formId={formId}>
          <Button icon="plus">Lập bản dự thảo</Button>
        </Form>
      ) : null}
    </>
  );
}

/** What can be done with a version. */
export function VersionActions({ view }: { readonly view: VersionView & Rights }) {
  const { procedure, version, mayEdit, mayPublish, formId } = view;
  const { slug } = procedure;
  const { number } = version;
  const isDraft = version.state === 'draft';
  return (
    <>
      <Button href={processPaths.export(slug, number)} variant="secondary" icon="download">
        Tải tệp BPMN
      </Button>
      {isDraft && mayEdit ? (
        <>
          <Button href={processPaths.import(slug, number)} variant="secondary" icon="upload">
            Nhập tệp BPMN
          </Button>
          <Button href={processPaths.draw(slug, number)} variant="secondary">
            Vẽ sơ đồ
          </Button>
          <Button href={processPaths.rows(slug, number)} variant="secondary" icon="plus">
            Thêm dòng
          </Button>
          <Button href={processPaths.discard(slug, number)} variant="secondary">
            Bỏ bản này
          </Button>
        </>
      ) : null}
      {isDraft && mayPublish ? (
        <Button href={processPaths.publish(slug, number)}>Kiểm tra và công bố</Button>
      ) : null}
      {!isDraft && mayEdit ? (
        <Form
          action={processPaths.drafts(slug)}
          formId={formId}
          hidden={[{ name: 'copyOf', value: String(number) }]}
        >
          <Button icon="plus" variant="secondary">
            Lập bản dự thảo từ phiên bản này
          </Button>
        </Form>
      ) : null}
    </>
  );
}
