import { qrSvg } from '#platform/print/codes.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import { QrPicture } from '#web/ui/qr-picture.tsx';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { BackToFactors, CodeField, CurrentPassword } from '../form-pages.tsx';
import { APP } from '../schema.ts';
import type { AppOffer } from './service.ts';

type AppPageProps = Readonly<{ offer: AppOffer; formId: string; problem: FormProblem }>;

/** Scan, or type, and show that it worked. */
export function AppPage({ offer, formId, problem }: AppPageProps) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <ol class="govuk-list govuk-list--number">
        <li>
          Cài một ứng dụng tạo mã trên điện thoại, ví dụ Google Authenticator hoặc Microsoft Authenticator.
        </li>
        <li>Trong ứng dụng, chọn thêm tài khoản rồi quét mã QR này.</li>
        <li>Nhập mã 6 chữ số mà ứng dụng đang hiện vào ô dưới.</li>
      </ol>
      <QrPicture svg={qrSvg(offer.address, 'Mã QR để thêm tài khoản vào ứng dụng tạo mã')} />
      <Details summary="Không quét được? Nhập khóa bằng tay">
        <p>
          Chọn cách nhập khóa trong ứng dụng, loại khóa theo thời gian, rồi gõ: <code>{offer.typed}</code>
        </p>
      </Details>
      <Form action={APP} formId={formId} hidden={[{ name: 'offer', value: offer.sealed }]}>
        <CodeField problem={problem} label="Mã trong ứng dụng" hint="6 chữ số, đổi sau mỗi 30 giây" />
        <CurrentPassword problem={problem} />
        <ButtonGroup>
          <Button>Xác nhận</Button>
          <BackToFactors />
        </ButtonGroup>
      </Form>
    </>
  );
}
