import type { ComponentChildren } from 'preact';
import { SearchBox } from './search-box.tsx';

type HeroProps = Readonly<{
  title: string;
  lead?: string;
  search: Readonly<{ action: string; label: string; placeholder?: string; value?: string }>;
  /** Searches that help: words people really use. */
  examples?: readonly Readonly<{ href: string; text: string }>[];
  children?: ComponentChildren;
}>;

/** The one question of a citizens' home page, with the box that answers it. It carries the h1; goes into `hero`. */
export function Hero({ title, lead, search, examples = [], children }: HeroProps) {
  return (
    <div class="mc-wrap">
      <h1>{title}</h1>
      {lead ? <p>{lead}</p> : null}
      <SearchBox {...search} large />
      {examples.length > 0 ? (
        <p class="mc-hero__try">
          <span>Hay tìm:</span>
          {examples.map((example) => (
            <a key={example.href} href={example.href}>
              {example.text}
            </a>
          ))}
        </p>
      ) : null}
      {children}
    </div>
  );
}
