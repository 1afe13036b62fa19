import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { prettyLine } from './pretty.ts';

test('a line is one JSON object with time, level, message and facts', () => {
  const { log, lines } = logToMemory();
  log.info({ unit: '31684', milliseconds: 12 }, 'đã tiếp nhận hồ sơ');
  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      message: 'đã tiếp nhận hồ sơ',
      unit: '31684',
      milliseconds: 12,
    },
  ]);
});

test('every line of a request carries its id', () => {
  const { log, lines } = logToMemory();
  const ofRequest = log.child({ requestId: 'r-1' });
  ofRequest.info({}, 'vào');
  ofRequest.child({ step: 2 }).warn({}, 'ra');
  expect(lines()).toMatchObject([{ requestId: 'r-1' }, { requestId: 'r-1', step: 2 }]);
});

test('personal data never reaches the log, however deep', () => {
  const { log, text } = logToMemory();
  log.warn(
    {
      applicant: { fullName: 'Nguyễn Thị B' },
      list: [{ id_number: '031190001234', phone: '0912345678' }],
      url: '/tra-cuu?q=Nguyễn Thị B',
      note: 'CCCD 031190001234',
      password: 'bí mật',
    },
    'không gọi được 0912345678',
  );
  expect(text()).not.toMatch(/Nguyễn|0912345678|031190001234|bí mật/);
});

test('numbers of records stay readable', () => {
  const { log, lines } = logToMemory();
  log.info({ dossier: '000.23.31.H24-200428-0001', count: 12345678 }, 'xong');
  expect(lines()).toMatchObject([{ dossier: '000.23.31.H24-200428-0001', count: 12345678 }]);
});

test('an error of the database is told without the row that it quotes', () => {
  const { log, lines, text } = logToMemory();
  const error = Object.assign(
    new Error('duplicate key value violates unique constraint "people_id_number_key"'),
    {
      code: '23505',
      constraint: 'people_id_number_key',
      detail: 'Key (id_number)=(031190001234) already exists.',
    },
  );
  log.error({ error }, 'hỏng');
  expect(lines()).toMatchObject([{ error: { code: '23505', constraint: 'people_id_number_key' } }]);
  expect(text()).not.toContain('031190001234');
});

test('lines below the level are not written', () => {
  const { log, text } = logToMemory();
  log.debug({}, 'chi tiết');
  expect(text()).toBe('');
});

test('at a terminal a line starts with the clock of Việt Nam', () => {
  const line = prettyLine(
    '{"level":"info","time":"2020-04-28T08:20:05.000Z","message":"sẵn sàng","port":3000}',
  );
  expect(line).toBe('15:20:05 sẵn sàng  port=3000');
});

function logToMemory() {
  const chunks: string[] = [];
  const output = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  const text = (): string => chunks.join('');
  const lines = (): unknown[] =>
    text()
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  return { log: createLog({ level: 'info', output }), text, lines };
}
