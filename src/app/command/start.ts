import { runServer } from '#app/server.ts';
import { readConfig } from '#platform/config/config.ts';
import { settings } from '#platform/config/settings.ts';
import type { Command } from './command.ts';
import { table } from './help.ts';

/** `motcua start`: serves until it is asked to end. */
export const start: Command = {
  name: 'start',
  summary: 'Khởi động Một Cửa',
  options: [
    { name: 'role', value: 'web|worker|all', explanation: 'Vai của tiến trình (mặc định all)' },
    { name: 'port', value: 'CỔNG', explanation: 'Cổng phục vụ trang web (mặc định 3000)' },
  ],
  notes: [
    'Cấu hình bằng biến môi trường (mặc định trong ngoặc):',
    ...table(
      settings.map(({ name, standard, explanation }) => [name, `${explanation} (${standard})`] as const),
    ),
  ],
  printsFacts: false,
  run: async ({ options }) =>
    runServer(readConfig(process.env, { role: options['role'], port: options['port'] })),
};
