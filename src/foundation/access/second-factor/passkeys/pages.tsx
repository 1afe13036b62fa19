import { Banner } from '#web/ui/banner.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Form } from '#web/ui/form.tsx';
import { PasskeyButton } from '#web/ui/passkey-button.tsx';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { BackToFactors, CurrentPassword } from '../form-pages.tsx';
import { NEW_PASSKEY } from '../schema.ts';
import { PasskeyNameField } from './name-field.tsx';

type NewPasskeyPageProps = Readonly<{
  /** What the browser is asked; null where this address allows no passkeys. */
  options: string | null;
  formId: string;
  field: FieldOf;
  problem: FormProblem;
}>;

/** A name, the password, and the device does the rest. */
export function NewPasskeyPage({ options, formId, field, problem }: NewPasskeyPageProps) {
  if (options === null) {
    return (
      <>
        <Banner kind="info" title="Chưa dùng được khóa truy cập ở địa chỉ này">
          <p>
            Trình duyệt chỉ cho dùng khóa khi hệ thống có tên miền và kết nối bảo mật (https). Hãy báo quản
            trị hệ thống, hoặc thêm ứng dụng tạo mã.
          </p>
        </Banner>
        <BackToFactors />
      </>
    );
  }
  return (
    <>
      <ProblemSummary problem={problem} />
      <p>
        Sau khi bấm nút, làm theo hướng dẫn của thiết bị: chạm vân tay, nhìn vào màn hình hoặc nhập mã khóa
        máy.
      </p>
      <Form action={NEW_PASSKEY} formId={formId}>
        <PasskeyNameField field={field} />
        <CurrentPassword problem={problem} />
        <ButtonGroup>
          <PasskeyButton ceremony="create" options={options}>
            Tạo khóa truy cập
          </PasskeyButton>
          <BackToFactors />
        </ButtonGroup>
      </Form>
    </>
  );
}
