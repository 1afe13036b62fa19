import type { Page } from 'playwright-core';
import type { World } from './world.ts';

/** A screen that a page of the handbook is about. */
export type Scene = {
  readonly login: string | null;
  readonly address: (world: World) => string;
  /** Name of its picture in docs/handbook/images; without one the screen is only read. */
  readonly picture?: string;
  readonly width?: number;
  /** Cut below this many pixels. */
  readonly height?: number;
  /** What is done on the screen before it is looked at. */
  readonly prepare?: (page: Page) => Promise<void>;
};

const ONE_STOP = 'mot-cua.an-hoa';
const HOME_AFFAIRS = 'noi-vu';
const ADMINISTRATOR = 'quan-tri';
const BIRTH = '/intake/dang-ky-khai-sinh';
const BIRTH_PROCESS = '/processes/dang-ky-khai-sinh/versions';

const scene = (login: string | null, path: string, more: Partial<Scene> = {}): Scene => ({
  login,
  address: () => path,
  ...more,
});

async function fillBirth(page: Page): Promise<void> {
  await page.locator('[name="applicant.idNumber"]').fill('052099000777');
  await page.locator('[name="applicant.fullName"]').fill('Đinh Thị B');
  await page.locator('[name="applicant.phone"]').fill('0905 000 123');
  await page.locator('[name="applicant.address"]').fill('Thôn 3, xã An Hòa');
  await page.locator('[name="papers.0.present"]').check();
  await page.locator('[name="papers.1.present"]').check();
}

async function sendUnfinished(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByRole('alert').waitFor();
}

async function openWhy(page: Page): Promise<void> {
  const why = page.locator('details').filter({ hasText: 'Vì sao' }).first();
  if ((await why.getAttribute('open')) === null) await why.locator('summary').click();
}

async function openReads(page: Page): Promise<void> {
  await page.locator('details').filter({ hasText: 'Ai đã xem hồ sơ của tôi' }).locator('summary').click();
}

/** By page of the handbook. */
export const SCENES: Readonly<Record<string, readonly Scene[]>> = {
  'README.md': [scene(null, '/'), scene(ONE_STOP, '/inbox')],
  'phi-le-phi.md': [
    scene(ONE_STOP, '/intake/chung-thuc-ban-sao-tu-ban-chinh'),
    scene(ONE_STOP, '/fees'),
    { login: ONE_STOP, address: ({ fees }) => `/fees/payments/${fees.openId}` },
    { login: ONE_STOP, address: ({ fees }) => `/fees/payments/${fees.paidId}` },
    { login: ONE_STOP, address: ({ fees }) => `/fees/refunds/${fees.refundId}` },
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.fresh}` },
    scene(ONE_STOP, '/fees/till'),
    { login: 'chu-tich.an-hoa', address: ({ fees }) => `/fees/tills/${fees.tillId}` },
    scene('chu-tich.an-hoa', '/fees/books'),
  ],
  'nhieu-ho-so.md': [
    scene(ONE_STOP, BIRTH),
    scene(ONE_STOP, '/intake'),
    scene(ONE_STOP, '/intake/chung-thuc-ban-sao-tu-ban-chinh/group', { picture: 'group', height: 620 }),
    { login: ONE_STOP, address: ({ batch }) => `/intake/batches/${batch}` },
    scene(ONE_STOP, '/intake/chung-thuc-ban-sao-tu-ban-chinh/import'),
    {
      login: ONE_STOP,
      address: ({ plan }) => `/intake/batches/${plan}`,
      picture: 'import-plan',
      height: 640,
    },
  ],
  'thoi-han.md': [
    { login: 'tu-phap.an-hoa', address: ({ week }) => `/dossiers/${week.claimed}` },
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.fresh}` },
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.claimed}/supplement` },
    {
      login: ONE_STOP,
      address: ({ week }) => `/dossiers/${week.fresh}/propose/supplement?position=0`,
    },
    {
      login: 'chu-tich.an-hoa',
      address: ({ week }) => `/dossiers/${week.fresh}/proposals/2`,
    },
    scene('chu-tich.an-hoa', '/approvals'),
    scene(ONE_STOP, '/apologies'),
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.late}/apology` },
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.late}` },
    { login: null, address: ({ week, code }) => `/tra-cuu/${week.ready}?ma=${code}` },
    scene(HOME_AFFAIRS, '/clock-rules'),
    scene(HOME_AFFAIRS, '/clock-report'),
  ],
  'giay-to-ket-qua.md': [
    scene(ONE_STOP, BIRTH),
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.fresh}` },
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.fresh}/vault` },
    { login: ONE_STOP, address: ({ week }) => `/intake/dang-ky-giam-ho?from=${week.fresh}` },
    { login: 'tu-phap.an-hoa', address: ({ id }) => `/results/${id.result}` },
    { login: 'chu-tich.an-hoa', address: ({ id }) => `/results/${id.changed}` },
    { login: null, address: ({ week, code }) => `/tra-cuu/${week.ready}?ma=${code}` },
  ],
  'cham-diem.md': [
    { login: 'chu-tich.an-hoa', address: ({ week }) => `/dossiers/${week.ready}` },
    {
      login: 'chu-tich.an-hoa',
      address: ({ week }) => `/dossiers/${week.ready}/score?criterion=6`,
      picture: 'score',
      height: 760,
    },
    scene(HOME_AFFAIRS, '/scores'),
    scene(HOME_AFFAIRS, '/scoring-sets'),
    scene(HOME_AFFAIRS, '/form-sets', { picture: 'form-sets', height: 640 }),
  ],
  'soat-bao-cao.md': [
    scene('chuyen-vien.tu-phap', '/report-check', { picture: 'report-check', height: 620 }),
    { login: 'chuyen-vien.tu-phap', address: ({ reports }) => `/report-check/kept/${reports.keptCheck}` },
    scene('chuyen-vien.tu-phap', '/report-check/kept'),
  ],
  'thong-bao.md': [
    scene(ONE_STOP, '/notices', { picture: 'notices', height: 320 }),
    scene(ONE_STOP, '/notifications', { picture: 'notifications', height: 560 }),
    { login: ONE_STOP, address: ({ id }) => `/notifications/${id.notice}` },
    scene(HOME_AFFAIRS, '/notifications/templates/received/sms'),
    scene(HOME_AFFAIRS, '/notifications/settings'),
  ],
  'buu-chinh.md': [
    { login: ONE_STOP, address: ({ id }) => `/post/${id.parcel}`, picture: 'parcel', height: 620 },
    scene(ONE_STOP, '/post'),
    { login: ONE_STOP, address: ({ week }) => `/post/new?dossier=${week.ready}&direction=to-applicant` },
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.ready}` },
    scene(HOME_AFFAIRS, '/post/statuses'),
  ],
  'tiep-nhan.md': [
    scene(ONE_STOP, '/intake', { picture: 'choice', height: 560 }),
    scene(ONE_STOP, BIRTH, { picture: 'intake', height: 820, prepare: fillBirth }),
    scene(ONE_STOP, BIRTH, { prepare: sendUnfinished }),
    scene(ONE_STOP, `${BIRTH}/guide`, { picture: 'guide', height: 700 }),
    scene(ONE_STOP, `${BIRTH}/refuse`),
    {
      login: ONE_STOP,
      address: ({ week }) => `/intake/received/${week.fresh}`,
      picture: 'received',
      height: 600,
    },
  ],
  'xu-ly.md': [
    scene(ONE_STOP, '/inbox?tab=unit', { picture: 'inbox', height: 620 }),
    {
      login: 'chu-tich.an-hoa',
      address: ({ week }) => `/dossiers/${week.toSign}`,
      picture: 'dossier',
      height: 640,
    },
    { login: 'van-thu.an-hoa', address: ({ week }) => `/dossiers/${week.resulted}` },
    { login: 'chuyen-vien.lao-dong', address: ({ week }) => `/dossiers/${week.handed}` },
    { login: 'dia-chinh.an-hoa', address: ({ week }) => `/dossiers/${week.claimed}` },
    scene('chuyen-vien.lao-dong', '/handovers', { picture: 'handovers', height: 500 }),
  ],
  'ban-giao-lien-thong.md': [
    scene('chu-tich.an-hoa', '/inbox'),
    scene('van-thu.an-hoa', '/handovers'),
    { login: 'van-thu.an-hoa', address: ({ week }) => `/dossiers/${week.handed}` },
    {
      login: 'chuyen-vien.lao-dong',
      address: ({ units }) => `/handovers/lists/${units.listId}`,
      picture: 'courier-list',
      height: 560,
    },
    { login: 'chuyen-vien.lao-dong', address: ({ week }) => `/dossiers/${week.handed}/custody` },
    ...[
      ({ units }: World) => `/discrepancies/${units.discrepancyId}`,
      () => '/consultations/new',
      () => '',
    ].map((part): Scene => ({
      login: 'tu-phap.an-hoa',
      address: (world) => `/dossiers/${world.week.claimed}${part(world)}`,
    })),
    {
      login: 'chu-tich.an-hoa',
      address: ({ week, units }) => `/dossiers/${week.claimed}/consultations/${units.requiredId}`,
    },
  ],
  'tra-ket-qua.md': [
    scene(ONE_STOP, '/returns', { picture: 'returns', height: 420 }),
    {
      login: ONE_STOP,
      address: ({ week }) => `/dossiers/${week.ready}/return`,
      picture: 'return',
      height: 740,
    },
    { login: ONE_STOP, address: ({ week }) => `/dossiers/${week.ready}` },
  ],
  'tra-cuu.md': [
    {
      login: null,
      address: ({ week, code }) => `/tra-cuu/${week.ready}?ma=${code}`,
      picture: 'lookup',
      width: 390,
      height: 860,
    },
    scene(null, '/tra-cuu'),
    scene(null, '/'),
    scene(null, '/thu-tuc/dang-ky-khai-sinh'),
  ],
  'kiem-tra-bien-nhan.md': [scene(null, '/kiem-tra-bien-nhan'), scene(null, '/tra-cuu')],
  'quan-ly-thu-tuc.md': [
    scene(HOME_AFFAIRS, '/procedures', { picture: 'procedures', height: 620 }),
    scene(HOME_AFFAIRS, '/procedures/dang-ky-khai-sinh'),
    scene(HOME_AFFAIRS, '/procedures/dang-ky-khai-sinh/offerings'),
    scene(HOME_AFFAIRS, '/procedures/import'),
    {
      login: HOME_AFFAIRS,
      address: ({ draft }) => `/procedures/dang-ky-khai-sinh/versions/${draft}/edit/papers`,
    },
    {
      login: HOME_AFFAIRS,
      address: ({ draft }) => `/procedures/dang-ky-khai-sinh/versions/${draft}/publish`,
      picture: 'publish',
      height: 680,
    },
  ],
  'quy-trinh.md': [
    scene(HOME_AFFAIRS, '/processes/cap-giay-phep-xay-dung', { picture: 'process', height: 900 }),
    { login: HOME_AFFAIRS, address: ({ processDraft }) => `${BIRTH_PROCESS}/${processDraft}` },
    scene(HOME_AFFAIRS, '/processes/dang-ky-giam-ho/running'),
    ...['onward', 'meeting', 'timers', 'kind'].map((part) => ({
      login: HOME_AFFAIRS,
      address: ({ processDraft }: World) => `${BIRTH_PROCESS}/${processDraft}/rows/step-2/${part}`,
    })),
    {
      login: HOME_AFFAIRS,
      address: ({ processDraft, drawing }) => `${BIRTH_PROCESS}/${processDraft}/import/${drawing}`,
    },
    { login: HOME_AFFAIRS, address: ({ processDraft }) => `${BIRTH_PROCESS}/${processDraft}/publish` },
  ],
  'to-chuc-can-bo.md': [
    scene(HOME_AFFAIRS, '/organisation', { picture: 'organisation', height: 620 }),
    scene(HOME_AFFAIRS, '/organisation/units/xa-an-hoa'),
    scene(HOME_AFFAIRS, '/organisation/acts'),
    scene(HOME_AFFAIRS, '/organisation/acts/2025-sap-xep-xa', { picture: 'act', height: 600 }),
    scene(HOME_AFFAIRS, '/people'),
    {
      login: HOME_AFFAIRS,
      address: ({ id }) => `/people/posts/${id.post}/substitute`,
      picture: 'substitute',
      height: 680,
    },
    { login: ADMINISTRATOR, address: ({ id }) => `/people/officers/${id.officer}` },
  ],
  'dang-nhap.md': [
    scene(ONE_STOP, '/account'),
    scene(ONE_STOP, '/account/second-factor'),
    scene(HOME_AFFAIRS, '/account/second-factor', { picture: 'second-factor', height: 720 }),
    scene(HOME_AFFAIRS, '/account/second-factor/app', { picture: 'second-factor-app', height: 820 }),
    scene(ONE_STOP, '/account/second-factor/passkeys/new'),
    scene(null, '/sign-in'),
    { login: ADMINISTRATOR, address: ({ id }) => `/people/officers/${id.officer}` },
    { login: ADMINISTRATOR, address: ({ id }) => `/people/accounts/${id.account}/recovery` },
    { login: ADMINISTRATOR, address: ({ id }) => `/people/recoveries/${id.recovery}` },
  ],
  'du-lieu-ca-nhan.md': [
    { login: null, address: ({ week, code }) => `/tra-cuu/${week.ready}?ma=${code}`, prepare: openReads },
    scene('chu-tich.an-hoa', '/reads', { picture: 'reads', height: 560 }),
    scene(HOME_AFFAIRS, '/people/posts/new'),
    scene(HOME_AFFAIRS, '/personal-data'),
    scene(null, '/du-lieu-ca-nhan'),
    scene('van-thu.an-hoa', '/retention'),
    scene('van-thu.an-hoa', '/retention/holds'),
    { login: 'chu-tich.an-hoa', address: ({ id }) => `/retention/disposals/${id.disposal}` },
    {
      login: 'chu-tich.an-hoa',
      address: ({ id }) => `/retention/disposals/${id.proposal}`,
      picture: 'disposal',
      height: 760,
    },
  ],
  'van-hanh.md': [
    scene(ADMINISTRATOR, '/operations', { picture: 'operations', height: 760 }),
    scene(ADMINISTRATOR, '/witnesses'),
    scene(ADMINISTRATOR, '/guard'),
    { login: ADMINISTRATOR, address: ({ id }) => `/operations/jobs/${id.job}/discard` },
  ],
  'lich-lam-viec.md': [
    scene(HOME_AFFAIRS, '/calendar', { picture: 'calendar', height: 700 }),
    scene(HOME_AFFAIRS, '/calendar/days/new'),
    { login: HOME_AFFAIRS, address: ({ id }) => `/calendar/days/${id.day}` },
    { login: ADMINISTRATOR, address: ({ id }) => `/calendar/changes/${id.change}` },
    scene(HOME_AFFAIRS, '/calendar/weeks'),
    scene(null, '/tinh-ngay-hen?date=28/4/2020&time=15:20&limit=working-day&value=3', {
      picture: 'why',
      height: 700,
      prepare: openWhy,
    }),
  ],
};
