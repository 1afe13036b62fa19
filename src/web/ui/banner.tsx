import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

type BannerKind = 'success' | 'info' | 'warning' | 'error';

const ICONS = { success: 'check', info: 'info', warning: 'warning', error: 'warning' } as const;
const WORDS = { success: 'Đã xong', info: 'Thông tin', warning: 'Chú ý', error: 'Lỗi' } as const;

type BannerProps = Readonly<{
  kind: BannerKind;
  title?: string;
  children?: ComponentChildren;
  /** The page opens on it: what the person just did has this outcome. */
  focused?: boolean;
}>;

/** What just happened, or what one should know before going on. */
export function Banner({ kind, title, children, focused }: BannerProps) {
  const urgent = kind === 'error' || kind === 'success';
  return (
    <div
      class={`mc-banner mc-banner--${kind}`}
      role={urgent ? 'alert' : 'status'}
      tabindex={focused ? -1 : undefined}
      data-focus={focused ? '' : undefined}
    >
      <Icon name={ICONS[kind]} label={WORDS[kind]} />
      <div class="mc-banner__text">
        {title ? <p class="mc-banner__title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
