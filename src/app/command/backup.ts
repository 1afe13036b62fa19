import { resolve } from 'node:path';
import { backUp, drillNewest, lostSentence } from '#app/backups/service.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import { isSealed } from '#platform/backup/manifest.ts';
import { listBackups } from '#platform/backup/shelf.ts';
import { verifyBackup } from '#platform/backup/verify.ts';
import { type Config, readConfig } from '#platform/config/config.ts';
import { openDatabase, openPool, scoped } from '#platform/database/pool.ts';
import { NOBODY } from '#platform/database/scope.ts';
import type { Command, ExitCode, Given, Output } from './command.ts';
import { keyOption, keyToOpen, keyToSeal } from './key-options.ts';
import { withOwner } from './with-owner.ts';

/** `motcua backup`: a backup of the running system, or proving one that is there. */
export const backup: Command = {
  name: 'backup',
  summary: 'Sao lưu cơ sở dữ liệu và tệp khi hệ thống đang chạy; kiểm tra hoặc diễn tập phục hồi bản sao lưu',
  options: [
    { name: 'to', value: 'THƯ MỤC', explanation: 'Nơi đặt các bản sao lưu (mặc định MOTCUA_BACKUP_DIR)' },
    { name: 'keep', value: 'SỐ', explanation: 'Chỉ giữ lại ngần này bản mới nhất (mặc định giữ tất cả)' },
    { name: 'encrypt', explanation: 'Mã hóa; khóa ở --key, hoặc secrets/backup-key trong MOTCUA_DATA' },
    keyOption,
    { name: 'verify', value: 'BẢN', explanation: 'Kiểm tra một bản sao lưu từ đầu đến cuối, không phục hồi' },
    { name: 'drill', explanation: 'Phục hồi thử bản mới nhất vào nơi tạm rồi xóa' },
  ],
  notes: [
    'Ví dụ: npx motcua backup --to /mnt/sao-luu --encrypt --keep 14',
    'Mã kết thúc 1 khi bản sao lưu hỏng, hoặc đã sao lưu nhưng có tệp trong kho đã mất.',
  ],
  printsFacts: true,
  run: async (given, output) => {
    const config = readConfig(process.env);
    if (given.words.length > 0) refuse('invalid', `Lệnh "backup" không nhận "${given.words.join(' ')}".`);
    const { verify } = given.options;
    if (verify !== undefined) return prove(resolve(verify), { given, config, output });
    return given.switches.has('drill') ? drill({ given, config, output }) : make({ given, config, output });
  },
};

type Asked = { readonly given: Given; readonly config: Config; readonly output: Output };

async function make({ given, config, output }: Asked): Promise<ExitCode> {
  const order = {
    shelf: shelfOf(given, config),
    key: await keyToSeal(given, config, output),
    keep: keepOf(given),
    onLine: output.progress,
  };
  const began = performance.now();
  const outcome = await withNotes(config, async (installation) => backUp(installation, order));
  const seconds = (performance.now() - began) / 1000;
  const lost = lostSentence(outcome.lostFiles);
  output.print(
    { ...outcome, seconds, encrypted: order.key !== null },
    [
      `Đã sao lưu vào ${outcome.path}`,
      `  ${outcome.rows} dòng của ${outcome.tables} bảng, ${outcome.files} tệp (${outcome.filesWritten} tệp mới), ${megabytes(outcome.bytes)} MB, ${seconds.toFixed(1)} giây.`,
      ...(outcome.hasDataKeys ? [] : [WITHOUT_KEYS]),
      ...(outcome.rotated.length > 0 ? [`  Đã xóa ${outcome.rotated.length} bản cũ.`] : []),
      ...(lost === '' ? [] : [lost]),
    ].join('\n'),
  );
  return lost === '' ? 0 : 1;
}

const WITHOUT_KEYS =
  '  Bản này không mã hóa nên không kèm khóa dữ liệu: muốn phục hồi ở máy khác phải có tệp secrets/data-key. Hãy cất một bản chép của tệp đó ở nơi khác.';

async function prove(folder: string, { given, config, output }: Asked): Promise<ExitCode> {
  const key = await keyToOpen(given, config, await isSealed(folder));
  const { manifest, problems } = await verifyBackup(folder, key, output.progress);
  const { product, madeAt, tables, files, lostFiles } = manifest;
  const lost = lostSentence(lostFiles);
  output.print(
    { folder, product, madeAt, tables: tables.length, files: files.length, lostFiles, problems },
    [
      `Bản sao lưu lúc ${formatDateTime(new Date(madeAt))}, Một Cửa ${product}: ${tables.length} bảng, ${files.length} tệp.`,
      problems.length === 0 ? 'Nguyên vẹn.' : `HỎNG ở ${problems.length} chỗ:`,
      ...problems.map((problem) => `  ${problem}`),
      ...(lost === '' ? [] : [lost]),
    ].join('\n'),
  );
  return problems.length === 0 && lost === '' ? 0 : 1;
}

async function drill({ given, config, output }: Asked): Promise<ExitCode> {
  const shelf = shelfOf(given, config);
  const [newest] = await listBackups(shelf);
  const key = await keyToOpen(given, config, newest !== undefined && (await isSealed(newest)));
  const order = { shelf, key, onLine: output.progress };
  const name = await withNotes(config, async (installation) => drillNewest(installation, order));
  output.print({ backup: name, restored: true }, `Đã phục hồi thử ${name}: mọi bảng và tệp đều đúng.`);
  return 0;
}

async function withNotes<Result>(
  config: Config,
  work: (installation: Parameters<typeof backUp>[0]) => Promise<Result>,
): Promise<Result> {
  return withOwner(config, async ({ owner, log }) => {
    const pool = openPool(owner, 1);
    pool.on('error', () => undefined); // The next statement tells.
    const clock = (): Date => new Date();
    // As the owner itself, who sees all: the system's role may not be there yet, before an upgrade.
    const db = scoped(openDatabase(pool), NOBODY);
    return work({ config, owner, db, log, clock }).finally(async () => pool.end());
  });
}

function shelfOf({ options }: Given, config: Config): string {
  return resolve(options['to'] ?? config.backup.folder);
}

function keepOf({ options }: Given): number | null {
  const typed = options['keep'];
  if (typed === undefined) return null;
  const keep = Number(typed);
  if (Number.isInteger(keep) && keep >= 1) return keep;
  return refuse('invalid', '--keep phải là số nguyên từ 1, ví dụ --keep 7.');
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024);
}
