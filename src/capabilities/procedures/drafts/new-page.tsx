import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { LEVEL_LABELS } from '../labels.ts';
import { optionsOf } from '#web/ui/option.ts';
import { procedurePaths, type ProcedureVersion } from '../schema.ts';

type NewView = { readonly values: FormValues; readonly problem: FormProblem; readonly formId: string };

/** The few facts a new procedure begins with; everything else follows in its draft. */
export function NewProcedurePage({ view }: { readonly view: NewView }) {
  const field = fieldsOf(view.values, view.problem);
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Form action={procedurePaths.new} formId={view.formId}>
        <TextArea {...field('name')} label="Tên thủ tục" hint="Ghi theo quyết định công bố." rows={2} />
        <TextField
          {...field('shortName')}
          label="Tên gọi tắt"
          hint="Tên mọi người thấy trong danh sách và trên giấy tiếp nhận, không quá 80 ký tự. Địa chỉ trang của thủ tục lấy theo tên này."
          width="full"
        />
        <TextField
          {...field('code')}
          label="Mã thủ tục quốc gia"
          hint="Ví dụ 1.001193."
          required={false}
          width="short"
        />
        <TextField {...field('domain')} label="Lĩnh vực" width="full" />
        <RadioGroup {...field('level')} label="Cấp giải quyết" options={optionsOf(LEVEL_LABELS)} />
        <ButtonGroup>
          <Button>Tạo bản dự thảo</Button>
          <Button href={procedurePaths.list} variant="secondary">
            Hủy
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

type DiscardView = { readonly version: ProcedureVersion; readonly formId: string };

/** Asks before a draft is put aside. */
export function DiscardPage({ view: { version, formId } }: { readonly view: DiscardView }) {
  const { slug, number } = version;
  return (
    <>
      <p>
        Bản dự thảo số {number} sẽ không còn trong danh sách phiên bản. Nội dung vẫn được giữ trong lịch sử
        của thủ tục.
      </p>
      <Form action={procedurePaths.discard(slug, number)} formId={formId}>
        <ButtonGroup>
          <Button variant="warning">Bỏ bản dự thảo</Button>
          <Button href={procedurePaths.version(slug, number)} variant="secondary">
            Giữ lại
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
