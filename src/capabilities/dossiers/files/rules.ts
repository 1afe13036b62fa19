import { formatNumber } from '#kernel/vietnamese/format.ts';
import { ACCEPTED_NAMES, ACCEPTED_TYPES } from './schema.ts';

const LONGEST_NAME = 120;
const KILO = 1024;

/** Why a dossier does not take a file that passed the gates, or null. `mediaType` is what its bytes are. */
export function problemWithFile({
  name,
  mediaType,
}: {
  readonly name: string;
  readonly mediaType: string;
}): string | null {
  if (Object.hasOwn(ACCEPTED_TYPES, mediaType)) return null;
  return `Tệp “${name}” không phải loại được nhận. Hãy gửi ${ACCEPTED_NAMES}.`;
}

/**
 * A name that is safe everywhere: no folders, no control or direction characters, none that file systems forbid, and
 * the ending that its content has.
 */
export function cleanName(name: string, mediaType: string): string {
  const { extension } = ACCEPTED_TYPES[mediaType] ?? { extension: 'bin' };
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[\p{C}<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .slice(0, LONGEST_NAME)
    .trimEnd();
  return `${stem === '' ? 'tep' : stem}.${extension}`;
}

/** `1,4 MB`, `320 kB`. */
export function sizeWords(bytes: number): string {
  const mega = bytes / KILO / KILO;
  return mega >= 1
    ? `${formatNumber(Number(mega.toFixed(1)))} MB`
    : `${formatNumber(Math.max(1, Math.round(bytes / KILO)))} kB`;
}
