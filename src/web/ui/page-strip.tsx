export type StripPage = Readonly<{
  /** Address of the page's picture. */
  src: string;
  /** `Trang 2, 300 dpi` */
  label: string;
}>;

/** Pages of a document one below the other, with small ones to jump by; pictures load when they come into view. */
export function PageStrip({ pages }: Readonly<{ pages: readonly StripPage[] }>) {
  return (
    <div class="mc-pages">
      {pages.length > 1 ? (
        <nav class="mc-pages__index" aria-label="Đến trang">
          {pages.map(({ src, label }, at) => (
            <a key={src} href={`#trang-${at + 1}`}>
              <img src={src} alt="" loading="lazy" decoding="async" />
              <span>{label.split(',')[0]}</span>
            </a>
          ))}
        </nav>
      ) : null}
      <div class="mc-pages__all">
        {pages.map(({ src, label }, at) => (
          <figure key={src} id={`trang-${at + 1}`}>
            <img src={src} alt={label} loading="lazy" decoding="async" />
            <figcaption>{label}</figcaption>
          </figure>
        ))}
      </div>
    </div>
  );
}
