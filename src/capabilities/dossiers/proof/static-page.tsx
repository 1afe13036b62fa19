import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { UnitKey } from '#kernel/merkle/receipt-trust.ts';
import type { InlineAssets } from '#web/assets.ts';
import { lookupPath } from '../lookup/schema.ts';
import { proofPaths, RECEIPT_QUERY } from './schema.ts';

export type StaticPageView = {
  readonly assets: InlineAssets;
  /** What the page may run, for a copy on disk, which has no headers. */
  readonly policy: string;
  readonly keys: readonly UnitKey[];
  readonly publicUrl: string;
  /** When the keys were read. */
  readonly at: Date;
};

/** The whole page: script, style and the agencies' public keys are inside, so that one saved file is enough. */
export function StaticPage({ view }: { readonly view: StaticPageView }) {
  const { assets, policy, publicUrl } = view;
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Kiểm tra biên nhận</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: assets.style }} />
      </head>
      <body>
        <header>{new URL(publicUrl).host}</header>
        <main>
          <h1>Kiểm tra biên nhận</h1>
          <p>
            Mã QR trên giấy tiếp nhận hồ sơ có chữ ký số của nơi đã nhận. Trang này cho biết giấy có thật và
            có bị sửa không. Lưu trang về máy thì dùng được cả khi không có mạng; nội dung biên nhận không
            được gửi đi đâu.
          </p>
          <noscript>
            <div class="answer answer--unclear">
              <h2>Trình duyệt này đang tắt JavaScript</h2>
              <p>
                Hãy bật JavaScript cho trang này rồi mở lại; hoặc{' '}
                <a href={publicUrl + lookupPath('')}>tra cứu hồ sơ</a> bằng số hồ sơ và mã tra cứu in trên
                giấy; hoặc mang giấy đến Bộ phận Một cửa để được kiểm tra.
              </p>
            </div>
          </noscript>
          <CheckForm />
          <div id="answer" aria-live="polite" />
        </main>
        <KeysKnown view={view} />
        <script
          type="application/json"
          id="published"
          dangerouslySetInnerHTML={{ __html: publishedJson(view) }}
        />
        <script type="module" dangerouslySetInnerHTML={{ __html: assets.script }} />
      </body>
    </html>
  );
}

function CheckForm() {
  return (
    <form>
      <label htmlFor="receipt">Nội dung mã QR</label>
      <p class="hint" id="receipt-hint">
        Quét mã QR bằng ứng dụng bất kỳ rồi dán toàn bộ nội dung vào đây.
      </p>
      <textarea
        id="receipt"
        aria-describedby="receipt-hint"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
      />
      <button type="submit">Kiểm tra</button>
      <label id="scan" class="scan" hidden>
        Chụp mã QR
        <input type="file" accept="image/*" capture="environment" />
      </label>
      <p id="scan-problem" class="hint" aria-live="polite" />
    </form>
  );
}

/** Whom this copy of the page can vouch for, and where a newer one is. */
function KeysKnown({ view: { keys, at, publicUrl } }: { readonly view: StaticPageView }) {
  const names = [...new Set(keys.map(({ name, unit }) => `${name} (${unit})`))];
  return (
    <footer>
      <h2>Đơn vị mà trang này kiểm tra được</h2>
      {names.length === 0 ? (
        <p>Chưa đơn vị nào in biên nhận có chữ ký số.</p>
      ) : (
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <p>
        Khóa công khai lấy lúc {formatDateTime(at)}.{' '}
        <a href={publicUrl + proofPaths.page} download="kiem-tra-bien-nhan.html">
          Lưu trang này về máy
        </a>{' '}
        (bản đã lưu thì lấy lại bản mới khi có mạng).
      </p>
    </footer>
  );
}

/** What the script reads. A `<` in a name must not end the element. */
function publishedJson({ keys, publicUrl }: StaticPageView): string {
  const compareAt = `${publicUrl}${proofPaths.compare}?${RECEIPT_QUERY}=`;
  return JSON.stringify({ keys, compareAt }).replaceAll('<', '\\u003c');
}
