import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

type EmptyStateProps = Readonly<{ title: string; text?: ComponentChildren; action?: ComponentChildren }>;

/** Why there is nothing here, and what one can do. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div class="mc-empty">
      <Icon name="empty" />
      <p class="mc-empty__title">{title}</p>
      {text ? <p>{text}</p> : null}
      {action}
    </div>
  );
}
