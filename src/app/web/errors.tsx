import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Refusal, type RefusalKind } from '#kernel/refusal.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { Link } from '#web/ui/link.tsx';

type ErrorStatus = 403 | 404 | 409 | 413 | 422 | 500;

const STATUS = { invalid: 422, forbidden: 403, missing: 404, conflict: 409 } as const satisfies Record<
  RefusalKind,
  ErrorStatus
>;

const TITLES = {
  403: 'Bạn không có quyền làm việc này',
  404: 'Không tìm thấy trang',
  409: 'Chưa thực hiện được',
  413: 'Tệp gửi lên quá lớn',
  422: 'Thông tin chưa đúng',
  500: 'Hệ thống gặp lỗi',
} as const satisfies Record<ErrorStatus, string>;

/** Every failure becomes a page with a sentence that says what to do next; only bugs are logged as errors. */
export const showError: ErrorHandler<AppEnv> = async (error, c) => {
  if (error instanceof Refusal) return showRefusal(c, error);
  if (error instanceof HTTPException && error.status === 413) {
    return errorPage(
      c,
      413,
      'Tổng dung lượng gửi lên tối đa 25 MB. Hãy giảm dung lượng bản quét rồi gửi lại.',
    );
  }
  c.get('ctx').log.error({ error, path: c.req.path }, 'Lỗi chưa lường trước');
  const sentence = `Không có gì bị mất: thao tác chưa được ghi nhận. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống mã ${c.get('ctx').requestId}.`;
  return errorPage(c, 500, sentence);
};

export const showNotFound: NotFoundHandler<AppEnv> = async (c) =>
  errorPage(c, 404, 'Địa chỉ này không có hoặc đã đổi. Hãy kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ.');

async function showRefusal(c: AppContext, refusal: Refusal): Promise<Response> {
  const isStaffPage = c.get('ctx').actor === null && refusal.kind === 'forbidden' && c.req.method === 'GET';
  if (isStaffPage) {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
  }
  return errorPage(c, STATUS[refusal.kind], refusal.message);
}

async function errorPage(c: AppContext, status: ErrorStatus, sentence: string): Promise<Response> {
  const isOfficer = c.get('ctx').actor !== null;
  const page = isOfficer && status !== 500 ? c.get('staffPage') : c.get('citizenPage');
  return page(
    { title: TITLES[status], status },
    <>
      <p class="govuk-body-l">{sentence}</p>
      <p class="govuk-body">
        <Link href={isOfficer ? '/desk' : '/'}>{isOfficer ? 'Về việc cần làm' : 'Về trang chủ'}</Link>
      </p>
    </>,
  );
}
