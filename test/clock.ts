import { proposeInput, type ProposeInput } from '#capabilities/dossiers/proposals/schema.ts';
import { decide, propose } from '#capabilities/dossiers/proposals/service.ts';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { loadDossier } from '#capabilities/dossiers/store.ts';
import { actAs } from './cast.ts';
import type { TestSystem } from './database.ts';

type Proposed = Pick<ProposeInput, 'kind' | 'reasonCode' | 'details'>;

/** What one member of the cast proposes about a dossier as it stands. */
export async function proposedAbout(
  system: TestSystem,
  about: { readonly number: string; readonly login: string },
  proposed: Proposed,
): Promise<DossierState> {
  const { number, login } = about;
  const reasonText = 'Nội dung hồ sơ chưa đủ căn cứ để giải quyết.';
  const sequence = await sequenceOf(system, number);
  const input = proposeInput.parse({ number, sequence, reasonText, legalBasis: '', ...proposed });
  return propose(await actAs(system, login), input);
}

/** The same, and another member accepts it. */
export async function acceptedAbout(
  system: TestSystem,
  about: { readonly number: string; readonly login: string; readonly by: string; readonly ordinal?: number },
  proposed: Proposed,
): Promise<DossierState> {
  const { number, sequence } = await proposedAbout(system, about, proposed);
  const { by, ordinal = 1 } = about;
  return decide(await actAs(system, by), { number, sequence, ordinal, outcome: 'accepted', note: '' });
}

/** An extended dossier with its letter, about which the next proposal waits. */
export async function clockOf(system: TestSystem, number: string): Promise<void> {
  const about = { number, login: 'mot-cua.an-hoa', by: 'chu-tich.an-hoa' };
  const more = { kind: 'extension', reasonCode: 'verification', details: { minutes: 480 } } as const;
  await acceptedAbout(system, about, more);
  const changes = [{ field: 'summary', from: '', to: 'Cấp 02 bản' } as const];
  await proposedAbout(system, about, {
    kind: 'correction',
    reasonCode: 'entry-mistake',
    details: { changes },
  });
}

/** A dossier at its counter that waits for the applicant. */
export async function supplementOf(
  system: TestSystem,
  about: { readonly number: string; readonly login: string; readonly by: string },
): Promise<void> {
  const line = {
    name: 'Giấy chứng sinh',
    kind: 'original',
    copies: 1,
    wrong: 'thiếu dấu',
    bring: 'bản có dấu',
  } as const;
  const details = { lines: [line], until: '2020-05-29' };
  await acceptedAbout(system, about, { kind: 'supplement', reasonCode: 'wrong-content', details });
}

async function sequenceOf(system: TestSystem, number: string): Promise<number> {
  const loaded = await loadDossier(system.db, number, 'read');
  return loaded?.state.sequence ?? 0;
}
