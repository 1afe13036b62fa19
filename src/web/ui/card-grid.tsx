import { Icon, type IconName } from './icon.tsx';

/** A way on: where it leads and why one would go there. */
export type Card = Readonly<{ href: string; title: string; text?: string; icon?: IconName }>;

/** Cards that are links. `raised` lets them overlap the hero above. */
export function CardGrid({ cards, raised }: Readonly<{ cards: readonly Card[]; raised?: boolean }>) {
  return (
    <ul class={`mc-cards${raised ? ' mc-cards--raised' : ''}`}>
      {cards.map((card) => (
        <li key={card.href} class="mc-card">
          {card.icon ? <Icon name={card.icon} /> : null}
          <a href={card.href}>{card.title}</a>
          {card.text ? <p>{card.text}</p> : null}
        </li>
      ))}
    </ul>
  );
}
