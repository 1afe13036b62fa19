/** Members of the cast who try every address, and nobody signed in. Everything tried is An Hòa's or the district's. */
export const VISITORS = {
  stranger: undefined,
  own: 'mot-cua.an-hoa',
  neighbour: 'mot-cua.an-toan',
  department: 'chuyen-vien.tu-phap',
  leader: 'chu-tich.an-hoa',
  homeAffairs: 'noi-vu',
  inspector: 'thanh-tra',
  administrator: 'quan-tri',
} as const;

export type VisitorName = keyof typeof VISITORS;

/** What an address answers: the page, a way elsewhere, "not yours", "no such thing", or "sign in first". */
export type Answer = 'page' | 'elsewhere' | 'forbidden' | 'missing' | 'sign-in';

type Expectation = Readonly<Record<VisitorName, Answer>>;

const everybody = (answer: Answer): Expectation => ({
  stranger: answer,
  own: answer,
  neighbour: answer,
  department: answer,
  leader: answer,
  homeAffairs: answer,
  inspector: answer,
  administrator: answer,
});

const staff: Expectation = { ...everybody('page'), stranger: 'sign-in' };

/** Some of the staff see the page, the others are told no. */
function only(who: readonly VisitorName[], others: 'forbidden' | 'missing' = 'forbidden'): Expectation {
  const seen = Object.fromEntries(who.map((name) => [name, 'page' as const]));
  return { ...everybody(others), ...seen, stranger: 'sign-in' };
}

const counters = only(['own', 'neighbour']);
const handlers = only(['own', 'neighbour', 'department', 'leader']);
const editors = only(['homeAffairs']);
const organisers = only(['homeAffairs', 'administrator']);
const administrators = only(['administrator']);
const peopleReaders = only(['leader', 'homeAffairs', 'inspector', 'administrator']);
const appointers = only(['leader', 'homeAffairs', 'administrator']);
/** Lists of what belongs to dossiers. */
const readers = only(['own', 'neighbour', 'department', 'leader', 'homeAffairs', 'inspector']);
/** A dossier of An Hòa: whoever has no part in it is told that there is none. */
const dossier = only(['own', 'leader', 'homeAffairs', 'inspector'], 'missing');
/** What belongs to one; whoever reads no dossiers at all is told so. */
const ofDossier: Expectation = { ...dossier, administrator: 'forbidden' };
/** The same where personal data stand in full: whoever controls procedures needs none. */
const personal: Expectation = { ...dossier, homeAffairs: 'forbidden' };
/** Whoever enters results, of An Hòa here; others who do elsewhere are told that there is none. */
const entering: Expectation = { ...only(['own', 'leader']), neighbour: 'missing', department: 'missing' };
/** For the counter that received it; whoever only sees the dossier is told so. */
const ofCounter: Expectation = { ...only(['own']), neighbour: 'missing', department: 'missing' };
const slip = only(['own'], 'missing');
/** A group of An Hòa: other counters are told that there is none, and whoever receives nothing that it is not theirs. */
const batch: Expectation = { ...only(['own']), neighbour: 'missing' };
/** Whoever looks after archives somewhere: a specialist of a department keeps its records too. */
const retention = only(['department', 'leader', 'homeAffairs', 'inspector']);
const book = only(['own', 'neighbour', 'leader', 'homeAffairs', 'inspector']);

/** Every address that can be read, by its pattern in the router. */
export const READING: Readonly<Record<string, Expectation>> = {
  '/healthz': everybody('page'),
  '/nhat-ky': everybody('page'),
  '/nhat-ky/checkpoint': everybody('page'),
  '/nhat-ky/tile/:path{.+}': everybody('page'),
  '/readyz': everybody('page'),
  '/.well-known/security.txt': everybody('page'),
  '/assets/:name{[\\w.-]+}': everybody('missing'),
  '/': everybody('page'),
  '/kiem-tra-bien-nhan': everybody('page'),
  '/kiem-tra-bien-nhan/doi-chieu': everybody('page'),
  '/tra-cuu': everybody('page'),
  '/tra-cuu/:number': everybody('page'),
  '/xac-minh': everybody('page'),
  '/xac-minh/:code': everybody('page'),
  '/thu-tuc': everybody('page'),
  '/thu-tuc/viec/:code': everybody('page'),
  '/thu-tuc/:slug': everybody('page'),
  '/thu-tuc/:slug/niem-yet.pdf': everybody('page'),
  '/thu-tuc/:slug/ma-qr.svg': everybody('page'),
  '/tinh-ngay-hen': everybody('page'),
  '/sign-in': { ...everybody('elsewhere'), stranger: 'page' },
  '/sign-in/second': { ...everybody('elsewhere'), stranger: 'sign-in' },
  '/desk': { ...everybody('elsewhere'), stranger: 'sign-in' },
  '/account': staff,
  '/account/confirm': staff,
  '/account/password': staff,
  '/account/second-factor': staff,
  '/account/second-factor/app': staff,
  '/account/second-factor/app/remove': staff,
  '/account/second-factor/codes': staff,
  '/account/second-factor/passkeys/new': staff,
  '/account/second-factor/passkeys/:id{[0-9]+}/rename': { ...everybody('missing'), stranger: 'sign-in' },
  '/account/second-factor/passkeys/:id{[0-9]+}/remove': { ...everybody('missing'), stranger: 'sign-in' },
  '/search': staff,
  '/search.json': staff,
  '/inbox': handlers,
  '/handovers': handlers,
  '/dossiers': only(['own', 'neighbour', 'department', 'leader', 'homeAffairs', 'inspector']),
  '/returns': counters,
  '/applicants.json': counters,
  '/intake': counters,
  '/intake/received/:number': { ...counters, neighbour: 'missing' },
  '/intake/:slug': counters,
  '/intake/:slug/guide': counters,
  '/intake/:slug/refuse': counters,
  '/slips': counters,
  '/slips/:file{.+\\.pdf}': slip,
  '/slips/:number': slip,
  '/tracking-book': book,
  '/personal-data': staff,
  '/du-lieu-ca-nhan': everybody('page'),
  '/form-sets': staff,
  '/form-sets/new': editors,
  '/form-sets/:id{[0-9]{1,15}}/edit': editors,
  '/form-sets/:id{[0-9]{1,15}}/:file{[a-z-]+\\.pdf}': staff,
  '/scoring-sets': staff,
  '/scoring-sets/new': editors,
  '/scoring-sets/:id{[0-9]{1,15}}/edit': editors,
  '/scores': only(['own', 'neighbour', 'department', 'leader', 'homeAffairs', 'inspector']),
  '/dossiers/:number/score': dossier,
  '/intake/:slug/group': counters,
  '/intake/:slug/import': counters,
  '/intake/:slug/import/template.xlsx': counters,
  '/intake/batches': counters,
  '/intake/batches/:number': batch,
  '/intake/batches/:number/result.xlsx': batch,
  '/intake/batches/:number/receipts.pdf': batch,
  '/retention': retention,
  '/retention/disposals': retention,
  '/retention/disposals/:id{[0-9]{1,15}}': only(['leader', 'homeAffairs', 'inspector'], 'missing'),
  '/retention/disposals/:id{[0-9]{1,15}}/certificate.pdf': only(
    ['leader', 'homeAffairs', 'inspector'],
    'missing',
  ),
  '/retention/holds': retention,
  '/retention/holds/new': only(['department', 'leader', 'inspector']),
  '/retention/rules': retention,
  '/retention/rules/new': editors,
  '/retention/rules/:id{[0-9]{1,15}}/edit': editors,
  '/notices': staff,
  '/notifications': readers,
  '/notifications/:id{[0-9]{1,15}}': ofDossier,
  '/notifications/templates': organisers,
  '/notifications/templates/:code/:channel': organisers,
  '/notifications/settings': organisers,
  '/post': readers,
  '/post/new': { ...counters, neighbour: 'missing' },
  '/post/statuses': organisers,
  '/post/courier-list.pdf': counters,
  '/post/:id{[0-9]{1,15}}': ofDossier,
  '/post/:id{[0-9]{1,15}}/label.pdf': { ...counters, neighbour: 'missing' },
  '/results': readers,
  '/results/:id{[0-9]{1,15}}': ofDossier,
  '/results/:id{[0-9]{1,15}}/file': { ...ofDossier, homeAffairs: 'forbidden' },
  '/results/:id{[0-9]{1,15}}/sheet.pdf': ofDossier,
  '/results/:id{[0-9]{1,15}}/complete': entering,
  '/results/:id{[0-9]{1,15}}/change': { ...entering, own: 'forbidden', neighbour: 'forbidden' },
  '/dossiers/:number/results/new': entering,
  '/dossiers/:number/vault': { ...ofCounter, administrator: 'missing' },
  '/dossiers/:number/files/:id{[0-9]{1,15}}/preview': personal,
  '/reads': only(['leader', 'inspector']),
  '/tracking-book.pdf': book,
  '/dossiers/:number': dossier,
  '/dossiers/:number/control.pdf': dossier,
  '/dossiers/:number/receipt.pdf': personal,
  '/dossiers/:number/reads': {
    ...everybody('forbidden'),
    stranger: 'sign-in',
    leader: 'page',
    inspector: 'page',
  },
  '/dossiers/:number/reveal': dossier,
  '/dossiers/:number/send-back': dossier,
  '/dossiers/:number/obligations': dossier,
  '/dossiers/:number/assign': dossier,
  '/dossiers/:number/result': dossier,
  '/dossiers/:number/return': dossier,
  '/dossiers/:number/files/:id{[0-9]{1,15}}': personal,
  '/dossiers/:number/files/:id{[0-9]{1,15}}/remove': personal,
  '/procedures': staff,
  '/procedures/search.json': staff,
  '/procedures/export/:format{json|xlsx}': staff,
  '/procedures/coverage': staff,
  '/procedures/:slug': staff,
  '/procedures/:slug/versions/:number{[0-9]+}': only(['homeAffairs', 'inspector'], 'missing'),
  '/procedures/import': editors,
  '/procedures/import/:hash': editors,
  '/procedures/new': editors,
  '/procedures/:slug/offerings': editors,
  '/procedures/:slug/end': editors,
  '/procedures/:slug/versions/:number{[0-9]+}/edit/:section': editors,
  '/procedures/:slug/versions/:number{[0-9]+}/discard': editors,
  '/procedures/:slug/versions/:number{[0-9]+}/publish': editors,
  '/organisation': staff,
  '/organisation/units/:code': staff,
  '/organisation/acts': staff,
  '/organisation/acts/:code': staff,
  '/organisation/units/:code/contact': organisers,
  '/organisation/acts/new': organisers,
  '/organisation/acts/:code/document': organisers,
  '/people': peopleReaders,
  '/people/posts': peopleReaders,
  '/people/officers/:id{[0-9]+}': peopleReaders,
  '/people/posts/:id{[0-9]+}': peopleReaders,
  '/people/officers/new': organisers,
  '/people/officers/:id{[0-9]+}/edit': organisers,
  '/people/posts/new': organisers,
  '/people/posts/:id{[0-9]+}/edit': organisers,
  '/people/posts/:id{[0-9]+}/appoint': organisers,
  '/people/posts/:id{[0-9]+}/end': organisers,
  '/people/holdings/:id{[0-9]+}/release': organisers,
  '/people/posts/:id{[0-9]+}/substitute': appointers,
  '/people/substitutions/:id{[0-9]+}/end': appointers,
  '/people/accounts': administrators,
  '/people/second-factor': administrators,
  '/witnesses': administrators,
  '/people/accounts/:id{[0-9]+}/sign-out': administrators,
  '/people/accounts/:id{[0-9]+}/recovery': administrators,
  '/people/recoveries': only(['leader', 'administrator']),
  '/people/recoveries/:id{[0-9]+}': only(['leader', 'administrator']),
  '/people/officers/:id{[0-9]+}/account': administrators,
  '/people/accounts/:id{[0-9]+}/reset': administrators,
  '/people/accounts/:id{[0-9]+}/disable': administrators,
  '/people/accounts/:id{[0-9]+}/enable': administrators,
  '/calendar': staff,
  '/calendar/days': everybody('elsewhere'),
  '/calendar/days/:id{\\d+}': staff,
  '/calendar/weeks': staff,
  '/calendar/days/new': organisers,
  '/calendar/days/:id{\\d+}/withdrawal': organisers,
  '/calendar/weeks/new': organisers,
  '/operations': administrators,
  '/operations/guide': administrators,
  '/operations/jobs/:id{[0-9]+}/discard': administrators,
};

/** Somebody who sees the page: who asks for the rest of what an address can say. */
export function readerOf(pattern: string): VisitorName {
  const order = ['own', 'homeAffairs', 'administrator', 'stranger'] as const;
  return order.find((name) => READING[pattern]?.[name] === 'page') ?? 'own';
}

/**
 * Where particulars stand in full without being asked for, and to whom: Form 06 has a column for them (Circular
 * 01/2018/TT-VPCP), for posts that may read personal data.
 */
export const IN_FULL: Readonly<Record<string, readonly VisitorName[]>> = {
  '/tracking-book': ['own', 'leader', 'inspector'],
};

/**
 * Writes, with who may try them. Everybody else is told no before their form is looked at, even an empty one. A write
 * that has a page of its own (the pattern is in `READING`) and no line here is for whoever sees that page.
 */
export const WRITING: Readonly<Record<string, readonly VisitorName[]>> = {
  '/dossiers/:number/score': ['leader', 'homeAffairs'],
  '/intake/:slug/group/draft': ['own', 'neighbour'],
  '/intake/batches/:number/start': ['own'],
  '/intake/batches/:number/withdrawal': ['own'],
  '/retention/propose': ['department'],
  '/retention/disposals/:id{[0-9]{1,15}}/decision': ['leader'],
  '/retention/disposals/:id{[0-9]{1,15}}/withdrawal': ['department', 'leader'],
  '/retention/holds/:id{[0-9]{1,15}}/lift': ['department', 'leader', 'inspector'],
  '/notifications/:id{[0-9]{1,15}}/resend': ['own', 'leader'],
  '/notifications/templates/:code/:channel/preview': ['homeAffairs', 'administrator'],
  '/notifications/templates/:code/:channel/stop': ['homeAffairs', 'administrator'],
  '/post/:id{[0-9]{1,15}}/state': ['own'],
  '/post/:id{[0-9]{1,15}}/cancel': ['own'],
  '/post/:id{[0-9]{1,15}}/again': ['own'],
  '/post/:id{[0-9]{1,15}}/back': ['own'],
  '/dossiers/:number/vault': ['own'],
  '/dossiers/:number/vault/:id{[0-9]{1,15}}/remove': ['own'],
  '/results/:id{[0-9]{1,15}}/answer': ['leader'],
  '/dossiers/:number/pass-on': ['own', 'leader'],
  '/dossiers/:number/take': ['own', 'leader'],
  '/dossiers/:number/claim': ['own', 'leader'],
  '/dossiers/:number/release': ['own', 'leader'],
  '/dossiers/:number/send-back': ['own', 'leader'],
  '/dossiers/:number/obligations': ['own', 'leader'],
  '/dossiers/:number/result': ['own', 'leader'],
  '/dossiers/:number/assign': ['leader'],
  '/dossiers/:number/return': ['own'],
  '/dossiers/:number/files': ['own', 'leader'],
  '/dossiers/:number/files/:id{[0-9]{1,15}}/remove': ['own', 'leader'],
  '/inbox/pass-on': ['own', 'neighbour', 'department', 'leader'],
  '/handovers/take': ['own', 'neighbour', 'department', 'leader'],
  '/intake/:slug/guide/draft': ['own', 'neighbour'],
  '/intake/:slug/refuse/draft': ['own', 'neighbour'],
  '/procedures/:slug/drafts': ['homeAffairs'],
  '/organisation/acts/:code/in-force': ['homeAffairs', 'administrator'],
  '/organisation/acts/:code/withdrawal': ['homeAffairs', 'administrator'],
  '/calendar/days': ['homeAffairs', 'administrator'],
  '/calendar/weeks': ['homeAffairs', 'administrator'],
  '/people/recoveries/:id{[0-9]+}/cancel': ['leader', 'administrator'],
  '/witnesses/remove': ['administrator'],
  '/operations/jobs/:id{[0-9]+}/retry': ['administrator'],
};

/** Writes about oneself: everybody signed in has something to do there, or is told that it is not theirs. */
export const OWN_WRITES = /^\/(?:account|notices|session|sign-in|sign-out)\b/;

/** Writes that anybody may send: looking up, signing in and out, logs of other houses that ask for a witness, signed receipts. */
export const OPEN_WRITES: readonly string[] = [
  '/nhat-ky/nhan-chung/add-checkpoint',
  '/notifications/receipts/sms',
  '/notifications/receipts/zalo',
  '/sign-in',
  '/sign-in/second',
  '/sign-in/second/passkey',
  '/sign-in/passkey',
  '/sign-out',
  '/tra-cuu',
  '/tra-cuu/:number/ket-qua/:id{[0-9]{1,15}}',
  '/xac-minh',
];
