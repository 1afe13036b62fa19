import { refuse } from '#kernel/refusal.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { authorise, requireActor, unitsWith } from '#foundation/access/authorise.ts';
import { type Context, inTransaction } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { NOTICE_FIELDS } from '../personal-data.ts';
import { whenToSend } from '../rules.ts';
import { readSettings } from '../settings/store.ts';
import type { NoticeDetail, NoticeQuery, NoticeRow, ResendInput } from './schema.ts';
import { PAGE_SIZE } from './schema.ts';
import { countNotices, lockNotice, readNotice, readNotices, readNoticesOf, requeue } from './store.ts';

/** What was told of the dossiers that the officer sees, a page of it, newest first, and how many there are. */
export async function noticesPage(
  ctx: Context,
  query: NoticeQuery,
): Promise<{ readonly rows: readonly NoticeRow[]; readonly total: number }> {
  const units = await readable(ctx);
  const rows = (await readNotices(ctx.db, query, { units })).map(shown);
  const isWhole = query.page === 1 && rows.length < PAGE_SIZE;
  return { rows, total: isWhole ? rows.length : await countNotices(ctx.db, query, units) };
}

const EXPORT_LIMIT = 20_000;

/** The same list as one file. */
export async function exportNotices(ctx: Context, query: NoticeQuery): Promise<readonly NoticeRow[]> {
  const units = await readable(ctx);
  return (await readNotices(ctx.db, { ...query, page: 1 }, { units, limit: EXPORT_LIMIT })).map(shown);
}

/** One of them with its words. */
export async function noticeById(ctx: Context, id: number): Promise<NoticeDetail> {
  const notice = await readNotice(ctx.db, id, await readable(ctx));
  return notice ? shown(notice) : refuse('missing', MISSING);
}

/** Everything told of one dossier, oldest first; for whoever sees the dossier. */
export async function noticesOf(ctx: Context, dossierId: number): Promise<readonly NoticeRow[]> {
  return (await readNoticesOf(ctx.db, dossierId)).map(shown);
}

/**
 * Sends a notice again that did not arrive, or to another address: a mail address makes it a letter, a number a message to
 * a telephone. What has already arrived is not sent again.
 */
export async function resend(ctx: Context, { id, address }: ResendInput): Promise<void> {
  await authorise(ctx, 'dossier.notify', requireActor(ctx).post.unitId);
  const units = await unitsWith(ctx, 'dossier.notify');
  await inTransaction(ctx, async (tx) => {
    if ((await readNotice(tx.db, id, units)) === null) refuse('missing', MISSING);
    const notice = (await lockNotice(tx.db, id)) ?? refuse('missing', MISSING);
    if (notice.state !== 'given-up' && notice.state !== 'sent') {
      refuse('conflict', 'Thông báo này đang chờ gửi hoặc đã đến nơi, không cần gửi lại.');
    }
    const settings = await readSettings(tx.db, localDateOf(tx.now));
    const channel = channelFor(notice.channel, address, settings.phoneChannel);
    const dueAt = whenToSend({ channel, to: 'applicant' }, tx.now, { ...settings, groupMinutes: 0 });
    const payload = { channel, otherAddress: address !== '' };
    const sequence = await record(tx, { name: 'notice', id, after: notice.sequence }, [
      { kind: 'resent', payload },
    ]);
    await requeue(tx.db, id, { channel, address, now: tx.now, dueAt, sequence });
  });
}

const MISSING = 'Không có thông báo này, hoặc hồ sơ không thuộc đơn vị của bạn.';

function channelFor(
  before: string | null,
  address: string,
  phoneChannel: 'sms' | 'zalo',
): 'email' | 'sms' | 'zalo' {
  if (address.includes('@')) return 'email';
  if (address !== '') return phoneChannel;
  return before === 'sms' || before === 'zalo' ? before : 'email';
}

function shown<Row extends NoticeRow>(row: Row): Row {
  return { ...row, address: masked(NOTICE_FIELDS.address, row.address) };
}

/** Units whose dossiers the officer may read; null stands for all. */
async function readable(ctx: Context): Promise<readonly number[] | null> {
  await authorise(ctx, 'dossier.read', requireActor(ctx).post.unitId);
  return unitsWith(ctx, 'dossier.read');
}
