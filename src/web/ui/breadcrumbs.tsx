/** A place above this page; the page itself has no address. */
export type Crumb = Readonly<{ text: string; href?: string }>;

/** Where this page is in the whole. */
export function Breadcrumbs({ crumbs }: Readonly<{ crumbs: readonly Crumb[] }>) {
  if (crumbs.length === 0) return null;
  return (
    <nav class="mc-crumbs" aria-label="Vị trí trang">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.text}>
            {crumb.href ? (
              <a href={crumb.href}>{crumb.text}</a>
            ) : (
              <span aria-current="page">{crumb.text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
