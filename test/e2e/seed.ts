import { isReturnStep } from '#capabilities/dossiers/rules.ts';
import { activeStep } from '#capabilities/dossiers/state.ts';
import type { DossierReference, DossierState } from '#capabilities/dossiers/schema.ts';
import { claim, enterResult, passOn, sendBack, takeCustody } from '#capabilities/dossiers/service.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { actAs } from '../cast.ts';
import type { TestSystem } from '../database.ts';
import { receivedDossier, receptionOf } from '../dossiers.ts';

/** Members of the cast who between them can do every step of the seeded dossiers. */
const HANDS = [
  'mot-cua.an-hoa',
  'tu-phap.an-hoa',
  'chu-tich.an-hoa',
  'van-thu.an-hoa',
  'mot-cua.huyen',
  'chuyen-vien.lao-dong',
  'chuyen-vien.tai-chinh',
  'truong-phong.tai-chinh',
  'chu-tich.huyen',
  'van-thu.huyen',
] as const;

/** Numbers of the dossiers of the week, by what is special about them. */
export type Week = Readonly<
  Record<
    'fresh' | 'late' | 'claimed' | 'handed' | 'atDistrict' | 'toSign' | 'sentBack' | 'ready' | 'resulted',
    string
  >
>;

/**
 * A counter in An Hòa in the middle of an ordinary week, at 10:30 of Tuesday 28 April 2020: late, due today, in time,
 * on its way to the district, sent back, ready to be returned. All people are made up.
 */
export async function seedWeek(system: TestSystem): Promise<Week> {
  const at = async (clock: string, seeded: Seeded): Promise<string> => {
    system.setClock(`2020-04-${clock}:00+07:00`);
    return (await receiveAndAdvance(system, seeded)).number;
  };
  const late = await at('21T09:12', { slug: 'xac-nhan-tinh-trang-hon-nhan', who: 'Đinh Văn A', steps: 0 });
  await at('22T08:05', { slug: 'dang-ky-giam-ho', who: 'Lê Thị D', steps: 1 });
  const atDistrict = await at('23T14:10', { slug: 'ho-tro-chi-phi-mai-tang', who: 'Đinh Thị G', steps: 4 });
  const handed = await at('24T08:30', { slug: 'ho-tro-chi-phi-mai-tang', who: 'Phạm Văn E', steps: 3 });
  await at('24T10:15', { slug: 'chung-thuc-chu-ky', who: 'Võ Thị H', steps: 4 });
  const resulted = await at('27T09:20', { slug: 'dang-ky-nhan-cha-me-con', who: 'Bùi Văn I', steps: 4 });
  const toSign = await at('27T10:05', { slug: 'dang-ky-lai-khai-sinh', who: 'Trần Thị K', steps: 3 });
  const sentBack = await at('27T14:40', {
    slug: 'doi-cap-lai-giay-xac-nhan-khuyet-tat',
    who: 'Hồ Văn L',
    steps: 1,
  });
  await sendBackFrom(system, sentBack, 'Thiếu ảnh 3 × 4 cm; đề nghị bổ sung trước khi thẩm tra.');
  const ready = await at('27T15:30', { slug: 'chung-thuc-ban-sao-tu-ban-chinh', who: 'Ngô Thị M', steps: 4 });
  await at('28T07:20', { slug: 'dang-ky-khai-sinh', who: 'Nguyễn Thị B', steps: 0 });
  const claimed = await at('28T07:35', { slug: 'dang-ky-ket-hon', who: 'Đinh Văn N', steps: 1 });
  await claim(await actAs(system, 'tu-phap.an-hoa'), await referenceTo(system, claimed));
  await at('28T07:50', { slug: 'dang-ky-khai-tu', who: 'Huỳnh Văn O', steps: 0 });
  await at('28T08:10', { slug: 'hoa-giai-tranh-chap-dat-dai', who: 'Đặng Thị P', steps: 0 });
  await at('28T08:45', {
    slug: 'chung-thuc-hop-dong-giao-dich-ve-dong-san-nha-dat',
    who: 'Phan Văn Q',
    steps: 0,
  });
  const fresh = await at('28T09:30', { slug: 'dang-ky-giam-ho', who: 'Đinh Thị R', steps: 0 });
  system.setClock('2020-04-28T10:30:00+07:00');
  return { fresh, late, claimed, handed, atDistrict, toSign, sentBack, ready, resulted };
}

type Seeded = { readonly slug: string; readonly who: string; readonly steps: number };

async function receiveAndAdvance(system: TestSystem, { slug, who, steps }: Seeded): Promise<DossierState> {
  const ctx = await actAs(system, 'mot-cua.an-hoa');
  const { applicant } = await receptionOf(ctx, slug);
  const change = { applicant: { ...applicant, fullName: who } };
  return advance(system, await receivedDossier(system, { slug, change }), steps);
}

/** Moves a dossier on by `count` steps, each by somebody of the cast who may, entering a result where it is needed. */
export async function advance(system: TestSystem, start: DossierState, count: number): Promise<DossierState> {
  let state = start;
  for (let index = 0; index < count; index += 1) state = await advanceOnce(system, state);
  return state;
}

async function advanceOnce(system: TestSystem, start: DossierState): Promise<DossierState> {
  const step = activeStep(start);
  if (!step) throw new Error('Nothing left to do');
  const ctx = await handOf(system, start);
  let state = start;
  const reference = () => ({ number: state.number, sequence: state.sequence });
  if (step.custody === 'handed') state = await takeCustody(ctx, { ...reference(), note: '' });
  const next = state.steps[step.position + 1];
  if (next && isReturnStep(state, next) && !state.result) {
    const issuedOn = localDateOf(system.clock());
    const result = {
      outcome: 'granted',
      title: 'Kết quả',
      documentNumber: '12/2020',
      issuedOn,
      reason: '',
    } as const;
    state = await enterResult(ctx, { ...reference(), ...result });
  }
  return passOn(ctx, { ...reference(), note: '', officerId: null });
}

async function sendBackFrom(system: TestSystem, number: string, reason: string): Promise<void> {
  const ctx = await actAs(system, 'tu-phap.an-hoa');
  await sendBack(ctx, { ...(await referenceTo(system, number)), reason });
}

async function referenceTo(system: TestSystem, number: string): Promise<DossierReference> {
  const { rows } = await system.superuser.query<{ sequence: number }>(
    'select sequence from dossiers where number = $1',
    [number],
  );
  return { number, sequence: rows[0]?.sequence ?? 0 };
}

async function handOf(system: TestSystem, state: DossierState) {
  const step = activeStep(state);
  for (const login of HANDS) {
    const ctx = await actAs(system, login);
    const post = ctx.actor?.post;
    if (post && post.unitId === step?.unitId && post.roles.includes(step.role)) return ctx;
  }
  throw new Error(`Nobody of the cast does “${step?.name}”`);
}
