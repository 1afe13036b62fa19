import { localDateOf } from '#kernel/local-date.ts';
import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatPlaceDate,
} from '#kernel/vietnamese/format.ts';
import { requireActor } from '#foundation/access/authorise.ts';
import type { Context } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import type { Party } from '#capabilities/post/schema.ts';
import { placeWords } from '#capabilities/post/words.ts';
import { code128Svg, qrSvg } from '#platform/print/codes.ts';
import { renderPdf } from '#platform/print/typst.ts';
import { lookupUrl } from '../lookup/schema.ts';
import { counterOf } from '../print/counter.ts';
import { parcelsToPrint, parcelToPrint } from './service.ts';

type Printed = { readonly name: string; readonly bytes: Uint8Array };

/** The label of a parcel, A6: from whom, to whom, what, and codes that scanners read. */
export async function printLabel(ctx: Context, id: number): Promise<Printed> {
  const order = await parcelToPrint(ctx, id);
  const unitName = (await unitNames(ctx, 'name'))(order.unitId);
  const code = order.trackingCode ?? order.number;
  const data = {
    documentTitle: `Nhãn bưu gửi ${order.number}`,
    author: unitName,
    number: order.number,
    code,
    sender: endOf(order.sender),
    receiver: endOf(order.receiver),
    content: order.content,
    note: order.note,
    cod: order.codAmount === 0 ? null : formatMoney(order.codAmount),
    made: formatDate(order.createdAt),
  };
  const pictures = { bars: code128Svg(ascii(code)), qr: qrSvg(lookupUrl(ctx, order.dossierNumber)) };
  const bytes = await renderPdf({ template: 'post/label', data, pictures, createdAt: order.createdAt });
  return { name: `nhan-${order.number}`, bytes };
}

/** What the counter gives the courier now, with room for both signatures. */
export async function printCourierList(ctx: Context): Promise<Printed> {
  const { post } = requireActor(ctx);
  const orders = await parcelsToPrint(ctx, post.unitId);
  const { letterhead, oneStop } = await counterOf(ctx, post.unitId, ctx.now);
  const today = localDateOf(ctx.now);
  const title = 'Danh sách bưu gửi giao bưu tá';
  const data = {
    title,
    documentTitle: `${title} ${formatDate(today)}`,
    head: {
      author: letterhead.agency,
      upper: letterhead.parentAgency,
      lower: letterhead.agency,
      number: '',
      placeDate: `${letterhead.place}, ${formatPlaceDate(today)}`,
    },
    office: oneStop,
    foot: { left: `Lập lúc ${formatDateTime(ctx.now)}`, right: 'Một Cửa' },
    total: formatNumber(orders.length),
    cod: formatMoney(orders.reduce((sum, { codAmount }) => sum + codAmount, 0)),
    lines: orders.map((order, index) => ({
      order: String(index + 1),
      number: order.trackingCode ?? order.number,
      content: order.content,
      receiver: `${order.receiver.name}, ${order.receiver.phone}`,
      address: placeWords(order.receiver),
      cod: order.codAmount === 0 ? '' : formatNumber(order.codAmount),
    })),
  };
  const bytes = await renderPdf({ template: 'post/courier-list', data, createdAt: ctx.now });
  return { name: `giao-buu-ta-${today}`, bytes };
}

function endOf(party: Party) {
  return { name: party.name, phone: party.phone, place: placeWords(party) };
}

/** Bars carry ASCII alone; codes of the post and numbers of dossiers are. */
function ascii(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '');
}
