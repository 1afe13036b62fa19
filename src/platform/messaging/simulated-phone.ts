import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MessageGateway } from './gateway.ts';

const kept = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'zalo']),
  to: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});

/** A message that would have gone to a telephone. */
export type KeptMessage = z.output<typeof kept>;

/**
 * A telephone in a folder, for development and tests: every message is a file under its id, so that one that comes a
 * second time is there once. It arrives at once.
 */
export function simulatedPhone(folder: string, channel: 'sms' | 'zalo'): MessageGateway {
  return {
    send: async ({ id, to, text }) => {
      // Numbers that no network has given out; they let everybody see what a refusal looks like.
      if (to.startsWith('000')) return { outcome: 'refused', reason: 'Số máy không tồn tại' };
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${id}.json`);
      const message = { id, channel, to, text, at: new Date().toISOString() };
      await writeFile(`${file}.part`, JSON.stringify(message), { mode: 0o600 });
      await rename(`${file}.part`, file);
      return { outcome: 'taken', providerId: id, isDelivered: true };
    },
  };
}

/** What the telephone has, newest first. */
export async function messagesIn(folder: string): Promise<readonly KeptMessage[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json'));
  const messages = await Promise.all(
    files.map(async (name) => kept.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  );
  return messages.toSorted((one, other) => other.at.localeCompare(one.at));
}
