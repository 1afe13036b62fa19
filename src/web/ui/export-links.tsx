/** Where a list can be had as a file. */
export type ExportLink = Readonly<{ href: string; text: string }>;

/** The list as CSV, XLSX, or printed. */
export function ExportLinks({ links }: Readonly<{ links: readonly ExportLink[] }>) {
  return (
    <p class="mc-exports">
      <span>Xuất</span>
      {links.map((link) => (
        <a key={link.href} class="govuk-link" href={link.href} download>
          {link.text}
          <span class="govuk-visually-hidden"> danh sách này</span>
        </a>
      ))}
    </p>
  );
}
