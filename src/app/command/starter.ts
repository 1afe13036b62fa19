import { loadStarter } from '#app/starter.ts';
import type { Command } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua starter`: loads what is missing of the starter world. Starting does the same by itself. */
export const starter: Command = {
  name: 'starter',
  summary: 'Nạp dữ liệu ban đầu còn thiếu: tổ chức, lịch, thủ tục, tài khoản mẫu',
  options: [],
  printsFacts: true,
  run: async (_given, output) => {
    const outcome = await withSystem(output, async (system, config) =>
      loadStarter(system, config.dataFolder),
    );
    output.print(
      outcome,
      outcome.passwordFile === null
        ? 'Dữ liệu ban đầu đã có đủ.'
        : `Đã nạp. Mật khẩu ban đầu của ${outcome.accounts} tài khoản mẫu: ${outcome.passwordFile}`,
    );
    return 0;
  },
};
