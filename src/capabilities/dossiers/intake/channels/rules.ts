import type { FieldMessages } from '#kernel/refusal.ts';
import type { OfferedProcedure } from '#capabilities/procedures/schema.ts';
import type { ReturnMethod } from '#capabilities/slips/words.ts';
import type { Channel } from '../../schema.ts';

/** Ways in which a counter itself takes a dossier: over the counter, and by post where that is offered. */
export function channelsOf(offer: Pick<OfferedProcedure, 'channels'>): readonly Channel[] {
  return offer.channels.includes('postal') ? ['counter', 'postal'] : ['counter'];
}

/**
 * Ways in which the result can be had (Decree 61/2018/NĐ-CP, Art. 20): at the counter always; by public post where the
 * procedure is on the postal list (Decision 45/2016/QĐ-TTg); online where everything is done online.
 */
export function returnMethodsOf(offer: OfferedProcedure): readonly ReturnMethod[] {
  const { postal, onlineLevel } = offer.version.content;
  const byPost = postal || offer.channels.includes('postal');
  return [
    'counter',
    ...(byPost ? ['postal' as const] : []),
    ...(onlineLevel === 'full' ? ['online' as const] : []),
  ];
}

/** What is wrong with how a dossier comes or how its result is to go, at this counter and for this procedure. */
export function channelProblems(
  offer: OfferedProcedure,
  input: { readonly channel: Channel; readonly returnMethod: ReturnMethod },
): FieldMessages {
  return {
    ...(channelsOf(offer).includes(input.channel)
      ? {}
      : { channel: 'Quầy không nhận thủ tục này theo cách nộp đã chọn. Hãy chọn cách nộp khác.' }),
    ...(returnMethodsOf(offer).includes(input.returnMethod)
      ? {}
      : {
          returnMethod: 'Thủ tục này chưa trả kết quả theo cách đã chọn. Hãy chọn cách nhận kết quả khác.',
        }),
  };
}
