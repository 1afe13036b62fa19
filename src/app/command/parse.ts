import { refuse } from '#kernel/refusal.ts';
import type { Command, CommandOption, Given } from './command.ts';
import { optionsOf } from './help.ts';

/** Takes apart what stands after the command's name. Refuses what the command does not know, in words. */
export function parseGiven(command: Command, args: readonly string[]): Given {
  const options: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  const switches = new Set<string>();
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [head, inline] = splitOption(args[at] ?? '');
    if (head === undefined) words.push(inline ?? '');
    else {
      const option = optionNamed(command, head);
      if (option.value === undefined) switches.add(withoutValue(option, inline));
      else {
        const value = inline ?? args[++at];
        if (value === undefined || value === '') refuseValueless(option);
        if (option.many === true) (lists[option.name] ??= []).push(value);
        else options[option.name] = value;
      }
    }
  }
  return { options, lists, switches, words };
}

/** `--name=value` → name and value, `--name` → name, a word → no name and the word. */
function splitOption(argument: string): readonly [string | undefined, string | undefined] {
  if (argument === '-h') return ['help', undefined];
  if (!argument.startsWith('--')) return [undefined, argument];
  const equals = argument.indexOf('=');
  return equals === -1
    ? [argument.slice(2), undefined]
    : [argument.slice(2, equals), argument.slice(equals + 1)];
}

function optionNamed(command: Command, name: string): CommandOption {
  const all = optionsOf(command);
  const names = all.map((option) => `--${option.name}`).join(', ');
  return (
    all.find((option) => option.name === name) ??
    refuse('invalid', `Lệnh "${command.name}" không có tùy chọn --${name}. Các tùy chọn: ${names}.`)
  );
}

function withoutValue(option: CommandOption, inline: string | undefined): string {
  if (inline === undefined) return option.name;
  return refuse('invalid', `Tùy chọn --${option.name} không kèm giá trị. Hãy bỏ phần "=${inline}".`);
}

function refuseValueless(option: CommandOption): never {
  refuse('invalid', `Tùy chọn --${option.name} cần một giá trị: --${option.name} ${option.value ?? ''}.`);
}
