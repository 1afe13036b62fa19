import { localDateOf } from '#kernel/local-date.ts';
import { formatDateTime, formatNumber, formatPlaceDate } from '#kernel/vietnamese/format.ts';
import { qrSvg } from '#platform/print/codes.ts';
import { renderPdf } from '#platform/print/typst.ts';
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { counterOf } from '../../print/counter.ts';
import { listNumber, listPaths } from './schema.ts';
import { courierList } from './service.ts';

const TITLE = 'Danh sách bàn giao hồ sơ';

/** A list as the courier carries it: what goes, columns to sign, a code that opens it where it is taken. PDF/A. */
export async function printList(
  ctx: Context,
  id: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { list, items } = await courierList(ctx, id);
  const unitName = await unitNames(ctx, 'name');
  const { letterhead } = await counterOf(ctx, list.unitId, list.madeAt);
  const number = listNumber(list);
  const data = {
    title: TITLE,
    documentTitle: `${TITLE} – ${number}`,
    head: {
      author: unitName(list.unitId),
      upper: letterhead.parentAgency,
      lower: unitName(list.unitId),
      number: `Số: ${number}`,
      placeDate: `${letterhead.place}, ${formatPlaceDate(localDateOf(list.madeAt))}`,
    },
    // The shared layout reads where the counter is; this paper does not say it.
    office: { name: '', address: '', phone: null, hours: null },
    foot: { left: 'Lập từ hệ thống Một Cửa', right: `${TITLE} số ${number}` },
    from: unitName(list.unitId),
    to: unitName(list.toUnitId),
    sender: list.madeBy,
    total: formatNumber(items.length),
    copies: formatNumber(items.reduce((sum, item) => sum + item.copies, 0)),
    lines: items.map((item, index) => ({
      order: String(index + 1),
      number: item.number,
      what: item.title,
      who: item.applicantName,
      copies: formatNumber(item.copies),
      handedAt: formatDateTime(item.handedAt),
    })),
  };
  const bytes = await renderPdf({
    template: 'custody/courier-list',
    data,
    pictures: { code: qrSvg(`${ctx.publicUrl}${listPaths.one(id)}`) },
    createdAt: list.madeAt,
  });
  return { name: `ban-giao-${number.replace('/', '-')}`, bytes };
}
