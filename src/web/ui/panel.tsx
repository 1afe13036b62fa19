import type { ComponentChildren } from 'preact';

type PanelProps = Readonly<{
  title?: string;
  id?: string;
  /** Sits at the right of the title: a link, a tag, a count. */
  aside?: ComponentChildren;
  /** A coloured edge for the one panel that matters most. */
  accent?: 'jade' | 'gold' | 'red' | 'blue';
  children: ComponentChildren;
}>;

/** A part of a page with its title. */
export function Panel({ title, id, aside, accent, children }: PanelProps) {
  return (
    <section class={`mc-panel${accent ? ` mc-panel--${accent}` : ''}`} id={id}>
      {title ? (
        <header class="mc-panel__head">
          <h2>{title}</h2>
          {aside ? <div class="mc-panel__aside">{aside}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  );
}
