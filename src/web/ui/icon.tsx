/** Paths on a 20 × 20 grid, drawn with a 1.6 stroke in the colour of the text. */
const PATHS = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13.2 13.2 17 17',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  check: 'M4 10.5 8.2 15 16 5.5',
  cross: 'M5 5l10 10M15 5 5 15',
  warning: 'M10 3 18 17H2zM10 8.2v4M10 14.4v.4',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9.2v4.6M10 6.2v.4',
  bell: 'M5.5 14V9a4.5 4.5 0 0 1 9 0v5l1.5 1.5H4zM8.2 17.5h3.6M10 2.5v2',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 5.8V10l3 2',
  calendar: 'M3.5 5h13v12h-13zM3.5 8.6h13M7 2.8V6M13 2.8V6',
  print: 'M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z',
  copy: 'M7.5 7.5H17V17H7.5zM12.5 7.5V3H3v9.5h4.5',
  download: 'M10 3v9M6 8.5 10 12.5l4-4M3.5 16.5h13',
  upload: 'M10 13V4M6 7.5 10 3.5l4 4M3.5 16.5h13',
  file: 'M5 2.5h6.5L15.5 6.5v11H5zM11 2.5V7h4.5',
  person: 'M10 3a3.3 3.3 0 1 0 0 6.6A3.3 3.3 0 0 0 10 3zM3.5 17c.6-3.4 3-5.2 6.5-5.2s5.9 1.8 6.5 5.2',
  signOut: 'M8 3.5H3.5v13H8M12.5 6.5 16 10l-3.5 3.5M16 10H7.5',
  plus: 'M10 4v12M4 10h12',
  eye: 'M2 10c2-3.5 4.7-5.2 8-5.2s6 1.7 8 5.2c-2 3.5-4.7 5.2-8 5.2S4 13.5 2 10zM10 7.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8z',
  phone: 'M4 3.5h3l1.5 4-2 1.5a9 9 0 0 0 4.5 4.5l1.5-2 4 1.5v3c-7 1-13.5-5.5-12.5-12.5z',
  place:
    'M10 17.5c4-4.2 5.5-6.7 5.5-9a5.5 5.5 0 1 0-11 0c0 2.3 1.5 4.8 5.5 9zM10 6.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  arrow: 'M4 10h12M11 5l5 5-5 5',
  back: 'M16 10H4M9 5l-5 5 5 5',
  empty: 'M3 11 5.5 4h9L17 11v5.5H3zM3 11h4l1 2.5h4L13 11h4',
} as const;

export type IconName = keyof typeof PATHS;

/** A small line icon. Decorative (hidden from assistive technology) unless `label` gives it words. */
export function Icon({ name, label }: Readonly<{ name: IconName; label?: string }>) {
  return (
    <svg
      class={`mc-icon mc-icon--${name}`}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      focusable="false"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
