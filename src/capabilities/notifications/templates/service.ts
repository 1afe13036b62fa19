import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import { authorise } from '#foundation/access/authorise.ts';
import { type Context, inTransaction, type TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { unknownPlaces } from '../rules.ts';
import type { Channel, NoticeTemplate, StopInput, TemplateCode, TemplateInput } from '../schema.ts';
import { insertTemplate, lockTemplates, readTemplates, updateTemplate } from './store.ts';

/** Every text of every time. What is told to everybody is no secret in the house. */
export async function templates(ctx: Context): Promise<readonly NoticeTemplate[]> {
  return readTemplates(ctx.db);
}

/**
 * Writes what is said from a day on; the text before holds until then. A text that begins on that same day is replaced.
 * The past is not rewritten: the day is today or later.
 */
export async function saveTemplate(ctx: Context, input: TemplateInput): Promise<void> {
  await authorise(ctx, 'notification.manage');
  refuseUnknown(input);
  if (input.validFrom < localDateOf(ctx.now)) {
    refuseDay('validFrom', 'Mẫu mới áp dụng từ hôm nay hoặc một ngày sau đó.');
  }
  await inTransaction(ctx, async (tx) => {
    const versions = await lockTemplates(tx.db, input.code, input.channel);
    refuseStale(versions, input.known);
    const same = versions.find(({ validFrom }) => validFrom === input.validFrom);
    if (same) return replace(tx, same, input);
    await end(tx, versions, input.validFrom);
    const next = versions.find(({ validFrom }) => validFrom > input.validFrom);
    return addTemplate(tx, { ...input, validTo: next?.validFrom ?? null });
  });
}

/** From a day on nothing is said any more on this channel. */
export async function stopTemplate(
  ctx: Context,
  { code, channel, stopFrom, known }: StopInput,
): Promise<void> {
  await authorise(ctx, 'notification.manage');
  if (stopFrom < localDateOf(ctx.now)) refuseDay('stopFrom', 'Thôi gửi từ hôm nay hoặc một ngày sau đó.');
  await inTransaction(ctx, async (tx) => {
    const versions = await lockTemplates(tx.db, code, channel);
    refuseStale(versions, known);
    if (versions.some(({ validFrom }) => validFrom >= stopFrom)) {
      refuseDay('stopFrom', 'Có mẫu bắt đầu áp dụng từ ngày đó trở đi. Hãy chọn ngày sau mẫu cuối cùng.');
    }
    await end(tx, versions, stopFrom);
  });
}

function refuseDay(field: string, sentence: string): never {
  refuse('invalid', sentence, { [field]: sentence });
}

/** The same for texts that come with the starter data; the caller is the system. */
export async function addTemplate(
  tx: TransactionContext,
  template: Omit<NoticeTemplate, 'id' | 'sequence'>,
): Promise<void> {
  const { code, channel, subject, body, validFrom, validTo } = template;
  const row = { code, channel, subject, body, validFrom, validTo };
  const id = await insertTemplate(tx.db, { ...row, sequence: 1 });
  await record(tx, { name: 'notice-template', id, after: 0 }, [{ kind: 'added', payload: row }]);
}

async function replace(tx: TransactionContext, before: NoticeTemplate, input: TemplateInput): Promise<void> {
  const { subject, body } = input;
  const sequence = await record(tx, { name: 'notice-template', id: before.id, after: before.sequence }, [
    { kind: 'changed', payload: { subject, body } },
  ]);
  await updateTemplate(tx.db, before.id, { subject, body, sequence });
}

async function end(
  tx: TransactionContext,
  versions: readonly NoticeTemplate[],
  validTo: string,
): Promise<void> {
  const holding = versions.find(
    (one) => one.validFrom < validTo && (one.validTo === null || one.validTo > validTo),
  );
  if (!holding) return;
  const sequence = await record(tx, { name: 'notice-template', id: holding.id, after: holding.sequence }, [
    { kind: 'ended', payload: { validTo } },
  ]);
  await updateTemplate(tx.db, holding.id, { validTo, sequence });
}

function refuseUnknown({ code, subject, body }: TemplateInput): void {
  const fields = Object.entries({ subject, body }).flatMap(([field, text]) => {
    const unknown = unknownPlaces(code, text);
    if (unknown.length === 0) return [];
    const words = unknown.join(', ');
    return [
      [field, `Thông báo này không có ${words}. Chỉ dùng các chỗ điền được liệt kê bên dưới.`] as const,
    ];
  });
  const [first] = fields;
  if (first) refuse('invalid', first[1], Object.fromEntries(fields));
}

function refuseStale(versions: readonly NoticeTemplate[], known: string): void {
  if (knownBy(versions) !== known) {
    refuse('conflict', 'Người khác vừa sửa mẫu này. Hãy tải lại trang để xem thay đổi rồi sửa tiếp.');
  }
}

/** What a page has seen of the texts of one kind and channel, so that it can say so when it sends a change. */
export function knownBy(versions: readonly Pick<NoticeTemplate, 'id' | 'sequence'>[]): string {
  return versions.map(({ id, sequence }) => `${id}.${sequence}`).join(' ');
}

export function textInForce(
  versions: readonly NoticeTemplate[],
  about: { readonly code: TemplateCode; readonly channel: Channel; readonly on: string },
): NoticeTemplate | null {
  const { code, channel, on } = about;
  const holds = (one: NoticeTemplate): boolean =>
    one.code === code &&
    one.channel === channel &&
    one.validFrom <= on &&
    (one.validTo === null || one.validTo > on);
  return versions.find(holds) ?? null;
}
