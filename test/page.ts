/** Fields of a form; a list sends its name several times, a file makes the form multipart. */
export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** The fields of a form that a page shows: every name with all its values. */
type PageFields = Readonly<Record<string, readonly string[]>>;

/** A form of the page with everything it would send untouched: hidden fields, ticked boxes, texts, choices. */
export function formOf(
  html: string,
  action: string,
): { readonly action: string; readonly fields: PageFields } {
  for (const [form] of html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)) {
    const target = unescape(/\baction="([^"]*)"/.exec(form)?.[1] ?? '');
    if (target.endsWith(action)) return { action: target, fields: fieldsOf(form) };
  }
  throw new Error(`The page has no form to ${action}: ${wordsOf(html).slice(0, 300)}`);
}

/** What a form sends of itself, every name with all its values. */
function fieldsOf(form: string): PageFields {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of [...inputsOf(form), ...textsOf(form), ...choicesOf(form)]) {
    (fields[name] ??= []).push(value);
  }
  return fields;
}

type Field = readonly [name: string, value: string];

function inputsOf(form: string): readonly Field[] {
  return [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): Field[] => {
    const type = attribute(tag, 'type') ?? 'text';
    const name = attribute(tag, 'name');
    if (name === undefined || type === 'file' || type === 'submit') return [];
    const isBox = type === 'checkbox' || type === 'radio';
    if (isBox && !/\schecked\b/.test(tag)) return [];
    return [[name, attribute(tag, 'value') ?? (isBox ? 'on' : '')]];
  });
}

function textsOf(form: string): readonly Field[] {
  const areas = form.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g);
  return [...areas].map(([, name = '', text = '']): Field => [unescape(name), unescape(text)]);
}

function choicesOf(form: string): readonly Field[] {
  const selects = form.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g);
  return [...selects].map(([, name = '', options = '']): Field => {
    const tags = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const chosen = tags.find((tag) => /\sselected\b/.test(tag)) ?? tags[0];
    return [unescape(name), attribute(chosen ?? '', 'value') ?? ''];
  });
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return match ? unescape(match[1] ?? '') : undefined;
}

/** The words of a page, tags taken out, spaces folded. */
export function wordsOf(html: string): string {
  return unescape(html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
