import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { refuse, type FieldMessages } from '#kernel/refusal.ts';
import { settings, settingsSchema, type SettingName } from './settings.ts';

/** What this process was told to be. Paths are absolute. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded server under `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly dataFolder: string;
  readonly databaseFolder: string;
  readonly filesFolder: string;
  readonly mailboxFolder: string;
  /** Key and memory of the signer of the log. */
  readonly signerFolder: string;
  readonly secretsFolder: string;
  readonly backup: {
    readonly folder: string;
    /** Vietnam time, such as `01:30`; null: no backups by themselves. */
    readonly at: string | null;
    readonly keep: number;
    readonly keyFile: string | undefined;
  };
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** Addresses and networks of proxies whose word about clients is taken. */
  readonly trustedProxies: readonly string[];
  readonly role: 'web' | 'worker' | 'all';
  readonly templatesFolder: string | undefined;
  readonly leakedPasswordsFile: string | undefined;
  /** `host:port` or the path of a socket. Absent: nobody looks for viruses. */
  readonly clamav: string | undefined;
  /** For how long an upload waits for a scanner that does not answer, in milliseconds. */
  readonly clamavPatience: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Providers of short messages. Null: there is none. */
  readonly messaging: Readonly<Record<'sms' | 'zalo', { readonly url: string; readonly key: string } | null>>;
  /** Where messages go in development that have no provider; null in production. */
  readonly phoneFolder: string | null;
  /** Gateway of online payments; null: there is none. */
  readonly payment: { readonly url: string; readonly key: string } | null;
  /** Service of the post; null: orders stay in the house. */
  readonly post: PostConfig | null;
  /** Whom to tell when something has gone wrong. */
  readonly operatorMail: string | undefined;
  readonly metrics: {
    /** `host:port` of a listener of its own. */
    readonly address: string | undefined;
    readonly token: string | undefined;
  };
  /** Null: no traces. */
  readonly tracing: {
    readonly endpoint: string;
    readonly ratio: number;
    readonly believesParent: boolean;
  } | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly mode: 'production' | 'development' | 'test';
};

export type PostConfig = {
  readonly url: string;
  readonly customerCode: string;
  readonly customerKey: string;
  readonly secretKey: string;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings given on the command line, by their option's name. They win over the environment. */
export type ConfigOptions = { readonly role?: string | undefined; readonly port?: string | undefined };

/**
 * Reads every setting. Refuses with all mistakes at once, a line each; `fields` holds them by setting.
 * An empty value counts as not set. A MOTCUA_ name that does not exist is a mistake too: it is a typing error.
 */
export function readConfig(env: Environment, options: ConfigOptions = {}): Config {
  const given = { ...present(env), ...present({ MOTCUA_ROLE: options.role, PORT: options.port }) };
  const parsed = settingsSchema.safeParse(given);
  const mistakes = { ...messages(parsed.error), ...togetherMistakes(given), ...unknownNames(given) };
  if (parsed.data === undefined || Object.keys(mistakes).length > 0) {
    const lines = Object.entries(mistakes).map(([name, message]) => `  ${name}: ${message}.`);
    return refuse(
      'invalid',
      `Cấu hình chưa đúng, hãy sửa các mục sau rồi chạy lại:\n${lines.join('\n')}`,
      mistakes,
    );
  }
  return configOf(parsed.data);
}

function present(env: Environment): Readonly<Record<string, string>> {
  const entries = Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  return Object.fromEntries(entries);
}

function messages(error: z.ZodError | undefined): FieldMessages {
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

const PAIRS = [
  ['MOTCUA_SMS_URL', 'MOTCUA_SMS_KEY'],
  ['MOTCUA_ZALO_URL', 'MOTCUA_ZALO_KEY'],
  ['MOTCUA_PAYMENT_URL', 'MOTCUA_PAYMENT_KEY'],
  ['MOTCUA_POST_URL', 'MOTCUA_POST_CUSTOMER'],
] as const;

/** Settings that only make sense together. */
function togetherMistakes(given: Readonly<Record<string, string>>): FieldMessages {
  const halves = PAIRS.flatMap(([one, other]) => {
    if (one in given === other in given) return [];
    return one in given ? [[other, `phải có khi đặt ${one}`]] : [[other, `chỉ dùng cùng với ${one}`]];
  });
  return {
    ...Object.fromEntries(halves),
    ...('DATABASE_APP_URL' in given && !('DATABASE_URL' in given)
      ? { DATABASE_APP_URL: 'chỉ dùng cùng với DATABASE_URL' }
      : {}),
    ...('SMTP_URL' in given && !('MAIL_FROM' in given)
      ? { MAIL_FROM: 'phải có khi đặt SMTP_URL, vì máy chủ thư từ chối thư không rõ người gửi' }
      : {}),
  };
}

function unknownNames(given: Readonly<Record<string, string>>): FieldMessages {
  const known = new Set<string>(settings.map((setting) => setting.name));
  const unknown = Object.keys(given).filter((name) => name.startsWith('MOTCUA_') && !known.has(name));
  const names = settings
    .map((setting): SettingName => setting.name)
    .filter((name) => name.startsWith('MOTCUA_'));
  return Object.fromEntries(
    unknown.map((name) => [name, `không có mục này; các mục có là ${names.join(', ')}`]),
  );
}

function configOf(values: z.output<typeof settingsSchema>): Config {
  const dataFolder = resolve(values.MOTCUA_DATA);
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    dataFolder,
    databaseFolder: join(dataFolder, 'database'),
    filesFolder: join(dataFolder, 'files'),
    mailboxFolder: join(dataFolder, 'mailbox'),
    signerFolder: absolute(values.MOTCUA_SIGNER) ?? join(dataFolder, 'signer'),
    secretsFolder: join(dataFolder, 'secrets'),
    backup: {
      folder: absolute(values.MOTCUA_BACKUP_DIR) ?? join(dataFolder, 'backups'),
      at: values.MOTCUA_BACKUP_AT === 'off' ? null : values.MOTCUA_BACKUP_AT,
      keep: values.MOTCUA_BACKUP_KEEP,
      keyFile: absolute(values.MOTCUA_BACKUP_KEY_FILE),
    },
    publicUrl: new URL(values.MOTCUA_PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin,
    trustedProxies: values.MOTCUA_TRUSTED_PROXIES,
    role: values.MOTCUA_ROLE,
    templatesFolder: absolute(values.MOTCUA_TEMPLATES),
    leakedPasswordsFile: absolute(values.MOTCUA_LEAKED_PASSWORDS),
    clamav: values.MOTCUA_CLAMAV,
    clamavPatience: values.MOTCUA_CLAMAV_WAIT * 1000,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? 'motcua@localhost',
    messaging: {
      sms: providerOf(values.MOTCUA_SMS_URL, values.MOTCUA_SMS_KEY),
      zalo: providerOf(values.MOTCUA_ZALO_URL, values.MOTCUA_ZALO_KEY),
    },
    phoneFolder: values.NODE_ENV === 'production' ? null : join(dataFolder, 'phone'),
    payment: providerOf(values.MOTCUA_PAYMENT_URL, values.MOTCUA_PAYMENT_KEY),
    post: postOf(values),
    operatorMail: values.MOTCUA_OPERATOR_EMAIL,
    metrics: { address: values.MOTCUA_METRICS, token: values.MOTCUA_METRICS_TOKEN },
    tracing: tracingOf(values),
    logLevel: values.LOG_LEVEL,
    mode: values.NODE_ENV,
  };
}

function tracingOf(values: z.output<typeof settingsSchema>): Config['tracing'] {
  const endpoint = values.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return null;
  return {
    endpoint,
    ratio: values.OTEL_TRACES_SAMPLER_ARG,
    believesParent: values.MOTCUA_TRACEPARENT === 'accept',
  };
}

function absolute(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}

function providerOf(url: string | undefined, key: string | undefined): Config['messaging']['sms'] {
  return url === undefined || key === undefined ? null : { url, key };
}

function postOf(values: z.output<typeof settingsSchema>): PostConfig | null {
  const { MOTCUA_POST_URL: url, MOTCUA_POST_CUSTOMER: customer } = values;
  if (url === undefined || customer === undefined) return null;
  const [customerCode = '', customerKey = '', secretKey = ''] = customer.split(':');
  return { url, customerCode, customerKey, secretKey };
}
