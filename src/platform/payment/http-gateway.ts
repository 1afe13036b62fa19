import { z } from 'zod';
import { signatureOf } from '#platform/messaging/signature.ts';
import type { GatewayOrder, PaymentGateway } from './payment-gateway.ts';

export type HttpPaymentOptions = {
  readonly url: string;
  readonly key: string;
  /** Where the gateway brings its reports, and where it leads the applicant back to. */
  readonly reportUrl: string;
  readonly returnUrl: string;
};

/** How long the gateway may take, in milliseconds. */
const PATIENCE_MS = 15_000;

const answer = z.object({ error_code: z.enum(['0', '00']), url: z.url({ protocol: /^https?$/ }) });

/**
 * The gateway of the national portal (PayGov): one signed POST of JSON with the fields that public sources name; those of the
 * answer are to be compared with the contract.
 */
export function httpPaymentGateway({ url, key, reportUrl, returnUrl }: HttpPaymentOptions): PaymentGateway {
  return {
    key,
    isSimulated: false,
    start: async (order) => {
      const body = JSON.stringify({ ...fieldsOf(order), DiaChiBaoKetQua: reportUrl, DiaChiTroVe: returnUrl });
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...signatureOf(key, body, new Date()) },
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'error',
      });
      if (!response.ok) throw new Error(`Cổng thanh toán trả lời HTTP ${response.status}`);
      return { url: answer.parse(await response.json()).url };
    },
  };
}

/** The fields of the gateway's interface, by their own names. */
function fieldsOf(order: GatewayOrder) {
  const { code, dossierNumber, procedureName, unitName, payer, amount, lines, account, purpose } = order;
  return {
    MaHoSo: dossierNumber,
    MaTraCuuTT: code,
    TenTTHC: procedureName,
    TenDonVi: unitName,
    PhiLePhi: lines.map(({ kind, name, amount: part }) => ({
      LoaiPhiLePhi: kind,
      TenPhiLePhi: name,
      SoTien: part,
    })),
    SoTien: amount,
    TKThuHuong: account?.accountNumber ?? '',
    MaNHThuHuong: account?.bankBin ?? '',
    TenTKThuHuong: account?.accountName ?? '',
    NoiDungThanhToan: purpose,
    HoTenNguoiNop: payer,
    DSKhoanNop: lines.map(({ name, amount: part }) => ({ NoiDung: name, SoTien: part })),
  };
}
