import { z } from 'zod';

/** A passkey as its owner sees it. */
export type OwnPasskey = {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
};

/** A passkey as answers are checked against. */
export type StoredPasskey = {
  readonly id: number;
  readonly accountId: number;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
};

export const MOST_PASSKEYS = 10;

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/);

/** What a browser answers to both ceremonies; the library checks what is in it. */
const credential = z.object({ id: base64url.min(1), rawId: base64url, type: z.literal('public-key') });

const registration = credential.extend({
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  clientExtensionResults: z.object({}),
});

const assertion = credential.extend({
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: z.object({}),
});

export type Registration = z.infer<typeof registration>;
export type Assertion = z.infer<typeof assertion>;

const NOT_ANSWERED =
  'Trình duyệt chưa gửi khóa truy cập. Hãy bật JavaScript, bấm lại nút và làm theo hướng dẫn trên màn hình.';

/** What the script put into the form, as the browser's answer; the message is the form's. */
function answered<Answer>(shape: z.ZodType<Answer>) {
  return z.string(NOT_ANSWERED).transform((text, check): Answer => {
    const parsed = shape.safeParse(parsedJson(text));
    if (parsed.success) return parsed.data;
    check.addIssue({ code: 'custom', message: NOT_ANSWERED });
    return z.NEVER;
  });
}

export const registrationAnswer = answered(registration);
export const assertionAnswer = answered(assertion);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Nothing was answered, which the shape refuses.
    return null;
  }
}

export const passkeyName = z
  .string()
  .min(1, 'Đặt tên cho khóa, ví dụ “Điện thoại của tôi”.')
  .max(60, 'Tên dài nhất 60 ký tự.');
