import { enterResult, passOn, takeCustody } from '#capabilities/dossiers/service.ts';
import { activeStep, isReturnStep } from '#capabilities/dossiers/rules.ts';
import type { DossierState } from '#capabilities/dossiers/schema.ts';
import { localDateOf } from '#kernel/local-date.ts';
import { actAs } from '../cast.ts';
import type { TestSystem } from '../database.ts';
import { receivedDossier } from '../dossiers.ts';

/** Who does a step of each kind of work in the cast. */
const HANDS: readonly { readonly unit: string; readonly logins: readonly string[] }[] = [
  {
    unit: 'xa-an-hoa',
    logins: [
      'mot-cua.an-hoa',
      'tu-phap.an-hoa',
      'van-hoa-xa-hoi.an-hoa',
      'chu-tich.an-hoa',
      'van-thu.an-hoa',
    ],
  },
  {
    unit: 'other',
    logins: [
      'mot-cua.huyen',
      'chuyen-vien.lao-dong',
      'chuyen-vien.tai-chinh',
      'truong-phong.tai-chinh',
      'chu-tich.huyen',
      'van-thu.huyen',
    ],
  },
];

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

async function handOf(system: TestSystem, state: DossierState) {
  const step = activeStep(state);
  for (const login of HANDS.flatMap((hand) => hand.logins)) {
    const ctx = await actAs(system, login);
    const post = ctx.actor?.post;
    if (post && post.unitId === step?.unitId && post.roles.includes(step.role)) return ctx;
  }
  throw new Error(`Nobody of the cast does “${step?.name}”`);
}

/** A counter in the middle of an ordinary week: late, due today, in time, handed over, ready to be returned. */
export async function seedWeek(system: TestSystem): Promise<void> {
  const at = async (clock: string, slug: string, steps: number) => {
    system.setClock(clock);
    return advance(system, await receivedDossier(system, { slug }), steps);
  };
  await at('2020-04-22T09:12:00+07:00', 'xac-nhan-tinh-trang-hon-nhan', 1);
  await at('2020-04-23T10:40:00+07:00', 'dang-ky-giam-ho', 1);
  await at('2020-04-24T08:30:00+07:00', 'ho-tro-chi-phi-mai-tang', 3);
  await at('2020-04-27T14:40:00+07:00', 'dang-ky-lai-khai-sinh', 0);
  await at('2020-04-27T15:30:00+07:00', 'chung-thuc-ban-sao-tu-ban-chinh', 4);
  await at('2020-04-28T07:20:00+07:00', 'dang-ky-khai-sinh', 0);
  await at('2020-04-28T07:35:00+07:00', 'chung-thuc-chu-ky', 2);
  await at('2020-04-28T07:50:00+07:00', 'xac-dinh-muc-do-khuyet-tat-cap-giay-xac-nhan-khuyet-tat', 0);
  system.setClock('2020-04-28T10:30:00+07:00');
}
