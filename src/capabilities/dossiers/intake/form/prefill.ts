/** What the form begins with: the counter's defaults, a person that came before, or an earlier dossier. */
import { numberOf } from '../../identity-number.ts';
import type { FoundApplicant } from '../applicants/schema.ts';
import { applicantIdOf, knownApplicant } from '../applicants/service.ts';
import type { Context } from '#foundation/context.ts';
import type { OfferedProcedure, ProcedureContent } from '#capabilities/procedures/schema.ts';
import type { FormValues } from '#web/http/form-values.ts';
import { type DossierView, revealDossier } from '../../view/service.ts';
import { returnMethodsOf } from '../channels/rules.ts';
import { EXTRA_PAPERS } from './read.ts';

/** What the address of the form says: a person, the words that were typed to find one, an earlier dossier. */
export type PrefillQuery = { readonly applicant: string; readonly who: string; readonly from: string };

export type Prefill = { readonly values: FormValues; readonly applicantId: number | null };

const REVEAL_REASON = 'Lấy thông tin để tiếp nhận hồ sơ mới';

/** The values of a fresh form and whom it is about, when that is known. Showing an earlier dossier's data is recorded. */
export async function prefill(ctx: Context, offer: OfferedProcedure, query: PrefillQuery): Promise<Prefill> {
  if (query.from !== '') return fromDossier(ctx, offer, query.from);
  const id = Number(query.applicant);
  const known = Number.isSafeInteger(id) && id > 0 ? await knownApplicant(ctx, id, query.who) : null;
  const { content } = offer.version;
  const person = known ? applicantValues(known) : typedValues(query.who, content);
  return { values: { ...defaultValues(content), ...person }, applicantId: known?.id ?? null };
}

async function fromDossier(ctx: Context, offer: OfferedProcedure, number: string): Promise<Prefill> {
  const dossier = await revealDossier(ctx, number, REVEAL_REASON);
  const idNumber = dossier.parties.find((party) => party.role === 'applicant')?.idNumber ?? '';
  return { values: dossierValues(offer, dossier), applicantId: await applicantIdOf(ctx, idNumber) };
}

/** The counter's own habits: whoever comes in person, and fetches the result there. */
export function defaultValues(content: ProcedureContent): FormValues {
  return form({
    'applicant.kind': content.applicants[0] ?? 'citizen',
    channel: 'counter',
    returnMethod: 'counter',
    sets: '1',
    passOnNow: 'yes',
  });
}

function applicantValues({ kind, fullName, idNumber, phone, email, address }: FoundApplicant): FormValues {
  return form({
    'applicant.kind': kind,
    'applicant.fullName': fullName,
    'applicant.idNumber': idNumber ?? '',
    'applicant.phone': phone,
    'applicant.email': email,
    'applicant.address': address,
  });
}

/** Somebody new: what was typed in the search goes where it belongs. */
function typedValues(typed: string, content: ProcedureContent): FormValues {
  const number = numberOf(typed);
  if (/^0\d{9}$/.test(number) && content.applicants[0] !== 'organisation')
    return form({ 'applicant.phone': number });
  if (/^[A-Z]{0,2}\d{6,13}$/.test(number)) return form({ 'applicant.idNumber': number });
  return /\p{L}/u.test(typed) ? form({ 'applicant.fullName': typed.trim() }) : {};
}

/** The people of an earlier dossier, and all the rest when it is of the same procedure. */
export function dossierValues(offer: OfferedProcedure, dossier: DossierView): FormValues {
  const { content, procedureId } = offer.version;
  const isSame = dossier.version.procedureId === procedureId;
  return {
    ...defaultValues(content),
    ...partyValues(dossier),
    ...(isSame ? sameValues(offer, dossier) : {}),
  };
}

function partyValues({ parties }: DossierView): FormValues {
  return Object.assign(
    {},
    ...parties.map(({ role, kind, fullName, idNumber, phone, email, address, representative, authority }) => {
      const shared = { fullName, idNumber, phone, address };
      const own = role === 'applicant' ? { kind, email, representative } : { authority };
      const named = Object.entries({ ...shared, ...own }).map(([field, value]) => [
        `${role}.${field}`,
        value,
      ]);
      return form(Object.fromEntries(named));
    }),
  );
}

function sameValues(offer: OfferedProcedure, { detail, papers }: DossierView): FormValues {
  const { content } = offer.version;
  const listed = content.papers.flatMap(({ name }, line) => {
    const taken = papers.find((paper) => paper.name === name);
    return taken ? paperValues(`papers.${line}`, taken, { present: 'yes' }) : [];
  });
  const extra = papers
    .filter((paper) => content.papers.every(({ name }) => name !== paper.name))
    .slice(0, EXTRA_PAPERS)
    .flatMap((paper, line) => paperValues(`others.${line}`, paper, { name: paper.name }));
  const { returnMethod } = detail;
  return form({
    summary: detail.summary,
    sets: String(detail.copies),
    ...(returnMethodsOf(offer).includes(returnMethod) ? { returnMethod } : {}),
    ...(detail.localityUnitId === null ? {} : { localityUnitId: String(detail.localityUnitId) }),
    ...Object.fromEntries([...listed, ...extra]),
  });
}

function paperValues(
  prefix: string,
  { kind, copies, note }: DossierView['papers'][number],
  more: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const fields = { kind, count: String(copies), note, ...more };
  return Object.entries(fields).map(([field, value]) => [`${prefix}.${field}`, value] as const);
}

function form(values: Readonly<Record<string, string>>): FormValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}
