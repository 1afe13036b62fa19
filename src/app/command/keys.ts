import { addKey, keysStatus, reseal, retireKey, ringOf } from '#app/keys/service.ts';
import type { KeysStatus } from '#app/keys/schema.ts';
import { type Context, systemContext } from '#foundation/context.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime, formatNumber } from '#kernel/vietnamese/format.ts';
import { KEY_FILE } from '#platform/secrets/key-file.ts';
import { currentKey } from '#platform/secrets/keyring.ts';
import { join } from 'node:path';
import type { Command, ExitCode, Given, Output } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua keys`: the keys that identity numbers, scans and the secrets of authenticator apps are encrypted with. */
export const keys: Command = {
  name: 'keys',
  summary: 'Xem, thay khóa mã hóa số giấy tờ và tệp; mã hóa lại bằng khóa mới; bỏ khóa cũ',
  words: 'status | rotate | reseal | retire KHÓA',
  options: [],
  notes: [
    'Thay khóa: keys rotate (khóa mới dùng ngay, việc nền mã hóa lại dữ liệu và tệp), xem keys status,',
    'khi khóa cũ không còn dữ liệu nào thì keys retire. Sau mỗi lần thay phải cất lại bản chép secrets/data-key.',
    'Giữ bản chép cũ đến khi không còn cần các bản sao lưu trước đó.',
  ],
  printsFacts: true,
  run: async (given, output) => {
    const act = actOf(given);
    return withSystem(output, async (system, { secretsFolder }) => {
      return act({ ctx: await systemContext(system, 'keys command'), secretsFolder, output });
    });
  },
};

type Asked = {
  readonly ctx: Context;
  readonly secretsFolder: string;
  readonly output: Output;
};
type Act = (asked: Asked) => Promise<ExitCode>;

function actOf({ words }: Given): Act {
  const [verb, id, ...rest] = words;
  if (rest.length === 0 && id === undefined) {
    if (verb === 'status') return status;
    if (verb === 'rotate') return rotate;
    if (verb === 'reseal') return resealNow;
  }
  if (verb === 'retire' && id !== undefined && rest.length === 0) return async (asked) => retire(asked, id);
  return refuse('invalid', 'Hãy dùng: keys status, keys rotate, keys reseal, hoặc keys retire KHÓA.');
}

async function status({ ctx, secretsFolder, output }: Asked): Promise<ExitCode> {
  const found = await keysStatus(ctx, await ringOf(secretsFolder));
  output.print(found, wordsOf(found));
  return found.unknown.length === 0 ? 0 : 1;
}

function wordsOf({ currentId, keys: known, unknown, clearFiles }: KeysStatus): string {
  const use = (values: number, files: number): string =>
    `${formatNumber(values)} dữ liệu, ${formatNumber(files)} tệp`;
  return [
    ...known.map(({ id, madeAt, values, files }) => {
      const since = madeAt === null ? 'từ lúc cài đặt' : `tạo lúc ${formatDateTime(madeAt)}`;
      return `${id}  ${since}${id === currentId ? ', đang dùng' : ''}: ${use(values, files)}`;
    }),
    ...unknown.map(({ id, values, files }) => `${id}  KHÔNG CÓ KHÓA: ${use(values, files)} không đọc được`),
    ...(clearFiles > 0
      ? [`${formatNumber(clearFiles)} tệp chưa mã hóa. Hãy chạy: npx motcua keys reseal`]
      : []),
    ...(unknown.length > 0 ? ['Hãy chép lại đúng tệp khóa secrets/data-key đã cất giữ.'] : []),
  ].join('\n');
}

async function rotate({ ctx, secretsFolder, output }: Asked): Promise<ExitCode> {
  const { id } = currentKey(await addKey(ctx, secretsFolder));
  output.print(
    { currentId: id },
    [
      `Đã thêm khóa ${id}; dữ liệu và tệp mới dùng khóa này, dữ liệu cũ được mã hóa lại dần trong nền.`,
      `Hãy cất ngay bản chép mới của ${join(secretsFolder, KEY_FILE)} ở nơi khác.`,
    ].join('\n'),
  );
  return 0;
}

async function resealNow({ ctx, output }: Asked): Promise<ExitCode> {
  const done = await reseal(ctx, output.progress);
  output.print(
    done,
    [
      `Đã mã hóa lại ${formatNumber(done.values)} dữ liệu và ${formatNumber(done.files)} tệp bằng khóa đang dùng.`,
      ...done.problems,
    ].join('\n'),
  );
  return done.problems.length === 0 ? 0 : 1;
}

async function retire({ ctx, secretsFolder, output }: Asked, id: string): Promise<ExitCode> {
  await retireKey(ctx, secretsFolder, id);
  output.print(
    { retired: id },
    `Đã bỏ khóa ${id}. Các bản sao lưu làm trước đây vẫn cần khóa này: giữ bản chép tệp khóa cũ đến khi các bản đó hết dùng.`,
  );
  return 0;
}
