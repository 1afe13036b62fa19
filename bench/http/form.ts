/** Fields of a form with their values, in the order of the page. */
export type Fields = readonly (readonly [name: string, value: string])[];

export type Form = { readonly fields: Fields; readonly isMultipart: boolean };

/** Reads the form that is sent to an address out of a page: hidden fields, what is filled in, chosen and ticked. */
export function formOf(html: string, action: string): Form {
  const form = html.split('<form').find((part) => attribute(opening(part), 'action') === action);
  if (form === undefined) throw new Error(`The page has no form for ${action}`);
  const controls = form.slice(0, form.indexOf('</form>')).matchAll(/<(input|select|textarea)\b([^>]*)>/g);
  const fields = [...controls].flatMap(({ 1: tag = '', 2: attributes = '', index }) => {
    const name = attribute(attributes, 'name');
    const value = tag === 'select' ? chosen(form.slice(index)) : (attribute(attributes, 'value') ?? '');
    return name !== undefined && isSent(attributes) ? [[name, value] as const] : [];
  });
  return { fields, isMultipart: attribute(opening(form), 'enctype') === 'multipart/form-data' };
}

/** The fields with some in other words; a null takes the field away, and a name that is not there is added. */
export function withFields(fields: Fields, changes: Readonly<Record<string, string | null>>): Fields {
  const kept = fields.filter(([name]) => !(name in changes));
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return [...kept, ...added];
}

/** What a browser sends. */
export function bodyOf({ fields, isMultipart }: Form): { readonly type: string; readonly body: string } {
  if (!isMultipart) {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
    return { type: 'application/x-www-form-urlencoded', body };
  }
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: `${parts.join('')}--${BOUNDARY}--\r\n` };
}

const BOUNDARY = '----MotCuaBenchmarkBoundary';

const opening = (part: string): string => part.slice(0, part.indexOf('>'));

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return value?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

/** Boxes and circles are sent when they are ticked; buttons and files are not. */
function isSent(attributes: string): boolean {
  const type = attribute(attributes, 'type') ?? 'text';
  if (type === 'checkbox' || type === 'radio') return /\schecked\b/.test(attributes);
  return !['submit', 'button', 'file', 'image'].includes(type);
}

function chosen(select: string): string {
  const options = [...select.slice(0, select.indexOf('</select>')).matchAll(/<option\b([^>]*)>/g)];
  const option = options.find(([text]) => /\sselected\b/.test(text)) ?? options[0];
  return attribute(option?.[1] ?? '', 'value') ?? '';
}
