import { resolve } from 'node:path';
import { openApplicationRole, shippedPath } from '#app/boot.ts';
import { preparations } from '#app/preparations/preparations.ts';
import { readLogRoot } from '#app/backups/store.ts';
import { lostSentence } from '#app/backups/service.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { keyFileIn } from '#platform/backup/data-keys.ts';
import { isSealed } from '#platform/backup/manifest.ts';
import { restoreBackup } from '#platform/backup/restore.ts';
import { readConfig } from '#platform/config/config.ts';
import type { Command, Given } from './command.ts';
import { keyOption, keyToOpen } from './key-options.ts';
import { withOwner } from './with-owner.ts';

/** `motcua restore`: a backup becomes a system again, in a place that holds nothing yet. */
export const restore: Command = {
  name: 'restore',
  summary: 'Phục hồi một bản sao lưu vào nơi trống, kiểm tra từng bảng và từng tệp',
  words: 'BẢN-SAO-LƯU',
  options: [
    { name: 'data', value: 'THƯ MỤC', explanation: 'Thư mục dữ liệu mới (mặc định MOTCUA_DATA)' },
    {
      name: 'database',
      value: 'ĐỊA CHỈ',
      explanation: 'Cơ sở dữ liệu trống, postgres://… (mặc định DATABASE_URL)',
    },
    keyOption,
    {
      name: 'data-key',
      value: 'TỆP',
      explanation:
        'Tệp khóa dữ liệu đã cất giữ, cho bản sao lưu không mã hóa (mặc định secrets/data-key ở nơi mới)',
    },
  ],
  notes: [
    'Ví dụ: npx motcua restore /mnt/sao-luu/motcua-20260101T183000Z --data /srv/motcua-moi',
    'Nơi phục hồi phải trống. Nếu bị ngắt giữa chừng, hãy chạy lại chính lệnh này.',
  ],
  printsFacts: true,
  run: async (given, output) => {
    const folder = resolve(backupOf(given));
    const config = readConfig(environmentOf(given));
    const key = await keyToOpen(given, config, await isSealed(folder));
    const { manifest, migrated } = await withOwner(config, async ({ owner, log }) =>
      restoreBackup({
        folder,
        key,
        migrationsFolder: shippedPath('migrations'),
        target: {
          owner,
          prepareRole: async () => openApplicationRole(config, owner),
          folders: { files: config.filesFolder, secrets: config.secretsFolder },
        },
        keyFile: resolve(given.options['data-key'] ?? keyFileIn(config.secretsFolder)),
        preparations,
        readLog: readLogRoot,
        log,
        onLine: output.progress,
      }),
    );
    const { tables, files, madeAt, lostFiles } = manifest;
    const lost = lostSentence(lostFiles);
    output.print(
      { folder, madeAt, tables: tables.length, files: files.length, migrated, lostFiles },
      [
        `Đã phục hồi dữ liệu lúc ${formatDateTime(new Date(madeAt))}: ${tables.length} bảng, ${files.length} tệp, đều giống bản sao lưu.`,
        ...(migrated.length > 0 ? [`Đã nâng cấp lên bản này (${migrated.length} bước).`] : []),
        ...(lost === '' ? [] : [lost]),
      ].join('\n'),
    );
    return lost === '' ? 0 : 1;
  },
};

function backupOf({ words }: Given): string {
  const [folder, ...rest] = words;
  if (folder !== undefined && rest.length === 0) return folder;
  return refuse('invalid', 'Hãy chỉ một bản sao lưu: npx motcua restore BẢN-SAO-LƯU [--data THƯ MỤC].');
}

function environmentOf({ options }: Given): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(options['data'] === undefined ? {} : { MOTCUA_DATA: options['data'] }),
    ...(options['database'] === undefined ? {} : { DATABASE_URL: options['database'] }),
  };
}
