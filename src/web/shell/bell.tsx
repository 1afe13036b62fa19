import { formatNumber } from '#kernel/vietnamese/format.ts';
import { Icon } from '#web/ui/icon.tsx';

export type BellProps = Readonly<{ href: string; unread: number; most: number }>;

/** The way to what the person was told, with how much is new; beyond `most` only that there is more. */
export function Bell({ href, unread, most }: BellProps) {
  const count = unread >= most ? `${formatNumber(most - 1)}+` : formatNumber(unread);
  return (
    <a class="mc-bell" href={href} aria-label={unread === 0 ? 'Thông báo' : `Thông báo, ${count} chưa đọc`}>
      <Icon name="bell" />
      {unread === 0 ? null : (
        <span class="mc-count mc-count--hot" aria-hidden="true">
          {count}
        </span>
      )}
    </a>
  );
}
