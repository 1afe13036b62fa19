import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openMail, sendMail, type Letter } from './mail.ts';

const letter: Letter = {
  to: 'nguyen.thi.b@example.vn',
  subject: 'Hồ sơ đã có kết quả',
  text: 'Mời bà đến Bộ phận Một cửa xã An Hòa.',
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-mail-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('without a mail server', () => {
  test('a letter is a file in the mailbox folder, whole, in UTF-8', async () => {
    const mail = openMail({
      smtpUrl: undefined,
      from: 'motcua@localhost',
      mailboxFolder: join(folder, 'mailbox'),
    });
    const id = await sendMail({ mail }, letter);
    const content = await onlyLetter(join(folder, 'mailbox'));
    expect(content).toContain(`Message-ID: ${id}`);
    expect(content).toContain('To: nguyen.thi.b@example.vn');
    expect(decoded(content)).toContain('Mời bà đến Bộ phận Một cửa xã An Hòa.');
  });

  test('neither a subject nor an address can add headers or people', async () => {
    const mail = openMail({ smtpUrl: undefined, from: 'motcua@localhost', mailboxFolder: folder });
    await sendMail(
      { mail },
      { ...letter, subject: 'Chào\r\nBcc: other@example.vn', to: 'a@example.vn, c@example.vn' },
    );
    const headers = (await onlyLetter(folder)).split('\n\n')[0] ?? '';
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(headers).not.toMatch(/^To: a@example\.vn, c@example\.vn$/m);
  });
});

describe('with a mail server', () => {
  test('a letter reaches it with sender, recipient and text', async () => {
    const received: { readonly from: string; readonly to: readonly string[]; readonly content: string }[] =
      [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map((recipient) => recipient.address);
        const from = mailFrom === false ? '' : mailFrom.address;
        stream.on('end', () => done());
        void text(stream).then((content) => received.push({ from, to, content }));
      },
    });
    const port = await listen(server);
    const mail = openMail({
      smtpUrl: `smtp://127.0.0.1:${port}`,
      from: 'motcua@example.vn',
      mailboxFolder: folder,
    });
    await sendMail({ mail }, letter);
    mail.close();
    await new Promise<void>((resolve) => server.close(resolve));
    expect(received).toMatchObject([{ from: 'motcua@example.vn', to: ['nguyen.thi.b@example.vn'] }]);
    expect(decoded(received[0]?.content ?? '')).toContain('Mời bà đến Bộ phận Một cửa xã An Hòa.');
  });

  test('a server that does not answer is a failure, so that the job tries again', async () => {
    const mail = openMail({
      smtpUrl: 'smtp://127.0.0.1:1',
      from: 'motcua@example.vn',
      mailboxFolder: folder,
    });
    await expect(sendMail({ mail }, letter)).rejects.toThrow('ECONNREFUSED');
    mail.close();
  });
});

async function onlyLetter(mailbox: string): Promise<string> {
  const names = await readdir(mailbox);
  expect(names).toEqual([expect.stringMatching(/^\d{4}-.*\.eml$/)]);
  return readFile(join(mailbox, names[0] ?? ''), 'utf8');
}

/** The body, whichever way it travels. */
function decoded(content: string): string {
  const [headers = '', ...body] = content.replaceAll('\r\n', '\n').split('\n\n');
  const joined = body.join('\n\n');
  if (headers.includes('base64')) return Buffer.from(joined, 'base64').toString('utf8');
  const bytes = joined
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

async function listen(server: SMTPServer): Promise<number> {
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  if (typeof address !== 'object' || address === null)
    throw new Error('The server does not listen on a port.');
  return address.port;
}
