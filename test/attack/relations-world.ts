import { addAccount } from '#foundation/access/accounts/service.ts';
import { type Role, ROLES } from '#foundation/access/roles.ts';
import { systemContext } from '#foundation/context.ts';
import type { ActDraft } from '#foundation/organisation/acts/schema.ts';
import { acts, prepareAct, putActInForce } from '#foundation/organisation/acts/service.ts';
import { addOfficer } from '#foundation/people/officers/service.ts';
import { addHolding } from '#foundation/people/posts/holdings.ts';
import { addPost } from '#foundation/people/posts/service.ts';
import { describe as unit } from '#starter/organisation/describe.ts';
import { actAs } from '#test/cast.ts';
import type { TestSystem } from '#test/database.ts';
import { type Visitor, visitorOf } from '#test/visitor.ts';

/**
 * How the unit of whoever asks is related to An Hòa, whose everything is that is asked for: as it is in 2020, and after An
 * Hòa was merged into another commune and the district was abolished in 2025.
 */
export const UNITS = {
  own: 'xa-an-hoa',
  parent: 'huyen-an-lao',
  child: 'tram-y-te-an-hoa',
  sibling: 'xa-an-toan',
  /** The commune that took over An Hòa's work, the province above it, an office of it, and a commune beside it. */
  successor: 'xa-an-hoa-2025',
  newParent: 'tinh-gia-lai',
  newChild: 'van-phong-xa-an-hoa-2025',
  newSibling: 'xa-an-lao',
  /** Posts that nobody has ended in units that no longer are. */
  former: 'xa-an-hoa',
  formerParent: 'huyen-an-lao',
} as const;

export type Relation = keyof typeof UNITS;

export const BEFORE = ['own', 'parent', 'child', 'sibling'] as const satisfies readonly Relation[];
export const AFTER = [
  'successor',
  'newParent',
  'newChild',
  'newSibling',
  'former',
  'formerParent',
] as const satisfies readonly Relation[];

const AFTER_THE_MERGER = '2025-07-02T08:00:00+07:00';

/** Puts an office below An Hòa, which the starter has none of. */
export async function withChild(system: TestSystem): Promise<void> {
  await enact(system, {
    code: '2020-lap-tram-y-te',
    kind: 'create',
    title: 'Lập trạm y tế',
    effectiveOn: '2020-01-01',
    changes: [
      {
        kind: 'create',
        unit: unit({
          code: UNITS.child,
          name: 'Trạm Y tế xã An Hòa',
          shortName: 'Trạm Y tế',
          kind: 'service-unit',
          level: 'commune',
          parent: UNITS.own,
        }),
      },
    ],
  });
}

async function enact(
  system: TestSystem,
  act: Pick<ActDraft, 'code' | 'kind' | 'title' | 'effectiveOn' | 'changes'>,
): Promise<void> {
  const homeAffairs = await actAs(system, 'noi-vu');
  const document = { documentNumber: '1/QĐ-UBND', documentIssuedOn: null, documentIssuer: 'UBND huyện' };
  await prepareAct(homeAffairs, { ...act, ...document, certainty: 'sure', note: '' });
  await putActInForce(homeAffairs, act.code);
}

/** Lets the law of 2025 come into force. */
export async function mergeCommunes(system: TestSystem): Promise<void> {
  await withChild(system);
  const abolished = { kind: 'abolish' as const, code: UNITS.child, successors: [UNITS.own] };
  await enact(system, {
    code: '2025-giai-the-tram-y-te',
    kind: 'abolish',
    title: 'Giải thể trạm y tế',
    effectiveOn: '2025-06-01',
    changes: [abolished],
  });
  for (const act of await acts(await actAs(system, 'noi-vu'))) {
    if (act.state === 'prepared') await putActInForce(await actAs(system, 'noi-vu'), act.code);
  }
  system.setClock(AFTER_THE_MERGER);
}

/** Somebody in every role in every one of these relations, already signed in, by `role relation`. */
export async function peopleIn(
  system: TestSystem,
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, Visitor>> {
  const people = new Map<string, Visitor>();
  for (const relation of relations) {
    for (const role of ROLES) people.set(`${role} ${relation}`, await personIn(system, role, relation));
  }
  return people;
}

async function personIn(system: TestSystem, role: Role, relation: Relation): Promise<Visitor> {
  const ctx = await systemContext(system, 'world');
  const { rows } = await system.superuser.query<{ id: string }>('select id from units where code = $1', [
    UNITS[relation],
  ]);
  const login = `${role}.${relation}`.toLowerCase();
  const contact = { phone: '', email: '', note: '' };
  const officerId = await addOfficer(ctx, { fullName: `Đinh Văn A (${login})`, ...contact });
  const post = { unitId: Number(rows[0]?.id), title: login, roles: [role], from: '2020-01-01' };
  const postId = await addPost(ctx, post);
  await addHolding(ctx, { postId, officerId, from: '2020-01-01', decision: 'thử' });
  await addAccount(ctx, { officerId, login, passwordHash: null, expiresAt: null });
  return visitorOf(system, login);
}
