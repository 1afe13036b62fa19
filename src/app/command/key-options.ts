import { join, resolve } from 'node:path';
import { type BackupKey, openBackupKey, readBackupKey } from '#platform/backup/key.ts';
import type { Config } from '#platform/config/config.ts';
import type { CommandOption, Given, Output } from './command.ts';

export const keyOption: CommandOption = {
  name: 'key',
  value: 'TỆP',
  explanation: 'Tệp khóa của bản sao lưu đã mã hóa (mặc định MOTCUA_BACKUP_KEY_FILE)',
};

/** The key to encrypt with, made when there is none yet; null when encryption was not asked for. */
export async function keyToSeal(
  { options, switches }: Given,
  config: Config,
  output: Output,
): Promise<BackupKey | null> {
  const asked = options['key'] ?? config.backup.keyFile;
  if (asked === undefined && !switches.has('encrypt')) return null;
  const path = resolve(asked ?? ownKey(config));
  const { key, made } = await openBackupKey(path);
  if (made) {
    output.progress(
      `Đã tạo khóa sao lưu ${path}. Hãy chép ngay ra nơi khác và cất kỹ: mất máy mà không có khóa này thì không mở được bản sao lưu.`,
    );
  }
  return key;
}

/** The key to open with; null for a backup that needs none, unless one was named: then it is not what was expected. */
export async function keyToOpen(
  { options }: Given,
  config: Config,
  isNeeded: boolean,
): Promise<BackupKey | null> {
  if (!isNeeded && options['key'] === undefined) return null;
  return readBackupKey(resolve(options['key'] ?? config.backup.keyFile ?? ownKey(config)));
}

function ownKey({ secretsFolder }: Config): string {
  return join(secretsFolder, 'backup-key');
}
