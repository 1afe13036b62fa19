import { formatNumber } from '#kernel/vietnamese/format.ts';

type PaginationProps = Readonly<{
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  hrefFor: (page: number) => string;
}>;

/** Which part of a list this is, in words, and the way to the other parts. */
export function Pagination({ page, pageSize, total, hrefFor }: PaginationProps) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  return (
    <nav class="mc-pages" aria-label="Các trang của danh sách">
      <p>
        Từ {formatNumber(Math.min(first, total))} đến {formatNumber(Math.min(page * pageSize, total))} trong{' '}
        {formatNumber(total)}
      </p>
      {last > 1 ? (
        <ul>
          <PageLink page={page - 1} on={page > 1} hrefFor={hrefFor} text="Trang trước" rel="prev" />
          {pagesAround(page, last).map((number, index) => (
            <PageNumber key={index} number={number} page={page} hrefFor={hrefFor} />
          ))}
          <PageLink page={page + 1} on={page < last} hrefFor={hrefFor} text="Trang sau" rel="next" />
        </ul>
      ) : null}
    </nav>
  );
}

type PageLinkProps = Readonly<{
  page: number;
  on: boolean;
  hrefFor: (page: number) => string;
  text: string;
  rel: 'prev' | 'next';
}>;

function PageLink({ page, on, hrefFor, text, rel }: PageLinkProps) {
  if (!on) return null;
  return (
    <li>
      <a href={hrefFor(page)} rel={rel}>
        {text}
      </a>
    </li>
  );
}

type PageNumberProps = Readonly<{
  number: number | undefined;
  page: number;
  hrefFor: (page: number) => string;
}>;

function PageNumber({ number, page, hrefFor }: PageNumberProps) {
  if (number === undefined) return <li class="mc-pages__gap">…</li>;
  return (
    <li class="mc-pages__number">
      <a
        href={hrefFor(number)}
        aria-label={`Trang ${number}`}
        aria-current={number === page ? 'page' : undefined}
      >
        {formatNumber(number)}
      </a>
    </li>
  );
}

/** First, last and the neighbours of this page; `undefined` where pages are left out. */
export function pagesAround(page: number, last: number): readonly (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const shown = [...new Set(wanted)];
  return shown.flatMap((number, index) => {
    const before = shown[index - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [undefined, number];
  });
}
