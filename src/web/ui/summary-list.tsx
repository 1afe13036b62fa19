import type { ComponentChildren } from 'preact';

/** One fact, with what can be done about it. */
export type SummaryRow = Readonly<{
  key: string;
  value: ComponentChildren;
  actions?: readonly Readonly<{ href: string; text: string }>[];
}>;

/** Facts of one thing: what it is called, its value, links to change or show it. */
export function SummaryList({ rows, wide }: Readonly<{ rows: readonly SummaryRow[]; wide?: boolean }>) {
  return (
    <dl class={`mc-summary${wide ? ' mc-summary--wide' : ''}`}>
      {rows.map((row) => (
        <div key={row.key} class="mc-summary__row">
          <dt>{row.key}</dt>
          <dd>
            {row.value}
            {row.actions?.map((action) => (
              <a key={action.href} class="govuk-link mc-summary__action" href={action.href}>
                {action.text}
                <span class="govuk-visually-hidden">: {row.key}</span>
              </a>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
