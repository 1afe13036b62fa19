/** Facts beside a message, by name. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Fields that hold personal data or secrets, in lower case. Their values never reach a log. */
const hidden: ReadonlySet<string> = new Set(
  [
    'password passwordhash token secret cookie authorization checkcode session smtpurl databaseurl databaseappurl',
    'name fullname foldedname applicantname holder idnumber phone email to address dateofbirth applicant body form note searchtext',
    'sealedidnumber idnumberindex tokenhash sealedsecret codeindex credentialid publickey transports',
    'sender receiver sendername senderphone senderaddress receivername receiverphone receiveraddress',
    // PostgreSQL puts the row's values there.
    'detail where parameters hint internalquery',
  ].flatMap((line) => line.split(' ')),
);

const mark = '[đã che]';

/** Numbers as long as those of phones and identity cards (9 to 15 digits). */
const longNumber = /(?<![\w-])\+?\d{9,15}(?![\w-])/g;

/** The same fields without personal data. */
export function redactFields(fields: LogFields): LogFields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, redactField(key, value, 0)]));
}

/** The same value without personal data: hidden fields marked, long numbers in texts masked, addresses without their query. */
function redact(value: unknown, depth = 0): unknown {
  if (depth > 6) return mark;
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, redactField(key, entry, depth)]),
  );
}

/** A text without numbers that may be a person's. */
export function redactText(text: string): string {
  return text.replaceAll(longNumber, mark);
}

function redactField(key: string, value: unknown, depth: number): unknown {
  if (hidden.has(key.toLowerCase().replaceAll(/[_-]/g, ''))) return mark;
  if (key === 'url' && typeof value === 'string') return redactText(value.replace(/\?.*$/s, `?${mark}`));
  return redact(value, depth + 1);
}

/** What a developer needs: kind, message, code and the way there. */
function redactError(error: Error, depth: number): unknown {
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return {
    type: error.name,
    message: redactText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
