import { localDateOf } from '#kernel/local-date.ts';
import type { Context } from '#foundation/context.ts';
import { receive } from '#capabilities/dossiers/intake/service.ts';
import { type ReceiveInput, receiveInput } from '#capabilities/dossiers/intake/schema.ts';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { procedureVersionOn } from '#capabilities/procedures/service.ts';
import type { System } from '#platform/system.ts';
import { actAs } from './cast.ts';

type Wanted = { readonly slug?: string; readonly login?: string; readonly change?: Partial<ReceiveInput> };

const BIRTH = 'dang-ky-khai-sinh';
let lastId = 0;

/** A complete reception of a procedure by a plainly made-up person, every required paper there. */
export async function receptionOf(ctx: Context, slug = BIRTH): Promise<ReceiveInput> {
  const version = await procedureVersionOn(ctx, slug, localDateOf(ctx.now));
  if (!version) throw new Error(`No procedure ${slug} on ${localDateOf(ctx.now)}`);
  lastId += 1;
  return receiveInput.parse({
    slug,
    channel: 'counter',
    returnMethod: 'counter',
    localityUnitId: null,
    applicant: {
      kind: 'citizen',
      fullName: 'Nguyễn Thị B',
      idNumber: `052${String(lastId).padStart(9, '0')}`,
      phone: '0905000123',
      email: '',
      address: 'Thôn 3, xã An Hòa',
      representative: '',
    },
    delegate: null,
    papers: version.content.papers.map(({ name, kind, copies, required }, position) => ({
      position,
      name,
      kind,
      copies,
      taken: required,
      note: '',
    })),
    sets: 1,
    fees: [],
    summary: '',
    note: '',
    confirmedDuplicate: false,
    passOnNow: false,
  });
}

/** A dossier just received at the counter of An Hòa, or of whoever is named. */
export async function receivedDossier(system: System, wanted: Wanted = {}): Promise<DossierState> {
  const ctx = await actAs(system, wanted.login ?? 'mot-cua.an-hoa');
  return receive(ctx, { ...(await receptionOf(ctx, wanted.slug)), ...wanted.change });
}
