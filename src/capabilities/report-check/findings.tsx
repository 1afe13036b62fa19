import { ruleByCode } from '#kernel/report/rules/all.ts';
import { type Finding, SEVERITY_LABELS, SEVERITIES, type Severity } from '#kernel/report/schema.ts';
import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { type Remark, RemarkList } from '#web/ui/remark-list.tsx';
import { StatisticTiles } from '#web/ui/statistic-tiles.tsx';
import type { Tone } from '#web/ui/tone.ts';
import { type CheckedText, checkPaths } from './schema.ts';

const TONES = { error: 'late', warning: 'soon', hint: 'neutral' } as const satisfies Record<Severity, Tone>;

/** What was found in a text: how much of which kind, then each in the order of the text. */
export function CheckedContent({ checked }: Readonly<{ checked: CheckedText }>) {
  const { findings, figures, citations, checkedAt } = checked;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return (
    <>
      <p class="govuk-body">
        Đã đọc {sizeOf(checked)}, hiểu {formatNumber(figures)} số liệu và {formatNumber(citations)} lần viện
        dẫn văn bản, lúc {formatDateTime(checkedAt)}. Dòng đếm từ 1 theo phần chữ đọc được từ tệp.
      </p>
      <StatisticTiles
        statistics={SEVERITIES.map((severity) => ({
          label: SEVERITY_LABELS[severity],
          value: formatNumber(count(severity)),
          tone: count(severity) === 0 ? 'fine' : TONES[severity],
        }))}
      />
      {findings.length === 0 ? (
        <EmptyState
          title="Không thấy chỗ nào mâu thuẫn"
          text="Máy chỉ soát được những gì viết trong văn bản: tổng và phần, tăng giảm, ngày tháng, số ký hiệu. Số liệu khớp nhau vẫn có thể khác thực tế."
        />
      ) : (
        <RemarkList remarks={findings.map(remarkOf)} />
      )}
    </>
  );
}

/** Pages where the file has them, else lines. */
export function sizeOf({ pages, lineCount }: Pick<CheckedText, 'pages' | 'lineCount'>): string {
  return pages === null ? `${formatNumber(lineCount)} dòng` : `${formatNumber(pages)} trang`;
}

/** A finding as it is shown to whoever wrote the text. */
export function remarkOf(finding: Finding, index: number): Remark {
  const { rule, severity, lines, quote, message, suggestion } = finding;
  return {
    key: String(index),
    tone: TONES[severity],
    tag: SEVERITY_LABELS[severity],
    head: (
      <>
        {linesInWords(lines)} · <Link href={checkPaths.rule(rule)}>{ruleByCode(rule)?.name ?? rule}</Link>
      </>
    ),
    quote,
    message,
    advice: suggestion,
  };
}

/** `Dòng 840`, `Dòng 840–841`, `Các dòng 838, 850`. */
export function linesInWords(lines: readonly number[]): string {
  const [first = 0, second, ...rest] = lines;
  if (second === undefined) return `Dòng ${first}`;
  if (rest.length === 0 && second === first + 1) return `Dòng ${first}–${second}`;
  return `Các dòng ${lines.join(', ')}`;
}
