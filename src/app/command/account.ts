import { type Context, systemContext } from '#foundation/context.ts';
import {
  createFirstAdministrator,
  listAccounts,
  recoverAccount,
  resetAccountPassword,
} from '#foundation/people/command.ts';
import { refuse } from '#kernel/refusal.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Command, Given, Output } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua account`: what the operator of the server may do with accounts. */
export const account: Command = {
  name: 'account',
  summary: 'Xem tài khoản, cấp lại mật khẩu, tạo quản trị đầu tiên',
  words: 'list | reset TÊN | recover TÊN | create-admin TÊN',
  options: [
    { name: 'full-name', value: 'HỌ TÊN', explanation: 'Họ tên của quản trị đầu tiên' },
    { name: 'unit', value: 'MÃ', explanation: 'Đơn vị của quản trị đầu tiên, ví dụ van-phong-hdnd-ubnd' },
  ],
  notes: [
    'Mật khẩu cấp lại chỉ hiện một lần và phải đổi ở lần đăng nhập đầu tiên.',
    'recover: gỡ cả ứng dụng tạo mã, khóa truy cập; dùng khi quản trị cuối cùng mất mọi cách đăng nhập.',
  ],
  printsFacts: true,
  run: async (given, output) => {
    const act = actOf(given);
    await withSystem(output, async (system) => act(await systemContext(system, 'account command'), output));
    return 0;
  },
};

type Act = (ctx: Context, output: Output) => Promise<void>;

function actOf({ words, options }: Given): Act {
  const [verb, login = ''] = words;
  if (verb === 'list') return list;
  if (verb === 'reset' && login !== '')
    return async (ctx, output) => tellPassword(output, await resetAccountPassword(ctx, login));
  if (verb === 'recover' && login !== '')
    return async (ctx, output) => tellPassword(output, await recoverAccount(ctx, login));
  const [fullName, unitCode] = [options['full-name'], options['unit']];
  if (verb === 'create-admin' && login !== '' && fullName !== undefined && unitCode !== undefined) {
    return async (ctx, output) =>
      tellPassword(output, await createFirstAdministrator(ctx, { login, fullName, unitCode }));
  }
  return refuse(
    'invalid',
    'Hãy dùng: account list, account reset TÊN, account recover TÊN, hoặc account create-admin TÊN --full-name "HỌ TÊN" --unit MÃ.',
  );
}

async function list(ctx: Context, output: Output): Promise<void> {
  const accounts = await listAccounts(ctx);
  const width = Math.max(0, ...accounts.map(({ login }) => login.length));
  const lines = accounts.map(({ login, officerName, disabledAt, lastSignInAt }) => {
    const state = disabledAt
      ? 'đã khóa'
      : lastSignInAt
        ? `đăng nhập ${formatDateTime(lastSignInAt)}`
        : 'chưa đăng nhập';
    return `${login.padEnd(width)}  ${officerName} (${state})`;
  });
  output.print(accounts, lines.join('\n'));
}

function tellPassword(
  output: Output,
  { login, password }: { readonly login: string; readonly password: string },
): void {
  output.print({ login, password }, `Mật khẩu dùng một lần của ${login}: ${password}`);
}
