import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { readConfig } from './config.ts';
import { settings, settingsSchema } from './settings.ts';

test('nothing set: the embedded database under ./var, reachable from this computer only', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    role: 'all',
    publicUrl: 'http://localhost:3000',
  });
  expect(config.databaseUrl).toBeUndefined();
  expect(config.databaseFolder).toBe(resolve('var/database'));
});

test('an empty value counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
});

test('the command line wins over the environment', () => {
  const config = readConfig({ MOTCUA_ROLE: 'web', PORT: '8080' }, { role: 'worker', port: '9090' });
  expect(config).toMatchObject({ role: 'worker', port: 9090 });
});

test('every mistake is told at once, each by its setting', () => {
  const refusal = refusalOf({
    PORT: 'ba nghìn',
    DATABASE_URL: 'mysql://localhost',
    MOTCUA_PUBLIC_URL: 'https://motcua.example.vn/trang-chu',
    SMTP_URL: 'smtp://localhost',
    LOG_LEVEL: 'loud',
  });
  expect(refusal.kind).toBe('invalid');
  expect(Object.keys(refusal.fields).sort()).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'MAIL_FROM',
    'MOTCUA_PUBLIC_URL',
    'PORT',
  ]);
  for (const name of Object.keys(refusal.fields)) expect(refusal.message).toContain(`${name}: `);
});

test.each(['65536', '-1', '1.5', '3000a'])('port %s is refused', (port) => {
  expect(refusalOf({ PORT: port }).fields['PORT']).toContain('từ 0 đến 65535');
});

test('a mistyped name is told with the names there are', () => {
  expect(refusalOf({ MOTCUA_DATTA: '/srv' }).fields['MOTCUA_DATTA']).toContain('MOTCUA_DATA');
});

test('a second database role needs the first', () => {
  expect(refusalOf({ DATABASE_APP_URL: 'postgres://app@localhost/motcua' }).fields).toHaveProperty(
    'DATABASE_APP_URL',
  );
});

test('the public address has no slash at its end', () => {
  expect(readConfig({ MOTCUA_PUBLIC_URL: 'https://motcua.example.vn/' }).publicUrl).toBe(
    'https://motcua.example.vn',
  );
});

test('help names exactly the settings that are read', () => {
  expect(settings.map((setting) => setting.name).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
});

function refusalOf(env: Readonly<Record<string, string>>): Refusal {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('The settings were accepted.');
}

test('trusted proxies are addresses and networks; without any it is this computer', () => {
  expect(readConfig({}).trustedProxies).toEqual(['127.0.0.0/8', '::1']);
  expect(readConfig({ MOTCUA_TRUSTED_PROXIES: '10.1.0.0/16, fd00::1' }).trustedProxies).toEqual([
    '10.1.0.0/16',
    'fd00::1',
  ]);
  expect(refusalOf({ MOTCUA_TRUSTED_PROXIES: '10.1.0.0/16, nginx' }).fields).toHaveProperty(
    'MOTCUA_TRUSTED_PROXIES',
  );
});

test('figures and traces are made for nobody unless somebody wants them', () => {
  const { metrics, tracing, operatorMail } = readConfig({});
  expect(metrics).toEqual({ address: undefined, token: undefined });
  expect([tracing, operatorMail]).toEqual([null, undefined]);
});

test('traces keep everything and believe nobody unless told otherwise', () => {
  const endpoint = 'http://127.0.0.1:4318';
  const plain = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  expect(plain.tracing).toEqual({ endpoint, ratio: 1, believesParent: false });
  const told = { OTEL_TRACES_SAMPLER_ARG: '0.1', MOTCUA_TRACEPARENT: 'accept' };
  const { tracing } = readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...told });
  expect(tracing).toEqual({ endpoint, ratio: 0.1, believesParent: true });
});

test.each([
  ['MOTCUA_METRICS_TOKEN', 'ngan'],
  ['MOTCUA_METRICS', '9464'],
  ['MOTCUA_OPERATOR_EMAIL', 'khong-phai-thu'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', '127.0.0.1:4318'],
  ['OTEL_TRACES_SAMPLER_ARG', '2'],
  ['MOTCUA_TRACEPARENT', 'yes'],
])('%s=%s is refused', (name, value) => {
  expect(refusalOf({ [name]: value }).fields).toHaveProperty(name);
});
