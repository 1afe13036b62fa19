import type { TestSystem } from '../database.ts';
import { type Entry, file, page } from './entry.ts';
import { handlingAddresses } from './handling-addresses.ts';
import { feeAddresses } from './fee-addresses.ts';
import { noticeAddresses } from './notice-addresses.ts';
import { processAddresses } from './process-addresses.ts';
import { reportAddresses } from './report-addresses.ts';
import { resultAddresses } from './result-addresses.ts';
import { clockAddresses } from './clock-addresses.ts';
import { retentionAddresses } from './retention-addresses.ts';
import { openBusyWorld, type World } from './world.ts';

const ONE_STOP = 'mot-cua.an-hoa';
const HOME_AFFAIRS = 'noi-vu';
const ADMINISTRATOR = 'quan-tri';
const PUBLIC = null;

/** Every address of the application with examples in a world where each of them has something to show. */
export async function addressBook(system: TestSystem): Promise<Readonly<Record<string, Entry>>> {
  const world = await openBusyWorld(system);
  return {
    ...citizenAddresses(world),
    ...deskAddresses(world),
    ...dossierAddresses(world),
    ...counterAddresses(world),
    ...procedureAddresses(world),
    ...processAddresses(world),
    ...organisationAddresses(),
    ...peopleAddresses(world),
    ...calendarAddresses(world),
    ...migrationAddresses(world),
    ...operationAddresses(world),
    ...retentionAddresses(world),
    ...clockAddresses(world),
    ...feeAddresses(world),
    ...noticeAddresses(world),
    ...handlingAddresses(world),
    ...resultAddresses(world),
    ...reportAddresses(world),
  };
}

function citizenAddresses({ week, code }: World): Readonly<Record<string, Entry>> {
  return {
    '/': page(PUBLIC, '/'),
    '/healthz': file(PUBLIC, '/healthz'),
    '/readyz': file(PUBLIC, '/readyz'),
    '/.well-known/security.txt': file(PUBLIC, '/.well-known/security.txt'),
    '/nhat-ky': page(PUBLIC, '/nhat-ky'),
    '/nhat-ky/checkpoint': file(PUBLIC, '/nhat-ky/checkpoint'),
    '/nhat-ky/tile/:path{.+}': file(PUBLIC, '/nhat-ky/tile/0/000.p/1', '/nhat-ky/tile/entries/000.p/1'),
    '/sign-in': page(PUBLIC, '/sign-in'),
    // Without the first step it leads back there; test/e2e/second-factor.e2e.ts looks at the page itself.
    '/sign-in/second': page(PUBLIC, '/sign-in/second'),
    // With receipts that are genuine: test/e2e/receipt.e2e.ts.
    '/kiem-tra-bien-nhan': page(PUBLIC, '/kiem-tra-bien-nhan', '/kiem-tra-bien-nhan#bn=MC1*A'),
    '/kiem-tra-bien-nhan/doi-chieu': page(PUBLIC, '/kiem-tra-bien-nhan/doi-chieu?bn=MC1*A'),
    '/tra-cuu': page(PUBLIC, '/tra-cuu'),
    '/du-lieu-ca-nhan': page(PUBLIC, '/du-lieu-ca-nhan'),
    '/tra-cuu/:number': page(PUBLIC, `/tra-cuu/${week.ready}`, `/tra-cuu/${week.ready}?ma=${code}`),
    '/thu-tuc': page(PUBLIC, '/thu-tuc', '/thu-tuc?q=khai%20sinh', '/thu-tuc?q=hgfd'),
    '/thu-tuc/viec/:code': page(PUBLIC, '/thu-tuc/viec/birth'),
    '/thu-tuc/:slug': page(PUBLIC, '/thu-tuc/dang-ky-khai-sinh', '/thu-tuc/dang-ky-thanh-lap-ho-kinh-doanh'),
    '/thu-tuc/:slug/niem-yet.pdf': file(PUBLIC, '/thu-tuc/dang-ky-khai-sinh/niem-yet.pdf'),
    '/thu-tuc/:slug/ma-qr.svg': file(PUBLIC, '/thu-tuc/dang-ky-khai-sinh/ma-qr.svg'),
    '/tinh-ngay-hen': page(
      PUBLIC,
      '/tinh-ngay-hen',
      '/tinh-ngay-hen?date=28/4/2020&time=15:20&limit=working-day&value=3',
    ),
  };
}

function deskAddresses({ week, id }: World): Readonly<Record<string, Entry>> {
  const inbox = ['mine', 'unit', 'soon', 'late', 'sent-back', 'handed'].map((tab) => `/inbox?tab=${tab}`);
  return {
    '/desk': page(ONE_STOP, '/desk'),
    '/search': page(ONE_STOP, '/search?q=nguyen', '/search?q=hgfd', '/search'),
    '/search.json': file(ONE_STOP, '/search.json?q=nguyen'),
    '/inbox': page(ONE_STOP, '/inbox', ...inbox, '/inbox?tab=unit&q=hgfd'),
    '/dossiers': page(ONE_STOP, '/dossiers', '/dossiers?q=dinh', '/dossiers?q=hgfd'),
    '/returns': page(ONE_STOP, '/returns', '/returns?q=hgfd'),
    '/account': page(ONE_STOP, '/account'),
    '/account/confirm': page(ONE_STOP, '/account/confirm?next=/account'),
    '/account/password': page(ONE_STOP, '/account/password'),
    '/account/second-factor': page(ONE_STOP, '/account/second-factor'),
    '/account/second-factor/app': page(ONE_STOP, '/account/second-factor/app'),
    '/account/second-factor/app/remove': page(ONE_STOP, '/account/second-factor/app/remove'),
    '/account/second-factor/codes': page(ONE_STOP, '/account/second-factor/codes'),
    '/account/second-factor/passkeys/new': page(ONE_STOP, '/account/second-factor/passkeys/new'),
    '/account/second-factor/passkeys/:id{[0-9]+}/rename': page(
      ONE_STOP,
      `/account/second-factor/passkeys/${id.passkey}/rename`,
    ),
    '/account/second-factor/passkeys/:id{[0-9]+}/remove': page(
      ONE_STOP,
      `/account/second-factor/passkeys/${id.passkey}/remove`,
    ),
    '/dossiers/:number': {
      kind: 'page',
      examples: [
        ...Object.values(week).map((number) => ({ login: ONE_STOP, path: `/dossiers/${number}` })),
        { login: 'chu-tich.an-hoa', path: `/dossiers/${week.toSign}` },
        { login: 'thanh-tra', path: `/dossiers/${week.late}` },
      ],
    },
  };
}

function dossierAddresses({ week, id }: World): Readonly<Record<string, Entry>> {
  const at = (number: string, part: string): string => `/dossiers/${number}/${part}`;
  return {
    '/personal-data': page(HOME_AFFAIRS, '/personal-data', '/personal-data?of=officer'),
    '/reads': page(
      'chu-tich.an-hoa',
      '/reads',
      '/reads?view=unusual',
      '/reads?q=hgfd',
      '/reads?manner=revealed&from=1/4/2020',
    ),
    '/dossiers/:number/reads': page('chu-tich.an-hoa', at(week.toSign, 'reads')),
    '/dossiers/:number/answers': page('chu-tich.an-hoa', at(week.toSign, 'answers')),
    '/dossiers/:number/obligations': page('chu-tich.an-hoa', at(week.toSign, 'obligations')),
    '/dossiers/:number/send-back': page('chu-tich.an-hoa', at(week.toSign, 'send-back')),
    '/dossiers/:number/assign': page('chu-tich.an-hoa', at(week.toSign, 'assign')),
    '/dossiers/:number/result': page('van-thu.an-hoa', at(week.resulted, 'result')),
    '/dossiers/:number/return': page(ONE_STOP, at(week.ready, 'return')),
    '/dossiers/:number/reveal': page(ONE_STOP, at(week.fresh, 'reveal')),
    '/dossiers/:number/files/:id{[0-9]{1,15}}': file(ONE_STOP, at(week.fresh, `files/${id.file}`)),
    '/dossiers/:number/files/:id{[0-9]{1,15}}/remove': page(
      ONE_STOP,
      at(week.fresh, `files/${id.file}/remove`),
    ),
  };
}

function counterAddresses({ week, slip }: World): Readonly<Record<string, Entry>> {
  const form = '/intake/dang-ky-khai-sinh';
  return {
    '/intake': page(
      ONE_STOP,
      '/intake',
      '/intake?who=0905000123',
      '/intake?what=khai%20sinh',
      '/intake?who=052099999999&what=hgfd',
      `/intake?from=${week.fresh}`,
    ),
    '/intake/:slug': page(
      ONE_STOP,
      form,
      '/intake/chung-thuc-ban-sao-tu-ban-chinh',
      `/intake/dang-ky-giam-ho?from=${week.fresh}`,
    ),
    '/intake/:slug/guide': page(ONE_STOP, `${form}/guide`),
    '/intake/:slug/refuse': page(ONE_STOP, `${form}/refuse`),
    '/intake/received/:number': page(ONE_STOP, `/intake/received/${week.fresh}`),
    '/applicants.json': file(ONE_STOP, '/applicants.json?q=dinh'),
    '/slips': page(ONE_STOP, '/slips', '/slips?q=hgfd'),
    '/slips/:number': page(ONE_STOP, `/slips/${slip}`),
    '/slips/:file{.+\\.pdf}': file(ONE_STOP, `/slips/${slip}.pdf`),
    '/tracking-book': page(ONE_STOP, '/tracking-book', '/tracking-book?from=1/1/2019&to=31/1/2019'),
    '/tracking-book.pdf': file(ONE_STOP, '/tracking-book.pdf'),
    '/dossiers/:number/receipt.pdf': file(ONE_STOP, `/dossiers/${week.fresh}/receipt.pdf`),
    '/dossiers/:number/control.pdf': file(ONE_STOP, `/dossiers/${week.atDistrict}/control.pdf`),
  };
}

const SECTIONS = ['general', 'time', 'papers', 'steps', 'fees', 'results', 'legal', 'eform'];

function procedureAddresses({ draft, importHash }: World): Readonly<Record<string, Entry>> {
  const at = (part: string): string => `/procedures/dang-ky-khai-sinh${part}`;
  return {
    '/procedures': page(HOME_AFFAIRS, '/procedures', '/procedures?q=ket%20hon', '/procedures?q=hgfd'),
    '/procedures/search.json': file(ONE_STOP, '/procedures/search.json?q=khai'),
    '/procedures/export/:format{json|xlsx}': file(
      HOME_AFFAIRS,
      '/procedures/export/json',
      '/procedures/export/xlsx',
    ),
    '/procedures/import': page(HOME_AFFAIRS, '/procedures/import'),
    '/procedures/import/:hash': page(HOME_AFFAIRS, `/procedures/import/${importHash}`),
    '/procedures/coverage': page(HOME_AFFAIRS, '/procedures/coverage'),
    '/procedures/new': page(HOME_AFFAIRS, '/procedures/new'),
    '/procedures/:slug': page(HOME_AFFAIRS, at(''), '/procedures/dang-ky-thanh-lap-ho-kinh-doanh'),
    '/procedures/:slug/offerings': page(HOME_AFFAIRS, at('/offerings')),
    '/procedures/:slug/end': page(HOME_AFFAIRS, at('/end')),
    '/procedures/:slug/versions/:number{[0-9]+}': page(
      HOME_AFFAIRS,
      at('/versions/1'),
      at(`/versions/${draft}`),
    ),
    '/procedures/:slug/versions/:number{[0-9]+}/edit/:section': page(
      HOME_AFFAIRS,
      ...SECTIONS.map((section) => at(`/versions/${draft}/edit/${section}`)),
    ),
    '/procedures/:slug/versions/:number{[0-9]+}/discard': page(
      HOME_AFFAIRS,
      at(`/versions/${draft}/discard`),
    ),
    '/procedures/:slug/versions/:number{[0-9]+}/publish': page(
      HOME_AFFAIRS,
      at(`/versions/${draft}/publish`),
    ),
  };
}

function organisationAddresses(): Readonly<Record<string, Entry>> {
  return {
    '/organisation': page(
      ONE_STOP,
      '/organisation',
      '/organisation?on=1/1/2019',
      '/organisation?on=32/1/2019',
    ),
    '/organisation/units/:code': page(
      HOME_AFFAIRS,
      '/organisation/units/xa-an-hoa',
      '/organisation/units/chi-nhanh-vpdkdd',
    ),
    '/organisation/units/:code/contact': page(HOME_AFFAIRS, '/organisation/units/xa-an-hoa/contact'),
    '/organisation/acts': page(HOME_AFFAIRS, '/organisation/acts', '/organisation/acts?state=prepared'),
    '/organisation/acts/new': page(
      HOME_AFFAIRS,
      '/organisation/acts/new',
      '/organisation/acts/new?kind=merge',
    ),
    '/organisation/acts/:code': page(
      HOME_AFFAIRS,
      '/organisation/acts/2025-sap-xep-xa',
      '/organisation/acts/2025-sap-xep-so',
    ),
    '/organisation/acts/:code/document': page(HOME_AFFAIRS, '/organisation/acts/2025-sap-xep-so/document'),
  };
}

function peopleAddresses({ id }: World): Readonly<Record<string, Entry>> {
  return {
    '/people': page(HOME_AFFAIRS, '/people', '/people?q=hgfd'),
    '/people/officers/new': page(HOME_AFFAIRS, '/people/officers/new'),
    '/people/officers/:id{[0-9]+}': page(ADMINISTRATOR, `/people/officers/${id.officer}`),
    '/people/officers/:id{[0-9]+}/edit': page(HOME_AFFAIRS, `/people/officers/${id.officer}/edit`),
    '/people/posts': page(HOME_AFFAIRS, '/people/posts', '/people/posts?vacant=yes'),
    '/people/posts/new': page(HOME_AFFAIRS, '/people/posts/new'),
    '/people/posts/:id{[0-9]+}': page(HOME_AFFAIRS, `/people/posts/${id.post}`),
    '/people/posts/:id{[0-9]+}/edit': page(HOME_AFFAIRS, `/people/posts/${id.post}/edit`),
    '/people/posts/:id{[0-9]+}/appoint': page(HOME_AFFAIRS, `/people/posts/${id.post}/appoint`),
    '/people/posts/:id{[0-9]+}/end': page(HOME_AFFAIRS, `/people/posts/${id.post}/end`),
    '/people/posts/:id{[0-9]+}/substitute': page(HOME_AFFAIRS, `/people/posts/${id.post}/substitute`),
    '/people/holdings/:id{[0-9]+}/release': page(HOME_AFFAIRS, `/people/holdings/${id.holding}/release`),
    '/people/substitutions/:id{[0-9]+}/end': page(
      HOME_AFFAIRS,
      `/people/substitutions/${id.substitution}/end`,
    ),
    '/people/accounts': page(ADMINISTRATOR, '/people/accounts'),
    '/people/officers/:id{[0-9]+}/account': page(
      ADMINISTRATOR,
      `/people/officers/${id.withoutAccount}/account`,
    ),
    '/people/accounts/:id{[0-9]+}/reset': page(ADMINISTRATOR, `/people/accounts/${id.account}/reset`),
    '/people/accounts/:id{[0-9]+}/sign-out': page(ADMINISTRATOR, `/people/accounts/${id.account}/sign-out`),
    '/people/accounts/:id{[0-9]+}/recovery': page(ADMINISTRATOR, `/people/accounts/${id.account}/recovery`),
    '/people/recoveries': page(ADMINISTRATOR, '/people/recoveries'),
    '/people/recoveries/:id{[0-9]+}': page(ADMINISTRATOR, `/people/recoveries/${id.recovery}`),
    '/people/second-factor': page(ADMINISTRATOR, '/people/second-factor'),
    '/witnesses': page(ADMINISTRATOR, '/witnesses'),
    '/people/accounts/:id{[0-9]+}/disable': page(ADMINISTRATOR, `/people/accounts/${id.account}/disable`),
    '/people/accounts/:id{[0-9]+}/enable': page(ADMINISTRATOR, `/people/accounts/${id.disabled}/enable`),
  };
}

/** `week.fresh` is a guardianship. */
function migrationAddresses({ id }: World): Readonly<Record<string, Entry>> {
  const process = '/processes/dang-ky-giam-ho';
  return {
    '/processes/:slug/running': page(HOME_AFFAIRS, `${process}/running`),
    '/processes/:slug/migrations/:id{[0-9]+}': page(HOME_AFFAIRS, `${process}/migrations/${id.migration}`),
  };
}

function operationAddresses({ id }: World): Readonly<Record<string, Entry>> {
  return {
    '/guard': page(ADMINISTRATOR, '/guard'),
    '/guard/drop': page(ADMINISTRATOR, `/guard/drop?kind=unclear&id=${id.unclear}`),
    '/operations': page(ADMINISTRATOR, '/operations'),
    '/operations/guide': page(ADMINISTRATOR, '/operations/guide'),
    '/operations/jobs/:id{[0-9]+}/discard': page(ADMINISTRATOR, `/operations/jobs/${id.job}/discard`),
  };
}

function calendarAddresses({ id }: World): Readonly<Record<string, Entry>> {
  return {
    '/calendar': page(HOME_AFFAIRS, '/calendar', '/calendar?year=2020&unit=xa-an-hoa', '/calendar?year=2031'),
    '/calendar/days': page(HOME_AFFAIRS, '/calendar/days'),
    '/calendar/days/new': page(HOME_AFFAIRS, '/calendar/days/new'),
    '/calendar/days/:id{\\d+}': page(HOME_AFFAIRS, `/calendar/days/${id.day}`),
    '/calendar/days/:id{\\d+}/withdrawal': page(HOME_AFFAIRS, `/calendar/days/${id.day}/withdrawal`),
    '/calendar/changes': page(HOME_AFFAIRS, '/calendar/changes'),
    '/calendar/changes/:id{[0-9]+}': page(HOME_AFFAIRS, `/calendar/changes/${id.change}`),
    '/calendar/weeks': page(HOME_AFFAIRS, '/calendar/weeks'),
    '/calendar/weeks/new': page(HOME_AFFAIRS, '/calendar/weeks/new'),
  };
}
