import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Refusal, type RefusalKind } from '#kernel/refusal.ts';
import type { AppContext, AppEnv } from '#foundation/http.ts';
import { type Trouble, troubleOf } from '#platform/trouble.ts';
import { tellFailure } from '#platform/tracing/channels.ts';
import { FORM_LIMITS } from '#platform/uploads/limits.ts';
import { Link } from '#web/ui/link.tsx';
import { noteRefusal } from './refused.ts';
import { routeOf } from './watched.ts';

type ErrorStatus = 403 | 404 | 408 | 409 | 413 | 422 | 500 | 503 | 507;

const STATUS = { invalid: 422, forbidden: 403, missing: 404, conflict: 409 } as const satisfies Record<
  RefusalKind,
  ErrorStatus
>;

const TITLES = {
  403: 'Bạn không có quyền làm việc này',
  404: 'Không tìm thấy trang',
  408: 'Gửi quá lâu',
  409: 'Chưa thực hiện được',
  413: 'Tệp gửi lên quá lớn',
  422: 'Thông tin chưa đúng',
  500: 'Hệ thống gặp lỗi',
  503: 'Hệ thống đang bận',
  507: 'Máy chủ hết chỗ lưu',
} as const satisfies Record<ErrorStatus, string>;

/** What reading a form may end in, with what to do. */
const FORM_ERRORS = {
  408: 'Mạng quá chậm nên máy chủ đã thôi chờ. Hãy giảm dung lượng bản quét hoặc gửi từng tệp, rồi gửi lại.',
  413: `Biểu mẫu gửi lên quá lớn: cả biểu mẫu tối đa ${FORM_LIMITS.form / 1024 / 1024} MB và ${FORM_LIMITS.files} tệp. Hãy giảm dung lượng bản quét rồi gửi lại.`,
  503: 'Đang có nhiều tệp được gửi lên cùng lúc. Hãy chờ vài giây rồi gửi lại.',
} as const satisfies Partial<Record<ErrorStatus, string>>;

/** Seconds. */
const RETRY_AFTER = '5';

function isOfForms(status: number): status is keyof typeof FORM_ERRORS {
  return status in FORM_ERRORS;
}

/** Every failure becomes a page with a sentence that says what to do next; only bugs are logged as errors. */
export const showError: ErrorHandler<AppEnv> = async (error, c) => {
  if (error instanceof Refusal) return showRefusal(c, error);
  if (error instanceof HTTPException && isOfForms(error.status)) {
    if (error.status === 503) c.header('Retry-After', RETRY_AFTER);
    return errorPage(c, error.status, FORM_ERRORS[error.status]);
  }
  tellFailure({ requestId: c.get('ctx').requestId, method: c.req.method, route: routeOf(c), error });
  const trouble = troubleOf(error);
  if (trouble !== null) return showTrouble(c, trouble, error);
  c.get('ctx').log.error({ error, path: c.req.path }, 'Lỗi chưa lường trước');
  const sentence = `Không có gì bị mất: thao tác chưa được ghi nhận. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống mã ${c.get('ctx').requestId}.`;
  return errorPage(c, 500, sentence);
};

/** What is in trouble, and what whoever only wanted to look is told. */
const TROUBLES = {
  full: {
    status: 507,
    title: 'Máy chủ hết chỗ lưu',
    sentence:
      'Ổ đĩa của máy chủ đã đầy nên không ghi thêm được: thao tác chưa được ghi nhận, những gì đã ghi trước đó vẫn còn. Hãy báo quản trị hệ thống giải phóng chỗ trống, rồi gửi lại',
  },
  away: {
    status: 503,
    title: 'Hệ thống tạm gián đoạn',
    sentence:
      'Máy chủ cơ sở dữ liệu đang không trả lời: thao tác chưa được ghi nhận, những gì đã ghi trước đó vẫn còn. Hãy chờ ít phút rồi thử lại; nếu vẫn lỗi, báo quản trị hệ thống',
    whenRead:
      'Máy chủ cơ sở dữ liệu đang không trả lời nên chưa mở được trang này; không có gì bị mất. Hãy chờ ít phút rồi tải lại trang; nếu vẫn lỗi, báo quản trị hệ thống',
  },
  unsure: {
    status: 503,
    title: 'Hệ thống tạm gián đoạn',
    sentence:
      'Kết nối tới cơ sở dữ liệu bị ngắt đúng lúc đang ghi nên chưa biết thao tác đã được ghi hay chưa. Hãy tải lại trang này và đồng ý gửi lại biểu mẫu: hệ thống chỉ ghi một lần. Nếu vẫn lỗi, báo quản trị hệ thống',
  },
} as const satisfies Record<Trouble, TroublePage>;

type TroublePage = {
  readonly status: ErrorStatus;
  readonly title: string;
  readonly sentence: string;
  readonly whenRead?: string;
};

/** Nothing is read for this page, since what is in trouble is what it would be read from. */
async function showTrouble(c: AppContext, trouble: Trouble, error: unknown): Promise<Response> {
  const { log, requestId } = c.get('ctx');
  const { status, title, sentence, whenRead = sentence }: TroublePage = TROUBLES[trouble];
  log.error({ error, path: c.req.path, trouble }, 'Máy chủ đang gặp sự cố');
  if (status === 503) c.header('Retry-After', RETRY_AFTER);
  return c.get('barePage')(
    { title, status },
    <p class="govuk-body-l">
      {c.req.method === 'GET' ? whenRead : sentence} (mã {requestId}).
    </p>,
  );
}

export const showNotFound: NotFoundHandler<AppEnv> = async (c) =>
  errorPage(c, 404, 'Địa chỉ này không có hoặc đã đổi. Hãy kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ.');

async function showRefusal(c: AppContext, refusal: Refusal): Promise<Response> {
  const isStaffPage = c.get('ctx').actor === null && refusal.kind === 'forbidden' && c.req.method === 'GET';
  if (isStaffPage) {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303);
  }
  noteRefusal(c, refusal);
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
