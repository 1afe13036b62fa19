import { localDateOf } from '#kernel/local-date.ts';
import { formatDateTime } from '#kernel/vietnamese/format.ts';
import type { Role } from '#foundation/access/roles.ts';
import { asSystem, type TransactionContext } from '#foundation/context.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import type { Fact, OwnFact } from './facts.ts';
import { rendered, wayTo, whenToSend } from './rules.ts';
import type { Channel, TemplateCode } from './schema.ts';
import {
  type DossierFacts,
  eraseNoticesOf,
  insertNotices,
  type NewNotice,
  readAddressees,
  readPlan,
} from './store.ts';

/** Something to tell. What is known of every dossier (its number, applicant, dates) need not be among the facts. */
export type Notice<Code extends TemplateCode> = {
  readonly template: Code;
  readonly dossier: { readonly id: number; readonly number: string } | null;
  readonly to:
    'applicant' | { readonly officerId: number } | { readonly unitId: number; readonly role: Role };
  /** As they are to be read: dates and amounts written out. */
  readonly facts: Readonly<Record<OwnFact<Code>, string>>;
  /** Names what must not be told twice, where the caller may run twice. */
  readonly once?: string;
};

/**
 * Tells somebody of a deed, in its transaction: it is told if and only if the deed is done. An applicant by mail, or
 * by telephone when they gave no address; officers in the program, and in a letter of the morning.
 */
export async function notify<Code extends TemplateCode>(
  tx: TransactionContext,
  notice: Notice<Code>,
): Promise<void> {
  // Officers are told of what is no dossier's, and nobody may write what others read there.
  if (notice.dossier === null) return asSystem(tx, async (system) => tell(system, notice));
  return tell(tx, notice);
}

async function tell<Code extends TemplateCode>(tx: TransactionContext, notice: Notice<Code>): Promise<void> {
  const { template, to } = notice;
  const dossierId = notice.dossier?.id ?? null;
  const plan = await readPlan(tx.db, { code: template, dossierId, today: localDateOf(tx.now) });
  const facts = { ...(await dossierFacts(tx, plan.dossier)), ...notice.facts };
  const write = (channel: Channel, who: Pick<NewNotice, 'address' | 'officerId'>): readonly NewNotice[] => {
    // A letter to an officer says what the program says.
    const text = plan.templates[who.officerId === null ? channel : 'app'];
    if (text === undefined) return [];
    const dueAt = whenToSend(
      { channel, to: who.officerId === null ? 'applicant' : 'officer' },
      tx.now,
      plan.settings,
    );
    const once = notice.once === undefined ? null : onceFor(notice.once, channel, who.officerId);
    return [
      {
        channel,
        ...who,
        subject: rendered(text.subject, facts),
        body: rendered(text.body, facts),
        dueAt,
        once,
      },
    ];
  };
  const about = { template, dossierId, now: tx.now };
  if (to !== 'applicant') {
    const officers = await readAddressees(tx.db, to, tx.now);
    const notices = officers.flatMap(({ officerId, email }) => [
      ...write('app', { officerId, address: '' }),
      ...(email === '' ? [] : write('email', { officerId, address: email })),
    ]);
    return insertNotices(tx.db, about, notices);
  }
  const { email = '', phone = '' } = plan.dossier ?? {};
  const { sms, zalo } = tx.messaging;
  const ways: readonly Channel[] = [
    'email',
    ...(sms ? ['sms' as const] : []),
    ...(zalo ? ['zalo' as const] : []),
  ];
  const open = ways.filter((channel) => plan.templates[channel] !== undefined);
  const way = wayTo({ email, phone, open }, plan.settings);
  const notices =
    way === null ? [unreachable(tx, notice.once)] : write(way.channel, { ...way, officerId: null });
  return insertNotices(tx.db, about, notices);
}

function onceFor(once: string, channel: Channel | null, officerId: number | null): string {
  return [once, channel ?? 'none', officerId ?? ''].join(' ').trim();
}

function unreachable(tx: TransactionContext, once: string | undefined): NewNotice {
  const name = once === undefined ? null : onceFor(once, null, null);
  return { channel: null, address: '', subject: '', body: '', officerId: null, dueAt: tx.now, once: name };
}

async function dossierFacts(
  tx: TransactionContext,
  dossier: DossierFacts | null,
): Promise<Readonly<Partial<Record<Fact, string>>>> {
  if (dossier === null) return {};
  const { number, title, applicantName, checkCode } = dossier;
  const unitName = (await unitNames(tx, 'name'))(dossier.receivingUnitId);
  return {
    number,
    title,
    applicantName,
    checkCode,
    unitName,
    receivedAt: formatDateTime(dossier.receivedAt),
    dueAt: formatDateTime(dossier.dueAt),
    // The citizens' page of a dossier; dossiers/notices compares it with the real address.
    lookupUrl: `${tx.publicUrl}/tra-cuu/${encodeURIComponent(number)}`,
    collection:
      dossier.returnMethod === 'postal'
        ? 'Kết quả sẽ được gửi đến địa chỉ của ông (bà) qua dịch vụ bưu chính công ích.'
        : `Mời ông (bà) mang giấy hẹn đến ${unitName} để nhận kết quả trong giờ làm việc.`,
  };
}

/** Erases what notices of a dossier say of a person; that something was told, and when, stays. What waits is not sent. */
export async function eraseNotices(tx: TransactionContext, dossierId: number): Promise<void> {
  await eraseNoticesOf(tx.db, dossierId);
}
