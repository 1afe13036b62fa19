import { randomBytes } from 'node:crypto';
import { httpPaymentGateway } from './http-gateway.ts';
import type { PaymentGateway } from './payment-gateway.ts';

export type PaymentOptions = {
  readonly provider: { readonly url: string; readonly key: string } | null;
  readonly publicUrl: string;
  /** Pretends a gateway where there is none: in development and in tests, never in production. */
  readonly simulate: boolean;
};

/** Where the gateway brings its reports. */
export const REPORT_PATH = '/thanh-toan/ket-qua';

/** The page that pretends to be the gateway. */
export const simulatorPath = (code: string): string => `/thanh-toan/mo-phong/${code}`;

/** The gateway that is configured, a simulated one in development, or none. */
export function openPaymentGateway({ provider, publicUrl, simulate }: PaymentOptions): PaymentGateway | null {
  if (provider !== null) {
    const returnUrl = `${publicUrl}/tra-cuu`;
    return httpPaymentGateway({ ...provider, reportUrl: `${publicUrl}${REPORT_PATH}`, returnUrl });
  }
  return simulate ? simulatedGateway() : null;
}

/** Takes every order, and leads to a page of our own that reports what one presses there. */
function simulatedGateway(): PaymentGateway {
  return {
    key: randomBytes(32).toString('hex'),
    isSimulated: true,
    start: async ({ code }) => Promise.resolve({ url: simulatorPath(code) }),
  };
}
