import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { processPaths } from '../schema.ts';

type DrawView = { readonly slug: string; readonly number: number; readonly formId: string };

/** The draft in the drawing program; what is drawn goes the way of an imported file. Without script there is the table. */
export function DrawPage({ view: { slug, number, formId } }: { readonly view: DrawView }) {
  return (
    <Form
      action={processPaths.import(slug, number)}
      formId={formId}
      hidden={[{ name: 'xml', value: '' }]}
      guard
      label="Vẽ sơ đồ"
    >
      <p class="govuk-hint">
        Vẽ xong, hệ thống cho xem từng phần tử được giữ hay chuyển đổi rồi mới thay bản dự thảo. Nơi, vai trò,
        thời gian và điều kiện nhập trong <Link href={processPaths.version(slug, number)}>bảng các bước</Link>
        .
      </p>
      <ButtonGroup>
        <Button>Xem trước bản vẽ</Button>
        <Button href={processPaths.version(slug, number)} variant="secondary">
          Về bảng các bước
        </Button>
      </ButtonGroup>
      <mc-drawing data-source={processPaths.export(slug, number)}>
        <p class="mc-drawing__without">
          Vẽ sơ đồ cần JavaScript. Không có JavaScript, hãy sửa trong{' '}
          <Link href={processPaths.version(slug, number)}>bảng các bước</Link>: làm được mọi việc như nhau.
        </p>
      </mc-drawing>
    </Form>
  );
}
