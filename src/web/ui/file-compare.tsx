/** Compares a file with the SHA-256 of an original, in the browser: nothing is sent. Without script the number is there to compare. */
export function FileCompare({ hash }: Readonly<{ hash: string }>) {
  return (
    <div class="mc-compare" data-compare={hash}>
      <p>
        Mã băm SHA-256 của bản gốc: <span class="mc-compare__hash">{hash}</span>
      </p>
      <div class="govuk-form-group mc-compare__choose" hidden>
        {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is a sibling with this id */}
        <label class="govuk-label" for="compared">
          Chọn tệp bạn nhận được
        </label>
        <div class="govuk-hint" id="compared-hint">
          Tệp được so ngay trên máy của bạn, không gửi đi đâu.
        </div>
        <input class="govuk-file-upload" type="file" id="compared" aria-describedby="compared-hint" />
      </div>
      <p class="mc-compare__answer" aria-live="polite" />
    </div>
  );
}
