import type { ComponentChildren } from 'preact';

/** A line of a list of links, with a short fact at its right. */
export type LinkLine = Readonly<{
  href: string;
  text: string;
  note?: ComponentChildren;
  fact?: ComponentChildren;
}>;

/** Links one below the other, in two columns where there is room. */
export function LinkList({ links, single }: Readonly<{ links: readonly LinkLine[]; single?: boolean }>) {
  return (
    <ul class={`mc-links${single ? ' mc-links--single' : ''}`}>
      {links.map((link) => (
        <li key={link.href}>
          <div>
            <a href={link.href}>{link.text}</a>
            {link.note ? <small class="mc-note">{link.note}</small> : null}
          </div>
          {link.fact ? <span class="mc-links__fact">{link.fact}</span> : null}
        </li>
      ))}
    </ul>
  );
}
