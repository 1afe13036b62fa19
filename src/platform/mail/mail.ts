import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

/** A letter to one person. */
export type Letter = {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same content for readers that show it. */
  readonly html?: string;
  /** Files in plain text that go with it. */
  readonly attachments?: readonly { readonly name: string; readonly content: string }[];
  /** The same at every attempt to send it: mail programs show a letter that came twice once. */
  readonly id?: string;
};

/** A way letters leave this system. */
export type Mail = {
  /** The letter's message id, under which a mail server's log knows it. */
  readonly send: (letter: Letter) => Promise<string>;
  readonly close: () => void;
};

export type MailOptions = {
  readonly smtpUrl: string | undefined;
  /** Address of the sender. */
  readonly from: string;
  /** Where letters are put when there is no mail server, one `.eml` file each. */
  readonly mailboxFolder: string;
};

/** Through the mail server that is configured, else into the mailbox folder. */
export function openMail({ smtpUrl, from, mailboxFolder }: MailOptions): Mail {
  return smtpUrl === undefined ? mailboxMail(from, mailboxFolder) : smtpMail(from, smtpUrl);
}

/**
 * Sends one letter. Fails when the mail server does not take it; sent from a background job it is then tried again.
 */
export async function sendMail(ctx: { readonly mail: Mail }, letter: Letter): Promise<string> {
  return ctx.mail.send(letter);
}

function smtpMail(from: string, smtpUrl: string): Mail {
  const server = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, connectionTimeout: 20_000 });
  return {
    send: async (letter) => (await server.sendMail(message(from, letter))).messageId,
    close: () => server.close(),
  };
}

function mailboxMail(from: string, folder: string): Mail {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    send: async (letter) => {
      const sent = await writer.sendMail(message(from, letter));
      await saveLetter(folder, sent.message);
      return sent.messageId;
    },
    close: () => writer.close(),
  };
}

function message(from: string, { to, subject, text, html, attachments = [], id }: Letter) {
  return {
    ...(id === undefined ? {} : { messageId: `<${id}@${from.split('@').at(-1) ?? 'localhost'}>` }),
    from: { name: 'Một Cửa', address: from },
    // As an address, not as text, in which commas would name several people.
    to: { name: '', address: to },
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    attachments: attachments.map(({ name, content }) => ({
      filename: name,
      content,
      contentType: 'text/plain; charset=utf-8',
    })),
  };
}

/** Appears under its name only when it is whole. Names sort by time. */
async function saveLetter(folder: string, content: string | Buffer | NodeJS.ReadableStream): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
  const file = await open(join(folder, `.${name}`), 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(join(folder, `.${name}`), join(folder, name));
}
