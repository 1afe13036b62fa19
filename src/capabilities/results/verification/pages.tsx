import { formatDate } from '#kernel/vietnamese/format.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { FileCompare } from '#web/ui/file-compare.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ISSUED_FIELDS } from '../personal-data.ts';
import { codeWords } from '../words.ts';
import { RESULT_KIND_LABELS, RESULT_STATE_LABELS, verifyPaths } from '../schema.ts';
import type { Verified } from './service.ts';

/** Asks for the code that stands below the QR. */
export function AskContent({ code, problem }: { code: string; problem: FormProblem }) {
  return (
    <>
      <ProblemSummary problem={problem} />
      <p class="govuk-body-l">
        Quét mã QR trên phiếu xác minh kèm giấy phép, giấy chứng nhận, quyết định; hoặc nhập mã in bên cạnh mã
        QR.
      </p>
      <Form action={verifyPaths.ask}>
        <TextField
          id="code"
          name="code"
          label="Mã xác minh"
          hint="12 chữ và số, ví dụ: ACDE-FGHJ-KLMN"
          value={code}
          error={problem.fields['code']}
          autocomplete="off"
          required
        />
        <Button>Xác minh</Button>
      </Form>
      <Inset>
        Trang này chỉ cho biết kết quả có thật và còn hiệu lực không. Muốn biết hồ sơ của mình đến đâu, hãy{' '}
        <Link href="/tra-cuu">tra cứu hồ sơ</Link>.
      </Inset>
    </>
  );
}

type VerifiedView = { readonly verified: Verified; readonly unitName: string };

/** What the register says of the paper in hand. */
export function VerifiedContent({ view }: { view: VerifiedView }) {
  const { verified, unitName } = view;
  const rows = [
    { key: 'Loại', value: RESULT_KIND_LABELS[verified.kind] },
    { key: 'Tên kết quả', value: verified.title },
    ...(verified.documentNumber ? [{ key: 'Số, ký hiệu', value: verified.documentNumber }] : []),
    { key: 'Số vào sổ', value: verified.book },
    { key: 'Nơi cấp', value: unitName },
    { key: 'Ngày ký', value: formatDate(verified.issuedOn) },
    { key: 'Cấp cho', value: masked(ISSUED_FIELDS.holder, verified.holder) },
    { key: 'Hiệu lực', value: periodOf(verified) },
    { key: 'Trạng thái', value: RESULT_STATE_LABELS[verified.state] },
    { key: 'Mã xác minh', value: <span class="mc-unbroken">{codeWords(verified.verifyCode)}</span> },
  ];
  return (
    <>
      <Outcome verified={verified} />
      <Panel title="Sổ đăng ký kết quả ghi">
        <SummaryList rows={rows} />
        <p>So từng dòng với giấy bạn đang cầm: khác dòng nào là giấy bị sửa dòng đó.</p>
      </Panel>
      {verified.hash === null ? null : (
        <Panel title="So tệp điện tử với bản gốc">
          <FileCompare hash={verified.hash} />
        </Panel>
      )}
      <p class="govuk-body">
        <Link href={verifyPaths.ask}>Xác minh kết quả khác</Link>
      </p>
    </>
  );
}

function Outcome({ verified: { state, endedOn, validTo, validFrom, correctedOn } }: { verified: Verified }) {
  const corrected =
    correctedOn === null ? null : <p>Đã đính chính theo văn bản ngày {formatDate(correctedOn)}.</p>;
  if (state === 'valid') {
    return (
      <Banner kind="success" title="Kết quả có thật, còn hiệu lực">
        {corrected}
      </Banner>
    );
  }
  const sentence = {
    revoked: `Đã bị thu hồi ngày ${endedOn === null ? '' : formatDate(endedOn)}.`,
    cancelled: `Đã bị hủy bỏ ngày ${endedOn === null ? '' : formatDate(endedOn)}.`,
    expired: `Hết hiệu lực sau ngày ${validTo === null ? '' : formatDate(validTo)}.`,
    'not-yet': `Có hiệu lực từ ngày ${formatDate(validFrom)}.`,
  }[state];
  const isOver = state === 'revoked' || state === 'cancelled';
  return (
    <Banner
      kind={isOver ? 'error' : 'warning'}
      title={`Kết quả có thật, nhưng ${RESULT_STATE_LABELS[state].toLowerCase()}`}
    >
      <p>{sentence}</p>
      {corrected}
    </Banner>
  );
}

function periodOf({ validFrom, validTo }: Verified): string {
  return validTo === null
    ? `từ ${formatDate(validFrom)}, không thời hạn`
    : `từ ${formatDate(validFrom)} đến hết ${formatDate(validTo)}`;
}
