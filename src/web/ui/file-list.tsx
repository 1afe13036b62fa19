import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

/** A stored file: its name, where to see it, how big it is. */
export type ListedFile = Readonly<{
  name: string;
  href: string;
  /** Page that shows it in place; without, only the download. */
  viewHref?: string;
  size?: string;
  note?: ComponentChildren;
}>;

/** Files with a link to see each in place and one to download it. */
export function FileList({ files }: Readonly<{ files: readonly ListedFile[] }>) {
  return (
    <ul class="mc-files">
      {files.map((file) => (
        <li key={file.href}>
          <Icon name="file" />
          <div class="mc-files__name">
            <a href={file.viewHref ?? file.href}>{file.name}</a>
            {file.note || file.size ? (
              <small class="mc-note">
                {file.size}
                {file.size && file.note ? ' · ' : null}
                {file.note}
              </small>
            ) : null}
          </div>
          {file.viewHref ? (
            <a class="mc-files__get" href={file.href} download>
              Tải về<span class="govuk-visually-hidden"> {file.name}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
