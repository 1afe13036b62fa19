import { randomUUID } from 'node:crypto';

/** Fields as they are sent. */
type Filled = Readonly<Record<string, string>>;

/** A form as a page shows it, with what a person could make it send. */
export type FoundForm = { readonly action: string; readonly inputs: readonly FoundInput[] };

export type FoundInput = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** Values of the boxes, buttons or options of this name. */
  readonly choices: readonly string[];
};

/** Every form of a page that writes. */
export function formsOf(html: string): readonly FoundForm[] {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
  return forms
    .filter((form) => /<form\b[^>]*\bmethod="post"/i.test(form))
    .map((form) => ({ action: attribute(form, 'action') ?? '', inputs: inputsOf(form) }));
}

function inputsOf(form: string): readonly FoundInput[] {
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]) => inputOf(tag));
  const areas = [...form.matchAll(/<textarea\b[^>]*>/g)].map(([tag]) => inputOf(tag, 'textarea'));
  const selects = [...form.matchAll(/<select\b[^>]*>[\s\S]*?<\/select>/g)].map(([select]) => ({
    ...inputOf(select, 'select'),
    choices: [...select.matchAll(/<option\b[^>]*>/g)].map(([option]) => attribute(option, 'value') ?? ''),
  }));
  const named = [...inputs, ...areas, ...selects].filter(({ name, type }) => name !== '' && type !== 'file');
  return [...Map.groupBy(named, ({ name }) => name).values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, choices: [...first.choices, ...rest.flatMap(({ choices }) => choices)] }] : [],
  );
}

function inputOf(tag: string, type = attribute(tag, 'type') ?? 'text'): FoundInput {
  const value = attribute(tag, 'value') ?? '';
  const isChoice = type === 'checkbox' || type === 'radio';
  return { name: attribute(tag, 'name') ?? '', type, value, choices: isChoice ? [value || 'on'] : [] };
}

function attribute(tag: string, name: string): string | undefined {
  const [opening = ''] = /^<[^>]*>/.exec(tag) ?? [];
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(opening)?.[1];
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** What a form sends when every field a person types into holds this text; what cannot be typed stays. */
export function filledWith(form: FoundForm, text: string): Filled {
  return fill(form, (input) => (isTyped(input) ? text : chosen(input)));
}

/** What an honest person would send, but for one field. */
export function filledButFor(form: FoundForm, name: string, text: string): Filled {
  return { ...filledHonestly(form), [name]: text };
}

/** Names of the fields that a person types into. */
export function typedNames(form: FoundForm): readonly string[] {
  return form.inputs.filter(isTyped).map(({ name }) => name);
}

/** What an honest person would send: dates are dates, numbers are numbers, a choice is made everywhere. */
export function filledHonestly(form: FoundForm): Filled {
  return fill(form, (input) => (isTyped(input) ? input.value || typed(input.name) : chosen(input)));
}

/** Every sending is a new one: an identifier used before would only lead to where the first one led. */
function fill(form: FoundForm, valueFor: (input: FoundInput) => string): Filled {
  const fields = Object.fromEntries(form.inputs.map((input) => [input.name, valueFor(input)]));
  return { ...fields, formId: randomUUID() };
}

function isTyped({ type }: FoundInput): boolean {
  return ['text', 'textarea', 'search', 'tel', 'email', 'password', 'number', 'date'].includes(type);
}

function chosen({ choices, value, type }: FoundInput): string {
  return type === 'hidden' || type === 'submit' ? value : (choices.find((choice) => choice !== '') ?? value);
}

const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/amount/i, '8.000'],
  [/email/i, 'nguoi.nop@example.vn'],
  [/phone/i, '0905000111'],
  [/idNumber/i, '052090000123'],
  [/^code$/, '9.009999'],
  [/login/, 'thu.nghiem'],
  [/day-?\d|hours|morning|afternoon/i, '07:30-11:30'],
  [/from|until|on$|date/i, '30/4/2020'],
  [/count|copies|sets|quantity|number$|days/i, '1'],
];

function typed(name: string): string {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'Thử nghiệm 123';
}
