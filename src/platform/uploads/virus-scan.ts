/** The clamd daemon of ClamAV, asked over its socket (clamd(8): INSTREAM). */
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** What a scan found: nothing, a virus by its name, or that there was nobody to ask. */
export type ScanResult =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'infected'; readonly name: string }
  | { readonly outcome: 'unavailable'; readonly reason: string };

/** Content is opened anew for every try. */
export type VirusScanner = { readonly scan: (open: OpenContent) => Promise<ScanResult> };
type OpenContent = () => Promise<Readable>;

export type VirusScannerOptions = {
  /** `host:port`, or the path of a Unix socket. */
  readonly address: string;
  /** For how long a daemon that does not answer is asked again, in milliseconds; 0 asks once. */
  readonly patience: number;
  /** Milliseconds without a byte from it. */
  readonly silence?: number;
};

const SILENCE = 60_000;
const BETWEEN_TRIES = 1000;
const LONGEST_ANSWER = 4096;

/** A scanner that sends the file itself, so that the daemon may run elsewhere and under another user. */
export function openVirusScanner(options: VirusScannerOptions): VirusScanner {
  return {
    scan: async (open) => {
      const until = performance.now() + options.patience;
      for (;;) {
        const result = await ask(open, options);
        if (result.outcome !== 'unavailable' || performance.now() >= until) return result;
        await pause(Math.min(BETWEEN_TRIES, options.patience));
      }
    },
  };
}

async function ask(
  open: OpenContent,
  { address, silence = SILENCE }: VirusScannerOptions,
): Promise<ScanResult> {
  const content = await open();
  const socket = connect(placeOf(address));
  socket.setTimeout(silence, () => socket.destroy(new Error('ClamAV does not answer')));
  const answer = answerOf(socket);
  try {
    await Promise.all([send(socket, content), answer]);
  } catch (error) {
    // Refused files are answered before they were sent as a whole; then the connection breaks but the answer counts.
    const early = await answer.catch(() => '');
    if (early === '') return { outcome: 'unavailable', reason: String(error) };
  } finally {
    socket.destroy();
    content.destroy();
  }
  return resultOf(await answer);
}

function placeOf(address: string) {
  if (address.startsWith('/')) return { path: address };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replaceAll(/[[\]]/g, ''), port: Number(address.slice(colon + 1)) };
}

async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of content) {
    const bytes = chunk as Buffer; // Without an encoding a file is read as buffers.
    await write(socket, lengthOf(bytes.length));
    await write(socket, bytes);
  }
  await write(socket, lengthOf(0));
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

/** Everything up to the zero byte that ends an answer. */
async function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\0') || text.length > LONGEST_ANSWER) resolve(text);
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('ClamAV closed the connection')));
  });
}

function resultOf(answer: string): ScanResult {
  const [line = ''] = answer.split('\0');
  const found = /^stream: (.+) FOUND$/.exec(line.trim());
  if (found) return { outcome: 'infected', name: found[1] ?? '' };
  if (line.trim() === 'stream: OK') return { outcome: 'clean' };
  return { outcome: 'unavailable', reason: line.trim() };
}
