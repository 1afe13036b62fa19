import type { Command, CommandOption } from './command.ts';

/** What `motcua --help` says. */
export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map((command) => [command.name, command.summary] as const);
  return [
    'Cách dùng: npx motcua <lệnh> [tùy chọn]',
    '',
    'Các lệnh:',
    ...table(rows),
    '',
    'Xem từng lệnh: npx motcua <lệnh> --help',
    'Mã kết thúc: 0 ổn, 1 có điều cần xem lại, 2 dùng sai.',
  ].join('\n');
}

/** What `motcua <command> --help` says. */
export function helpOf(command: Command): string {
  const words = command.words === undefined ? '' : ` ${command.words}`;
  return [
    `npx motcua ${command.name}${words} [tùy chọn]`,
    '',
    `${command.summary}.`,
    '',
    'Tùy chọn:',
    ...table(optionsOf(command).map((option) => [written(option), option.explanation] as const)),
    ...(command.notes === undefined ? [] : ['', ...command.notes]),
  ].join('\n');
}

/** A command's own options and those that every command has. */
export function optionsOf(command: Command): readonly CommandOption[] {
  const json = { name: 'json', explanation: 'In kết quả dạng JSON, cho chương trình khác đọc' };
  const help = { name: 'help', explanation: 'Hiện hướng dẫn này' };
  return [...command.options, ...(command.printsFacts ? [json] : []), help];
}

/** Two columns. */
export function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`);
}

function written({ name, value }: CommandOption): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
