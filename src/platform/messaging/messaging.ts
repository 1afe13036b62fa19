import type { MessageGateway, Messaging } from './gateway.ts';
import { httpGateway } from './http-gateway.ts';
import { simulatedPhone } from './simulated-phone.ts';

export type Provider = { readonly url: string; readonly key: string };

export type MessagingOptions = {
  readonly sms: Provider | null;
  readonly zalo: Provider | null;
  readonly publicUrl: string;
  /** Where messages go that have no provider, one file each; null: they go nowhere. */
  readonly phoneFolder: string | null;
};

/** Where a provider brings its receipts. */
export const receiptPath = (channel: 'sms' | 'zalo'): string => `/notifications/receipts/${channel}`;

/** The ways to telephones that are configured; in development a simulated telephone in place of those that are not. */
export function openMessaging(options: MessagingOptions): Messaging {
  const way = (channel: 'sms' | 'zalo'): MessageGateway | null => {
    const provider = options[channel];
    if (provider !== null)
      return httpGateway({ ...provider, receiptUrl: `${options.publicUrl}${receiptPath(channel)}` });
    return options.phoneFolder === null ? null : simulatedPhone(options.phoneFolder, channel);
  };
  return {
    sms: way('sms'),
    zalo: way('zalo'),
    receiptKey: (channel) => options[channel]?.key ?? null,
  };
}
