import { z } from 'zod';

export const letterPaths = { page: '/witnesses', remove: '/witnesses/remove' } as const;

/** Somebody outside who is sent each day's signed state. */
export type Recipient = {
  readonly id: number;
  readonly address: string;
  readonly addedAt: Date;
  /** Entries in the state that was sent last; null before the first letter. */
  readonly sentSize: number | null;
  readonly sentAt: Date | null;
};

const REQUIRED = 'Nhập địa chỉ thư điện tử, ví dụ hoten@example.gov.vn.';

export const newRecipient = z.object({ address: z.email(REQUIRED).max(200, REQUIRED) });

export const removedRecipient = z.object({ id: z.coerce.number<string>().int().positive() });

/** A letter that waits to be sent: to whom, and which state. */
export const stateLetter = z.object({ recipientId: z.number(), size: z.number() });
export type StateLetter = z.infer<typeof stateLetter>;
