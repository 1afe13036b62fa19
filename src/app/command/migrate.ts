import type { Command } from './command.ts';
import { withSystem } from './with-system.ts';

/** `motcua migrate`: brings the database to this release and ends. Starting does the same by itself. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Nâng cấp cơ sở dữ liệu lên bản này rồi kết thúc',
  options: [],
  printsFacts: false,
  run: async (_given, output) => {
    // Opening the system migrates it; nothing else is to be done.
    await withSystem(output, async () => undefined);
    output.print({ migrated: true }, 'Cơ sở dữ liệu đã ở bản mới nhất.');
    return 0;
  },
};
