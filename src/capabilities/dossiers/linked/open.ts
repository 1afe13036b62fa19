/** Opening a dossier out of another: same applicant, its own number and procedure, papers by reference. */
import { localDateOf } from '#kernel/local-date.ts';
import { refuse } from '#kernel/refusal.ts';
import type { TransactionContext } from '#foundation/context.ts';
import { record } from '#foundation/history/service.ts';
import { organisationNow } from '#foundation/organisation/service.ts';
import { processFor } from '#capabilities/processes/service.ts';
import { offeringUnits, procedureVersionOn } from '#capabilities/procedures/service.ts';
import type { ProcedureVersion } from '#capabilities/procedures/schema.ts';
import { addGuest } from '../consultation/store.ts';
import type { DossierDeed } from '../deeds.ts';
import { replay } from '../fold.ts';
import { sealNumber, unsealNumber } from '../identity-number.ts';
import { type CheckedReception, newDossier, receptionDeed, receptionOf } from '../intake/reception.ts';
import { needsLocality } from '../intake/rules.ts';
import type { ReceiveInput } from '../intake/schema.ts';
import { identifyLinked, promise } from '../intake/service.ts';
import { insertDossier } from '../intake/store.ts';
import { unitsOf } from '../rules.ts';
import { queueActs } from '../run/acts.ts';
import { holderOf } from '../state.ts';
import type { LoadedDossier } from '../store.ts';
import { receivingUnit } from './rules.ts';
import { insertLink, type Origin, type OriginParty, readOrigin } from './store.ts';

type Wanted = {
  readonly procedure: string;
  readonly node: string;
  readonly token: number | null;
};

/**
 * Writes the linked dossier and what ties it to its parent, as the system: the unit that receives it need not be the actor's.
 * Answers what is to be recorded about the parent, which the caller has locked.
 */
export async function openChild(
  tx: TransactionContext,
  parent: LoadedDossier,
  { procedure, node, token }: Wanted,
): Promise<DossierDeed> {
  const { id: parentId, state } = parent;
  const origin = await readOrigin(tx.db, parentId);
  const officerId = tx.actor?.officerId ?? origin.lastOfficerId ?? state.receivedBy;
  const checked = await receptionFor(tx, parent, { origin, version: await versionOf(tx, procedure) });
  const { id: childId, number } = await identifyLinked(tx, checked.reception.unit.id);
  const seenBy = [...new Set([state.receivingUnitId, holderOf(state)])];
  const link = { id: parentId, number: state.number, officerId, unitIds: seenBy };
  const { deed, acts } = await receptionDeed(tx, checked, { number, actor: { officerId }, parent: link });
  const event = { ...deed, sequence: 1, at: tx.now, officerId: tx.actor?.officerId ?? null };
  const child = replay([event], () => checked.process.definition);
  await insertDossier(tx.db, child, { ...newDossier(checked), id: childId, bookLine: null, enteredAt: null });
  await record(tx, { name: 'dossier', id: childId, after: 0 }, [deed]);
  await queueActs(tx, number, acts);
  const unitIds = unitsOf(child);
  for (const unitId of seenBy) await addGuest(tx.db, childId, unitId);
  for (const unitId of unitIds) await addGuest(tx.db, parentId, unitId);
  await insertLink(tx.db, {
    parentId,
    childId,
    parentNumber: state.number,
    childNumber: number,
    node,
    token,
    openedBy: tx.actor?.officerId ?? null,
    openedAt: tx.now,
  });
  return { kind: 'linked-opened', payload: { childId, number, node, token, unitIds } };
}

async function versionOf(tx: TransactionContext, slug: string): Promise<ProcedureVersion> {
  return (
    (await procedureVersionOn(tx, slug, localDateOf(tx.now))) ??
    refuse('conflict', `Thủ tục “${slug}” của hồ sơ liên thông chưa được công bố hoặc đã hết hiệu lực.`)
  );
}

async function receptionFor(
  tx: TransactionContext,
  { state }: LoadedDossier,
  { origin, version }: { readonly origin: Origin; readonly version: ProcedureVersion },
): Promise<CheckedReception> {
  const day = localDateOf(tx.now);
  const tree = await organisationNow(tx);
  const offers = await offeringUnits(tx, version.procedureId, day);
  const offering = new Set(offers.map(({ unitId }) => unitId).filter((id) => tree.units.has(id)));
  const unitId = receivingUnit(tree, state, offering);
  if (unitId === null)
    refuse('conflict', `Chưa đơn vị nào tiếp nhận thủ tục “${version.content.shortName}”.`);
  const process = await processFor(tx, version, day);
  const { definition } = process;
  const unit = tree.units.get(unitId);
  const asksLocality = unit !== undefined && needsLocality(definition, unit);
  const localityUnitId = asksLocality ? (origin.localityUnitId ?? state.receivingUnitId) : null;
  const reception = await receptionOf(tx, unitId, { definition, localityUnitId });
  const input = inputFrom(tx, origin, version.slug);
  return {
    input,
    version,
    process,
    reception,
    due: await promise(tx, version, { unitId }),
    applicantId: origin.applicantId,
    numbers: {
      applicant: sealNumber(tx.secrets, input.applicant.idNumber),
      delegate: sealNumber(tx.secrets, input.delegate?.idNumber ?? ''),
    },
    // The papers are those of the parent, which the units of this one see there.
    papers: [],
    fees: [],
    // What a child's process asks is answered at its own desk.
    answers: {},
  };
}

/** The same people as on the parent; the result goes to whoever handles that. */
function inputFrom({ secrets }: TransactionContext, origin: Origin, slug: string): ReceiveInput {
  const { channel, copies, summary, localityUnitId } = origin;
  const [applicant, delegate] = (['applicant', 'delegate'] as const).map((role) =>
    origin.parties.find((party) => party.role === role),
  );
  if (!applicant) throw new Error('A dossier has an applicant');
  const idOf = (party: OriginParty): string => unsealNumber(secrets, party.sealedIdNumber);
  const { kind, fullName, phone, email, address, representative } = applicant;
  return {
    slug,
    channel,
    summary,
    localityUnitId,
    sets: copies,
    papers: [],
    fees: [],
    answers: {},
    note: '',
    returnMethod: 'online',
    applicant: { kind, fullName, phone, email, address, representative, idNumber: idOf(applicant) },
    delegate: delegate
      ? {
          fullName: delegate.fullName,
          idNumber: idOf(delegate),
          phone: delegate.phone,
          address: delegate.address,
          authority: delegate.authority,
        }
      : null,
    feesCollected: false,
    confirmedDuplicate: true,
    confirmedIdentity: true,
    passOnNow: false,
  };
}
