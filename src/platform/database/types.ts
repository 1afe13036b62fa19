// Generated from the migrated schema by scripts/generate-types.ts. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A jsonb column: read as unknown and parsed by its owner, written as JSON text. */
type Json = ColumnType<unknown, string, string>;

/** Giving an account back to a person who lost every way into it: one administrator opens, somebody else confirms. */
type AccountRecoveries = {
  id: GeneratedAlways<number>;
  accountId: number;
  reason: string;
  /** Officer who opened it. */
  openedBy: number;
  openedAt: Date;
  expiresAt: Date;
  /** Officer who confirmed or cancelled it. */
  decidedBy: number | null;
  decidedAt: Date | null;
  state: 'open' | 'confirmed' | 'cancelled';
};

/** Logins of officers. */
type Accounts = {
  id: GeneratedAlways<number>;
  officerId: number;
  login: string;
  /** Argon2id in PHC form; null until a first password is set. */
  passwordHash: string | null;
  /** The person chooses a password of their own before anything else. */
  mustChangePassword: Generated<boolean>;
  /** Until when a one-time password given by an administrator opens the account; null when it does not run out. */
  passwordExpiresAt: Date | null;
  disabledAt: Date | null;
  createdAt: Date;
  /** Last event of its history applied. */
  sequence: number;
};

/** Reasons for which a dossier is supplemented, paused, extended, refused, stopped, withdrawn, corrected, set back, or late. */
type ActReasons = {
  id: GeneratedAlways<number>;
  /** What it is a reason for. */
  act: string;
  code: string;
  name: string;
  legalBasis: Generated<string>;
  validFrom: string;
  /** First day on which it is no longer offered; null while open. */
  validTo: string | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** Persons and organisations that came to a counter, with their latest particulars, offered again next time. */
type Applicants = {
  id: GeneratedAlways<number>;
  kind: 'citizen' | 'organisation';
  fullName: string;
  foldedName: string;
  /** Identity card or passport number of a person, tax or registration number of an organisation, encrypted with a key outside the database. */
  sealedIdNumber: string | null;
  phone: Generated<string>;
  email: Generated<string>;
  address: Generated<string>;
  updatedAt: Date;
  /** HMAC of the same with a key outside the database: equal for equal numbers, so that a number can be looked up. */
  idNumberIndex: Buffer | null;
};

/** One row for each backup and each drill that ran to its end, well or not; one that was killed has none. */
type BackupRuns = {
  id: GeneratedAlways<number>;
  kind: 'backup' | 'drill';
  /** incomplete: made, but stored files were lost before; failed: there is no such backup, or it could not be restored. */
  outcome: 'done' | 'incomplete' | 'failed';
  /** Name of the backup in its folder; empty when none came of it. */
  backup: string;
  startedAt: Date;
  endedAt: Date;
  /** Size as it lies on disk, with the files it shares with earlier backups. */
  bytes: number | null;
  rowCount: number | null;
  fileCount: number | null;
  encrypted: boolean;
  /** In Vietnamese: what was wrong, and what to do. */
  problem: Generated<string>;
};

/** Days proposed by one person and confirmed by another: nothing is counted on them before. */
type CalendarChanges = {
  id: GeneratedAlways<number>;
  kind: 'declare' | 'withdraw';
  /** Whose day it is; null for everybody. */
  unitId: number | null;
  /** Of a withdrawal: the day that goes. */
  dayId: number | null;
  /** Of a declaration: what was typed, as calendar/days/schema.ts has it. */
  input: Json | null;
  reason: string;
  proposedBy: number | null;
  proposedAt: Date;
  /** Up to which dossier it was looked what would move. */
  countedTo: Generated<number>;
  /** When that was done for all; only then it can be confirmed. */
  countedAt: Date | null;
  state: 'open' | 'confirmed' | 'declined';
  decidedBy: number | null;
  decidedAt: Date | null;
  note: Generated<string>;
  /** The days that were declared or withdrawn by it. */
  dayIds: Json;
  /** Up to which dossier the dates have been moved. */
  movedTo: Generated<number>;
  /** When every date was moved; until then no other change is confirmed. */
  settledAt: Date | null;
};

/** Grows with every change of working hours or special days, for caches. */
type CalendarRevisions = {
  id: GeneratedAlways<number>;
  changedAt: Generated<Date>;
};

/** How long is waited, how often something may be done, when who is warned: from a day on until the next row begins. */
type ClockRules = {
  id: GeneratedAlways<number>;
  legalBasis: string;
  /** First day in force; the last is the day before the next row begins. */
  validFrom: string;
  /** Days of waiting for a supplement, reminders, how often an extension and a new appointment are possible, warnings. */
  rules: Json;
  /** Last event of its history applied. */
  sequence: number;
};

/** Opinions that a handler asks of other units, with the date by which they are wanted. */
type Consultations = {
  id: GeneratedAlways<number>;
  dossierId: number;
  dossierNumber: string;
  stepPosition: number;
  fromUnitId: number;
  toUnitId: number;
  /** The step cannot pass the dossier on before it is answered, or waived by the leader of the unit that asked. */
  isRequired: boolean;
  question: string;
  askedBy: number;
  askedAt: Date;
  dueAt: Date;
  state: Generated<'open' | 'answered' | 'withdrawn' | 'waived' | 'lapsed'>;
  /** The opinion; the reason when it was withdrawn or waived. */
  answer: Generated<string>;
  fileId: number | null;
  endedBy: number | null;
  endedAt: Date | null;
};

/** Handovers on a list, in its order: which dossier, and when its papers were handed over. */
type CourierListItems = {
  listId: number;
  position: number;
  dossierId: number;
  handedAt: Date;
};

/** Lists with which a courier brings papers of several dossiers to one unit; numbered without gaps by unit and year. */
type CourierLists = {
  id: GeneratedAlways<number>;
  unitId: number;
  toUnitId: number;
  year: number;
  line: number;
  madeBy: number;
  madeAt: Date;
};

/** Room on the disks under data, files and backups once an hour, for a forecast; swept after 60 days. */
type DiskSamples = {
  host: string;
  /** database, files, backups, signer. */
  place: string;
  at: Date;
  sizeBytes: number;
  freeBytes: number;
};

/** Records of a disposal. They are named by number and procedure only, so that the list stays when they are gone. */
type DisposalItems = {
  id: GeneratedAlways<number>;
  disposalId: number;
  kind: 'dossier' | 'slip';
  recordId: number;
  label: string;
  title: string;
  endedOn: string;
  keptUntil: string;
  ruleId: number;
  /** False when the proposal was withdrawn or declined, or the record was held back: it may be proposed again. */
  open: Generated<boolean>;
  outcome: 'disposed' | 'held' | null;
  /** Stored files that are still to be removed after the rows are erased. */
  hashes: Generated<string[]>;
  /** When its rows and events were erased; its files go after that. */
  erasedAt: Date | null;
  settledAt: Date | null;
};

/** Proposals to dispose of records whose time is over, and what was decided: one person proposes, another decides. */
type Disposals = {
  id: GeneratedAlways<number>;
  number: string;
  unitId: number;
  state: 'proposed' | 'approved' | 'declined' | 'withdrawn' | 'done';
  reason: string;
  proposedBy: number;
  proposedAt: Date;
  /** Who valued the records: the council and its minutes. */
  council: Generated<string>;
  decisionNumber: Generated<string>;
  /** Date of the deciding paper; decided_at is when it was entered. */
  decidedOn: string | null;
  decidedBy: number | null;
  decidedAt: Date | null;
  /** Day on which records are erased; until then it can be taken back. */
  executeOn: string | null;
  doneAt: Date | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** What is known of a document: of what kind, its number, who issued it and when. The document itself is not kept here. */
type Documents = {
  id: GeneratedAlways<number>;
  /** Code of the type (Decree 30/2020/ND-CP, Art. 7, or Law on Promulgation of Legal Documents). */
  type: string;
  /** As written before the stroke, such as 30c; empty when no source names it. */
  number: Generated<string>;
  /** Of legal documents, as in 61/2018/ND-CP; null where the number has none. */
  yearInNumber: number | null;
  /** As written, such as QD-UBND; empty when no source names it. */
  symbol: Generated<string>;
  /** Who issued it, in words; empty when not known. */
  issuer: string;
  /** The unit of this installation that issued it, if it was one. */
  issuerUnitId: number | null;
  /** Null when no source gives a date that can be believed. */
  issuedOn: string | null;
  title: string;
  inForceFrom: string | null;
  /** Last day in force; null while it is or when that is not known. */
  inForceUntil: string | null;
  replacedBy: number | null;
  /** What of it is uncertain: field, how far it is to be trusted, and why. */
  doubts: Json;
  /** Where it is cited: the source, the place in it, and how it stands there. */
  sources: Json;
  note: Generated<string>;
  /** Entered by mistake; kept for its history, offered nowhere. */
  withdrawn: Generated<boolean>;
  /** What it is found by: number, symbol, issuer and title without accents. */
  folded: string;
  /** Last event of its history applied. */
  sequence: number;
};

/** Answers to the fields of the procedure's form that conditions of its process ask about, by the codes of the fields. */
type DossierAnswers = {
  dossierId: number;
  answers: Json;
};

/** Last number taken from a book (dossier, guide-slip, refusal-slip, fee-receipt per day; tracking-book per year, under 1 January) of a unit; taken inside the transaction, so without gaps. */
type DossierCounters = {
  unitId: number;
  book: string;
  day: string;
  last: number;
};

/** Dossiers that a change of the calendar moves: counted beforehand, moved after it was confirmed. */
type DossierDueMoves = {
  changeId: number;
  dossierId: number;
  dueFrom: Date;
  dueTo: Date;
  /** How many steps get another due instant; timers likewise. */
  steps: number;
  timers: number;
  movedAt: Date | null;
  problem: string | null;
};

/** Fees and charges fixed at reception, in dong; exemption gives the reason when nothing or less is taken. */
type DossierFees = {
  dossierId: number;
  position: number;
  name: string;
  amount: number;
  exemption: Generated<string>;
  /** Taken at the counter when the dossier was received; otherwise it falls due when the result is returned. */
  collected: Generated<boolean>;
};

/** Scans and files of a dossier; the bytes lie in the file store under their hash. */
type DossierFiles = {
  id: GeneratedAlways<number>;
  dossierId: number;
  paperPosition: number | null;
  purpose: 'paper' | 'result' | 'other';
  name: string;
  mediaType: string;
  size: number;
  hash: string;
  addedBy: number;
  addedAt: Date;
  removedAt: Date | null;
};

/** Custody passing between units, both hands recorded: the rows of the control slip (Form 05). */
type DossierHandovers = {
  id: GeneratedAlways<number>;
  dossierId: number;
  fromUnitId: number;
  toUnitId: number;
  handedBy: number | null;
  handedAt: Date;
  takenBy: number | null;
  takenAt: Date | null;
  /** Whether the unit that hands over kept its quota. */
  timeliness: 'early' | 'on-time' | 'late';
  note: Generated<string>;
  /** Never taken: the receiver refused, or the dossier went elsewhere before. The papers stayed with the sender. */
  endedHow: 'refused' | 'recalled' | null;
  /** Which papers go and how many, by their position in the dossier; null for all of them as received. */
  papers: Json | null;
};

/** Letters to the applicant about a running dossier: supplement request, apology, extension, refusal, stop. They print again as they were. */
type DossierLetters = {
  dossierId: number;
  ordinal: number;
  kind: string;
  /** Taken from the book of the agency in the transaction of the deed. */
  number: string;
  issuedAt: Date;
  /** Null: the system, when nobody answered in time. */
  issuedBy: number | null;
  /** What the paper says besides the data of the dossier: reasons, legal basis, dates, lines, who signs. */
  content: Json;
};

/** Dossiers opened out of another under another procedure, with what of its process waits for them. */
type DossierLinks = {
  childId: number;
  parentId: number;
  childNumber: string;
  parentNumber: string;
  /** Element of the process of the parent that asked for it; empty when an officer opened it. */
  node: string;
  /** Token of the parent that waits for it; null when nobody does. */
  token: number | null;
  openedBy: number | null;
  openedAt: Date;
  /** finished: its result is there; else how it was closed. Null while it runs. */
  endedHow: string | null;
  endedAt: Date | null;
};

/** Points a reviewer gave for what no record says, or otherwise than the records where the set allows it, with the reason. */
type DossierMarks = {
  dossierId: number;
  criterion: string;
  points: number;
  reason: string;
  givenBy: number;
  givenAt: Date;
};

/** The chosen dossiers: taken over, or why not. */
type DossierMigrationItems = {
  migrationId: number;
  dossierId: number;
  dueFrom: Date;
  dueTo: Date | null;
  doneAt: Date | null;
  problem: string | null;
};

/** Running dossiers taken to another version of their process, chosen by a person with a reason. */
type DossierMigrations = {
  id: GeneratedAlways<number>;
  procedureId: number;
  definitionId: number;
  /** The version of the procedure whose limit counts from then on; null when the promise stays. */
  limitVersionId: number | null;
  /** Steps that a person matched by hand: from the old node to the new one. */
  mapping: Json;
  reason: string;
  begunBy: number | null;
  begunAt: Date;
  finishedAt: Date | null;
};

/** Notes of officials among themselves; the applicant never sees them. */
type DossierNotes = {
  id: GeneratedAlways<number>;
  dossierId: number;
  text: string;
  unitId: number;
  addedBy: number;
  addedAt: Date;
  removedAt: Date | null;
};

/** Papers taken in at the counter, as listed on the receipt. */
type DossierPapers = {
  dossierId: number;
  position: number;
  name: string;
  kind: 'original' | 'certified-copy' | 'copy' | 'form' | 'electronic';
  copies: number;
  note: Generated<string>;
};

/** Particulars of the applicant and of an authorised person as they stood on the dossier. */
type DossierParties = {
  dossierId: number;
  role: 'applicant' | 'delegate';
  kind: 'citizen' | 'organisation';
  fullName: string;
  /** Identity number, encrypted with a key outside the database; null when none was given. */
  sealedIdNumber: string | null;
  phone: Generated<string>;
  email: Generated<string>;
  address: Generated<string>;
  /** Legal representative of an organisation. */
  representative: Generated<string>;
  /** Paper by which a delegate acts. */
  authority: Generated<string>;
};

/** Times that do not count: the applicant brings what is missing or pays what is owed. */
type DossierPauses = {
  dossierId: number;
  position: number;
  reason: string;
  fromAt: Date;
  toAt: Date | null;
  /** Last day of the pause as it was decided or asked; null when nothing ends it by itself. */
  untilOn: string | null;
};

/** What one person proposes about a dossier and another one decides; accepted, it is carried out in the same transaction. */
type DossierProposals = {
  dossierId: number;
  ordinal: number;
  kind: string;
  /** The step whose handler proposes; null when no step is worked on. */
  position: number | null;
  reasonCode: string;
  reason: Generated<string>;
  legalBasis: Generated<string>;
  /** What exactly: papers and points to supplement, the time asked for, the step to go back to, data as they were and as they ought to be. */
  details: Json;
  /** Null: the applicant asked, with the code of the receipt. */
  proposedBy: number | null;
  proposedAt: Date;
  outcome: 'accepted' | 'rejected' | 'withdrawn' | null;
  decidedBy: number | null;
  decidedAt: Date | null;
  note: Generated<string>;
};

/** Result of the dossier: what was granted, or the written answer that declines with its reason. */
type DossierResults = {
  dossierId: number;
  outcome: 'granted' | 'declined';
  title: string;
  documentNumber: Generated<string>;
  issuedOn: string;
  reason: Generated<string>;
  enteredBy: number;
  enteredAt: Date;
};

/** To whom the result was given and how they acknowledged it. */
type DossierReturns = {
  dossierId: number;
  recipient: string;
  relation: string;
  /** Number of the paper that was shown, encrypted with a key outside the database; null when none was. */
  sealedIdNumber: string | null;
  acknowledgement: 'signed' | 'fingerprint' | 'postal' | 'electronic';
  returnedBy: number | null;
  returnedAt: Date;
  note: Generated<string>;
};

/** Where the tokens of a dossier are in its process. Dossiers from before there were processes have a row from their next step on. */
type DossierRuns = {
  dossierId: number;
  definitionId: number;
  instance: Json;
};

/** The pictures, as they came, that a PDF/A was made of, in order: they are also its preview. */
type DossierScanPages = {
  fileId: number;
  dossierId: number;
  scanId: number;
  page: number;
  resolution: number;
  isColour: boolean;
};

/** What is known of a paper in electronic form: a PDF that came, or one PDF/A made here of page pictures. It follows from the bytes. */
type DossierScans = {
  fileId: number;
  dossierId: number;
  /** Null when they could not be counted. */
  pages: number | null;
  pdfVersion: string;
  /** Part and level of PDF/A that the file says it keeps to, such as 2b; empty when it says nothing. */
  archival: string;
  /** Lowest resolution of its pages in dots per inch (Decree 30/2020/ND-CP, Annex I, Part II: 200 at least); null where it was not measured. */
  resolution: number | null;
  /** Whether every page is in colour; null where it was not measured. */
  isColour: boolean | null;
  /** Made here of the pictures in dossier_scan_pages. */
  isMade: boolean;
};

/** Score of a dossier whose result was returned, or to which a reviewer gave marks before. */
type DossierScores = {
  dossierId: number;
  setId: number;
  /** What the records said when the result was returned: times against quotas, requests to supplement, agencies; null while it runs. */
  measures: Json | null;
  /** Points by the code of their criterion, from records and reviewers. A criterion without data is not in it. */
  points: Json;
  total: Generated<number>;
  /** How many criteria have points. */
  known: Generated<number>;
  /** The unit that received the dossier. */
  unitId: number;
  returnedAt: Date | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** Steps of the procedure version with the unit that carries each out. */
type DossierSteps = {
  id: GeneratedAlways<number>;
  dossierId: number;
  position: number;
  name: string;
  unitId: number;
  role: string;
  quotaMinutes: number;
  state: 'waiting' | 'active' | 'done' | 'cancelled';
  /** handed while the papers are on their way and the unit has not yet confirmed having them. */
  custody: Generated<'held' | 'handed'>;
  /** Who took it or was assigned; null while it waits in the unit's box. */
  officerId: number | null;
  /** The next step returned it for correction. */
  sentBack: Generated<boolean>;
  startedAt: Date | null;
  dueAt: Date | null;
  finishedAt: Date | null;
  /** Working minutes used in earlier visits of this step. */
  usedMinutes: Generated<number>;
  /** The element of the process; empty for steps planned before there were processes. */
  node: Generated<string>;
};

/** Written requests to supplement a dossier (Form 02), and what came in answer, line by line. */
type DossierSupplements = {
  dossierId: number;
  ordinal: number;
  askedAt: Date;
  /** Last day on which the answer counts. */
  answerBy: string;
  /** Papers and points: what is wrong, what to bring, when and to whom it came. */
  lines: Json;
  endedAt: Date | null;
  ended: 'complete' | 'lapsed' | 'given-up' | null;
};

/** Words by which officials find dossiers again; the applicant never sees them. */
type DossierTags = {
  dossierId: number;
  tag: string;
};

/** Timers that should have gone off and could not. The row goes when the timer goes off or is not wanted any more. */
type DossierTimerFailures = {
  dossierId: number;
  token: number;
  node: string;
  problem: string;
  tries: number;
  firstAt: Date;
  lastAt: Date;
  /** When it is tried again; null when the system has given it up and waits for somebody. */
  nextAt: Date | null;
  /** Why a person gave it up; then nobody is told of it any more. */
  givenUpReason: string | null;
};

/** Timers of running processes, in the working time of the unit that receives. They stand still while the dossier is paused. */
type DossierTimers = {
  dossierId: number;
  token: number;
  node: string;
  dueAt: Date;
};

/** Conditions of a way that could not be decided when a dossier passed, and counted as false. */
type DossierUnclearConditions = {
  id: GeneratedAlways<number>;
  dossierId: number;
  flow: string;
  reason: string;
  at: Date;
  settledAt: Date | null;
};

/** Every unit that receives, handles or returns a dossier: who may see it, newest first. */
type DossierUnits = {
  unitId: number;
  receivedAt: Date;
  dossierId: number;
};

/** Which warnings and reminders were given for which date, so that each is given once. */
type DossierWarnings = {
  dossierId: number;
  rule: string;
  dueAt: Date;
  toldAt: Date;
};

/** One row for each step at which a dossier waits: the boxes of officers and units. A copy of dossiers and dossier_steps, compared by the operator's check. */
type DossierWork = {
  dossierId: number;
  number: string;
  sequence: number;
  title: string;
  domain: string;
  applicantName: string;
  receivingUnitId: number;
  receivedAt: Date;
  dueAt: Date;
  phase: string;
  timeliness: string | null;
  /** Unit of the active step. */
  unitId: number;
  stepPosition: number;
  stepName: string;
  stepRole: string;
  stepDueAt: Date | null;
  custody: string;
  sentBack: boolean;
  /** Who handles the active step; null while it waits in the unit's box. */
  officerId: number | null;
  pausedFor: string | null;
  /** Work in a linked dossier, which is counted with the one it was opened out of. */
  linked: Generated<boolean>;
};

/** One submission under one procedure version. The current state is a projection of its history. */
type Dossiers = {
  id: GeneratedAlways<number>;
  number: string;
  /** Short secret on the receipt with which the applicant looks the dossier up. */
  checkCode: string;
  procedureId: number;
  procedureVersionId: number;
  /** Short name of the procedure as of that version, for lists. */
  title: string;
  /** Domain of the procedure as of that version, for filters. */
  domain: string;
  receivingUnitId: number;
  /** Commune where the land, house or person is, when steps of that commune take part in a dossier received elsewhere. */
  localityUnitId: number | null;
  /** Name on the dossier, copied from its party, for lists. */
  applicantName: string;
  applicantId: number | null;
  channel: 'counter' | 'online' | 'postal';
  returnMethod: 'counter' | 'postal' | 'online';
  state: 'received' | 'processing' | 'done' | 'returned' | 'closed';
  /** Last event of its history applied; a page that shows an older one is stale. */
  sequence: number;
  receivedAt: Date;
  receivedBy: number;
  /** Promised instant. Nothing that a form sends can set it. */
  dueAt: Date;
  /** How due_at came about, day by day. */
  dueExplanation: Json;
  /** When the result lay ready at the one-stop; early, on time or late is decided here and never again. */
  finishedAt: Date | null;
  timeliness: 'early' | 'on-time' | 'late' | null;
  returnedAt: Date | null;
  copies: Generated<number>;
  /** Content of the request in the applicant's words. */
  summary: Generated<string>;
  note: Generated<string>;
  /** Number, names and procedure without diacritics, for searching; of the applicant's identity number a token that only the program can make. */
  searchText: string;
  /** Line in the tracking book (Form 06) of the receiving unit for the year, from 1 and without gaps; null for dossiers brought over from older books. */
  bookLine: number | null;
  /** When its personal data were erased after retention ended; numbers and times stay for statistics. */
  disposedAt: Date | null;
  /** Why its clock stands still; null while it runs. */
  pausedFor: string | null;
  /** How it ended without a result: refused, stopped, withdrawn, lapsed. */
  closedHow: string | null;
  closedAt: Date | null;
  /** Its number in the book of paper in which it was received; null when it was received here. */
  paperNumber: string | null;
  /** When it was entered here after it had been received on paper; received_at is then the day of the paper. */
  enteredAt: Date | null;
  /** Since when the applicant wants the dossier back and nobody has answered: state 7 of the national portal. */
  withdrawalAskedAt: Date | null;
  /** The new appointment of the apology (Form 04). Timeliness is still judged by due_at. */
  reappointedAt: Date | null;
  /** The dossier out of which this one was opened (hồ sơ liên thông). It is counted with that one and never by itself. */
  parentId: number | null;
};

/** Books of receipts for fees and charges: a symbol and a range of numbers, used up in order and without gaps. */
type FeeBooks = {
  id: GeneratedAlways<number>;
  unitId: number;
  /** Number of the printed form, as registered with the tax office. */
  form: string;
  symbol: string;
  /** How many digits a number is written with. */
  digits: Generated<number>;
  firstNumber: number;
  lastNumber: number;
  /** Null for books that came with the starter data. */
  openedBy: number | null;
  openedAt: Date;
  closedBy: number | null;
  closedAt: Date | null;
  closingReason: Generated<string>;
  /** Last event of its history applied. */
  sequence: number;
};

/** Reasons for which less is charged or nothing, each with its law and the time it holds. */
type FeeExemptions = {
  id: GeneratedAlways<number>;
  name: string;
  legalBasis: string;
  /** How much of the amount is not charged; 100 means all of it. */
  percent: number;
  /** Whether somebody has compared it with the text of the law. */
  certainty: 'sure' | 'likely';
  note: Generated<string>;
  validFrom: string;
  /** First day on which it no longer holds; null while open. */
  validTo: string | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** The forms that a circular prescribes. A dossier keeps the set that was in force when it was received. */
type FormSets = {
  id: GeneratedAlways<number>;
  /** Short name, which also says whose layouts it began with. */
  code: string;
  legalBasis: string;
  /** First day in force; the last is the day before the next set begins. */
  validFrom: string;
  /** By kind of slip: number of the form, title, symbol behind the number, print template. */
  layouts: Json;
  /** Last event of its history applied. */
  sequence: number;
};

/** Forms already carried out: a repeated submit is sent to the same place and does nothing. */
type FormSubmissions = {
  /** Hidden identifier that the page put into the form. */
  formId: string;
  /** Who submitted; null for the public. */
  accountId: number | null;
  /** Where the person was sent afterwards. */
  location: string;
  /** Server time; rows older than 30 days are swept. */
  submittedAt: Date;
};

/** Payments handed to the payment gateway; what the gateway reports of a code counts once. */
type GatewayOrders = {
  id: GeneratedAlways<number>;
  paymentId: number;
  code: string;
  amount: number;
  /** Where the applicant pays. */
  url: string;
  state: 'waiting' | 'paid' | 'failed';
  reference: Generated<string>;
  startedAt: Date;
  finishedAt: Date | null;
};

/** Browsers whose password was right and whose second step is to come. */
type HalfSignIns = {
  tokenHash: Buffer;
  accountId: number;
  failures: Generated<number>;
  expiresAt: Date;
};

/** What the receiver of papers found missing, damaged or different; the sender answers, the receiver settles. */
type HandoverDiscrepancies = {
  id: GeneratedAlways<number>;
  dossierId: number;
  fromUnitId: number;
  toUnitId: number;
  paper: string;
  kind: 'missing' | 'damaged' | 'different';
  note: string;
  foundBy: number;
  foundAt: Date;
  answer: 'sends-after' | 'corrected' | 'disputed' | null;
  answerNote: Generated<string>;
  answeredBy: number | null;
  answeredAt: Date | null;
  settlement: Generated<string>;
  settledBy: number | null;
  settledAt: Date | null;
};

/** Everything that happened, one row a deed, append-only. A stream is one record of one kind. */
type HistoryEvents = {
  id: GeneratedAlways<number>;
  /** Kind of record: dossier, unit, post, procedure, calendar, account, … */
  stream: string;
  /** Identifier of the record within its kind. */
  streamId: number;
  /** Position in the stream, from 1, without gaps; two writers of one position collide. */
  sequence: number;
  /** What was done, in the past tense of the capability: received, passed-on, … */
  kind: string;
  /** Facts needed to rebuild the record, without personal data where a row can hold it. */
  payload: Json;
  /** Server time at which the verb decided. */
  at: Date;
  /** Login that acted; null for the system itself. */
  accountId: number | null;
  /** Person that acted. */
  officerId: number | null;
  /** Post in whose name the person acted. */
  postId: number | null;
  /** Unit of that post at that time. */
  unitId: number | null;
  /** Request or job in which it happened; joins the log. */
  requestId: string;
  /** Clock of the database when the row was written, a second witness of the time. */
  recordedAt: Generated<Date>;
};

/** What is counted. One that a capability computes has a row once somebody edited what it says of itself, or entered a figure for it. */
type Indicators = {
  id: GeneratedAlways<number>;
  /** Short and lasting; reports and templates name the indicator by it. */
  code: string;
  name: string;
  definition: Generated<string>;
  unitOfMeasure: Generated<string>;
  /** Area of administrative reform it belongs to. */
  area: string;
  kind: 'count' | 'sum' | 'ratio' | 'average' | 'list' | 'yes-no';
  /** Kinds of periods for which it is asked. */
  periods: Json;
  /** Field of work of the unit that answers for it; empty when none does. */
  ownerFunction: Generated<string>;
  /** Where its figures come from, in words. */
  source: Generated<string>;
  /** Code of the period with which it is compared; empty when none is fixed. */
  base: Generated<string>;
  /** How it is counted, for people. */
  method: Generated<string>;
  /** What must hold between its figures and others: sum of parts, at most, ratio of. */
  relations: Json;
  /** Of an entered one: keys with the values it is divided into. */
  breakdowns: Json;
  /** A capability counts it from records. */
  computed: boolean;
  /** First day from which its records are whole; before it a series holds what was entered. */
  since: string | null;
  /** First day on which it is no longer offered; null while it is. */
  retiredOn: string | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** What became of each line. A line is received in the transaction that says so here, so it is received once. */
type IntakeBatchRows = {
  batchId: number;
  line: number;
  outcome: 'waiting' | 'received' | 'refused';
  /** Why it was not received, in the words of the counter. */
  problem: Generated<string>;
  dossierId: number | null;
};

/** Dossiers of one procedure that were received together, each of its own applicant. */
type IntakeBatches = {
  id: GeneratedAlways<number>;
  number: string;
  unitId: number;
  procedureId: number;
  /** Typed into the sheet of the counter, or brought as a workbook. */
  source: 'sheet' | 'workbook';
  /** planned: a workbook was looked at and nothing is received. receiving: line after line, by a job. */
  state: 'planned' | 'receiving' | 'done' | 'withdrawn';
  /** Its dossiers were received on paper before and are entered now. */
  earlier: boolean;
  /** What all lines have in common: papers, fees, ways; nothing of a person. */
  common: Json;
  /** The workbook, or the lines of the sheet that were not received; gone some weeks after the end. */
  fileHash: string | null;
  total: number;
  /** In whose name, and in which post, its lines are received. */
  accountId: number;
  postId: number;
  officerId: number;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  sequence: number;
};

/** Occasions in life by which citizens look for procedures: a birth, a marriage, a house. */
type LifeEvents = {
  code: string;
  title: string;
  description: string;
  /** Order on the page. */
  place: number;
};

/** What is wrong with the log. A smaller or forked tree stops all writing until somebody settles it with a reason; damage that the nightly check finds is shown to everybody and stops nothing. */
type LogAlarms = {
  id: GeneratedAlways<number>;
  kind: 'smaller' | 'forked' | 'damaged';
  sentence: string;
  raisedAt: Date;
  settledAt: Date | null;
  settledReason: string | null;
};

/** What the signer has signed: so many entries with this root. Append-only. */
type LogCheckpoints = {
  size: number;
  root: Buffer;
  /** The signed note (C2SP checkpoint) as it is published. */
  note: string;
  signedAt: Date;
};

/** Signatures of witnesses under signed states of the log (C2SP cosignature/v1). Append-only. */
type LogCosignatures = {
  size: number;
  /** Name of the witness's key. */
  witness: string;
  /** Eight hexadecimal digits by which the signature names the key. */
  keyId: string;
  /** The line as it stands under the published note. */
  line: string;
  /** When the witness says that it signed, in whole seconds. */
  cosignedAt: Date;
};

/** The log: entries in their final order, from 0 without gaps, append-only. */
type LogEntries = {
  index: number;
  eventId: number;
  /** Null once the personal data of the event have been erased; the entry and every proof stay valid. */
  salt: Buffer | null;
  leaf: Buffer;
};

/** Entries written with their event in one transaction that wait for their place in the log, about a second. */
type LogPending = {
  eventId: number;
  /** What keeps the commitments of the leaf from being guessed. Erased together with personal data. */
  salt: Buffer;
  /** The entry as it is published: canonical JSON with salted commitments, no personal data. */
  leaf: Buffer;
};

/** Mail addresses that are sent each day's signed state of the log, so that somebody outside keeps it. */
type LogRecipients = {
  id: GeneratedAlways<number>;
  address: string;
  addedAt: Date;
  /** Entries in the state that was sent last; null before the first letter. */
  sentSize: number | null;
  sentAt: Date | null;
};

/** Hashes of the tree over the log in tiles of up to 256 (C2SP tlog-tiles); follow from log_entries. */
type LogTiles = {
  level: number;
  index: number;
  hashes: Buffer;
};

/** Each check of the whole log against everything it speaks of, and what it found. Append-only. */
type LogVerifications = {
  id: GeneratedAlways<number>;
  startedAt: Date;
  endedAt: Date;
  entries: number;
  findingCount: number;
  /** List of {where, sentence}, the first thousand. */
  findings: Json;
};

/** For throttling by login and by address; swept after 30 days. */
type LoginAttempts = {
  id: GeneratedAlways<number>;
  login: string;
  address: string;
  /** Refused until the password proved right; throttled attempts were not checked and do not count against anybody. */
  outcome: 'refused' | 'succeeded' | 'throttled';
  at: Date;
};

/** Wrong check codes by network address, for throttling of the public look-up; swept after a day. */
type LookupAttempts = {
  id: GeneratedAlways<number>;
  address: string;
  at: Date;
};

/** How notices are sent, from a day on until the next row begins. */
type NoticeSettings = {
  id: GeneratedAlways<number>;
  validFrom: string;
  /** What is tried first with somebody who gave a telephone number alone. */
  phoneChannel: 'sms' | 'zalo';
  /** SMS without diacritics: 160 characters in a part instead of 70. */
  smsPlain: boolean;
  /** Parts that one SMS may have; what is longer is cut. */
  smsParts: number;
  /** Minute of the day in Vietnam from which telephones are left alone, until quiet_until; none when they are equal. */
  quietFrom: number;
  quietUntil: number;
  /** For how long a notice waits for others to the same address. */
  groupMinutes: number;
  /** Minute of the day at which officers get one letter with what was new. */
  digestAt: number;
  /** Last event of its history applied. */
  sequence: number;
};

/** What is written to whom on which channel. Without one in force for a channel nothing goes there. */
type NoticeTemplates = {
  id: GeneratedAlways<number>;
  /** Kind of notice (schema.ts of the capability). */
  code: string;
  channel: 'email' | 'sms' | 'zalo' | 'app';
  subject: Generated<string>;
  /** Facts stand in it in braces, by their Vietnamese names. */
  body: string;
  validFrom: string;
  /** First day on which it no longer holds; null while open. */
  validTo: string | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** What somebody is told on one channel, written in the transaction of the deed that it tells of, and what became of it. */
type Notices = {
  id: GeneratedAlways<number>;
  template: string;
  dossierId: number | null;
  /** The officer who is told; null for the applicant of the dossier. */
  officerId: number | null;
  /** Null when there is no way to reach them. */
  channel: 'email' | 'sms' | 'zalo' | 'app' | null;
  /** Mail address or telephone number; empty in the program itself. */
  address: Generated<string>;
  subject: Generated<string>;
  body: Generated<string>;
  /** retrying: it failed and will be tried again; given-up: only when somebody sends it again. */
  state: 'queued' | 'sent' | 'delivered' | 'retrying' | 'given-up' | 'unreachable';
  attempts: Generated<number>;
  /** The message it goes out with, the same at every attempt; notices to one address may share one. */
  messageKey: string | null;
  /** Under which the provider knows the message. */
  providerId: string | null;
  failure: Generated<string>;
  createdAt: Date;
  /** When it is to go out, or be tried again. */
  dueAt: Date;
  sentAt: Date | null;
  deliveredAt: Date | null;
  /** When the officer saw it in the program. */
  readAt: Date | null;
  /** Names a notice that must not be made twice, when a job that makes it may run twice. */
  once: string | null;
  /** Last event of its history applied: each time that somebody had it sent again. */
  sequence: Generated<number>;
};

/** Figures that somebody entered because a source states them. */
type Observations = {
  id: GeneratedAlways<number>;
  indicatorId: number;
  unitId: number;
  periodKind: 'instant' | 'month' | 'quarter' | 'half-year' | 'year' | 'range';
  periodFrom: string;
  periodTo: string;
  /** Which part of a breakdown, as key=value; empty for the whole. */
  part: Generated<string>;
  /** Count or sum; of a ratio the share (0.984 for 98,4 %); 1 or 0 for yes or no; of a list its length. Null when the source gives no number. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** What a list names, one a line. */
  content: Generated<string>;
  /** The document that states it, when it is in the register. */
  documentId: number | null;
  /** The source in words. */
  sourceTitle: Generated<string>;
  /** Where in the source: a line, a page, a section. */
  place: Generated<string>;
  /** approximate: the source says "more than", "about"; doubtful: it contradicts itself or others. */
  certainty: 'certain' | 'approximate' | 'doubtful';
  note: Generated<string>;
  /** Entered by mistake; kept for its history, counted nowhere. */
  withdrawn: Generated<boolean>;
  /** Officer; null for what the installation came with. */
  enteredBy: number | null;
  enteredAt: Date;
  /** Last event of its history applied. */
  sequence: number;
};

/** Which unit's one-stop receives which procedure, through which channels: counter, online-partial, online-full, postal. */
type Offerings = {
  id: GeneratedAlways<number>;
  procedureId: number;
  unitId: number;
  channels: string[];
  validFrom: string;
  validTo: string | null;
};

/** Persons who hold or held posts: officials, civil servants, employees. */
type Officers = {
  id: GeneratedAlways<number>;
  fullName: string;
  /** Name without diacritics in lower case, for searching. */
  foldedName: string;
  phone: Generated<string>;
  email: Generated<string>;
  note: Generated<string>;
  /** Last event of its history applied. */
  sequence: number;
};

/** What was bad when it was last looked at, one row a cause, so that the operator is told once and again when it is good. */
type OperationAlarms = {
  cause: string;
  sentence: string;
  since: Date;
  endedAt: Date | null;
  /** Whether a letter was sent for this time it is bad; one a cause and day at most. */
  isTold: boolean;
  /** When the last letter for this cause was sent. */
  toldAt: Date | null;
};

/** Grows with every change of units; a process that cached the tree compares the largest id. */
type OrganisationRevisions = {
  id: GeneratedAlways<number>;
  changedAt: Generated<Date>;
};

/** WebAuthn credentials of officers; the private halves never leave their devices. */
type Passkeys = {
  id: GeneratedAlways<number>;
  accountId: number;
  name: string;
  credentialId: string;
  publicKey: Buffer;
  /** Count of the authenticator at its last use; one that goes back is a copy and is refused. */
  signCount: number;
  transports: string[];
  createdAt: Date;
  usedAt: Date | null;
};

/** Bank accounts to which fees of a unit are transferred; at most one open for each unit. */
type PaymentAccounts = {
  id: GeneratedAlways<number>;
  unitId: number;
  /** Number of the bank in the national switch (NAPAS), six digits. */
  bankBin: string;
  bankName: string;
  accountNumber: string;
  accountName: string;
  openedBy: number | null;
  openedAt: Date;
  closedBy: number | null;
  closedAt: Date | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** Money that came in: in cash, by transfer, through a payment gateway, or straight to the State Treasury (then without a receipt of ours). */
type PaymentCollections = {
  id: GeneratedAlways<number>;
  paymentId: number;
  unitId: number;
  method: 'cash' | 'transfer' | 'gateway' | 'treasury';
  amount: number;
  bookId: number | null;
  /** Number of the receipt in its book; a voided one keeps it. */
  number: number | null;
  /** Who paid, as the receipt says. */
  payer: Generated<string>;
  /** Number of the bank's or the Treasury's transaction. */
  reference: Generated<string>;
  paidOn: string;
  /** Null when the gateway reported it. */
  collectedBy: number | null;
  collectedAt: Date;
  voidedBy: number | null;
  voidedAt: Date | null;
  voidReason: 'payer' | 'amount' | 'method' | 'misprint' | 'not-paid' | 'other' | null;
  voidNote: Generated<string>;
};

/** Lines of a payment: what for, how it was reckoned, and why less than the full amount is charged. */
type PaymentLines = {
  paymentId: number;
  position: number;
  name: string;
  kind: 'fee' | 'charge' | 'tax' | 'other';
  explanation: Generated<string>;
  fullAmount: number;
  amount: number;
  exemptionId: number | null;
  /** Reason in words: of the list, or typed. */
  exemption: Generated<string>;
};

/** Money given back: proposed by one person, approved by another, then paid out by a slip of its own. */
type PaymentRefunds = {
  id: GeneratedAlways<number>;
  paymentId: number;
  collectionId: number;
  unitId: number;
  amount: number;
  reason: 'overcharged' | 'exempt' | 'withdrawn' | 'refused' | 'twice' | 'other';
  note: Generated<string>;
  state: 'proposed' | 'approved' | 'declined' | 'paid';
  proposedBy: number;
  proposedAt: Date;
  decidedBy: number | null;
  decidedAt: Date | null;
  decisionNote: Generated<string>;
  /** Number of the slip, by unit and year, without gaps; taken with the approval. */
  number: string | null;
  method: 'cash' | 'transfer' | null;
  reference: Generated<string>;
  recipient: Generated<string>;
  paidBy: number | null;
  paidAt: Date | null;
};

/** What is asked for a dossier at one time: at reception, by a step of its process, or later at the counter. */
type Payments = {
  id: GeneratedAlways<number>;
  dossierId: number;
  /** Unit whose counter collects it. */
  unitId: number;
  origin: 'reception' | 'process' | 'counter';
  /** Element of the process that waits for it, with its token; null when nothing waits. */
  node: string | null;
  token: number | null;
  /** nothing: all of it is exempt, so nobody pays. */
  state: 'open' | 'paid' | 'nothing' | 'cancelled';
  total: number;
  note: Generated<string>;
  askedBy: number | null;
  askedAt: Date;
  /** When it was first paid or found to be nothing; the process went on then. */
  settledAt: Date | null;
  cancelledAt: Date | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** Every read of personal data by an official, written in the transaction of the reading query; those of one official, record and manner within a quarter of an hour are one row. */
type PersonalReads = {
  /** Whose data: of a dossier, of somebody the counter found again, of a slip. */
  subject: 'dossier' | 'applicant' | 'slip';
  subjectId: number;
  /** Beginning of the quarter of an hour in which the reads of this row were made. */
  quarter: Date;
  officerId: number;
  postId: number;
  manner:
    | 'opened'
    | 'revealed'
    | 'file-opened'
    | 'printed'
    | 'found-by-number'
    | 'listed'
    | 'exported'
    | 'vault-seen'
    | 'vault-reused';
  /** Reason of a revealing, file that was opened, slip that was printed. */
  detail: Generated<string>;
  /** Unit of the acting post at that time. */
  unitId: number;
  firstAt: Date;
  lastAt: Date;
  /** How often between first_at and last_at. */
  times: Generated<number>;
};

/** Who held which post when, one person at a time. Ending a holding takes the rights away at once. */
type PostHoldings = {
  id: GeneratedAlways<number>;
  postId: number;
  officerId: number;
  validFrom: Date;
  validTo: Date | null;
  /** Number of the deciding document. */
  decision: Generated<string>;
};

/** How far the events of the post have been read. */
type PostalCursor = {
  onlyRow: Generated<boolean>;
  lastId: string;
  readAt: Date;
};

/** Everything that the post has said of an order. */
type PostalEvents = {
  id: GeneratedAlways<number>;
  orderId: number;
  /** By which the post knows the event: the same one read a second time changes nothing. */
  providerEvent: string;
  code: string;
  label: string;
  place: Generated<string>;
  note: Generated<string>;
  at: Date;
  receivedAt: Date;
};

/** Parcels of a dossier handed to the post: papers from the applicant, results to them. */
type PostalOrders = {
  id: GeneratedAlways<number>;
  /** By which the post knows the order: the number of the dossier, with a suffix from the second order on. */
  number: string;
  dossierId: number;
  unitId: number;
  direction: 'to-applicant' | 'from-applicant';
  /** First, second, … order of the dossier in this direction. */
  attempt: number;
  state: 'created' | 'accepted' | 'in-transit' | 'delivered' | 'failed' | 'returned' | 'cancelled';
  /** When the post says that it came into this state. */
  stateAt: Date;
  senderName: string;
  senderPhone: string;
  senderAddress: string;
  senderDistrict: string;
  senderProvince: string;
  receiverName: string;
  receiverPhone: string;
  receiverAddress: string;
  receiverDistrict: string;
  receiverProvince: string;
  /** What is inside, as the label says. */
  content: string;
  note: Generated<string>;
  /** What the receiver pays on delivery, in dong. */
  codAmount: Generated<number>;
  /** What the post charges, in dong; null while it has not said. */
  cost: number | null;
  trackingCode: string | null;
  /** When the service of the post took the order; null where it is handed over by hand alone. */
  registeredAt: Date | null;
  /** Why the service of the post did not take it. */
  problem: Generated<string>;
  acceptedAt: Date | null;
  deliveredAt: Date | null;
  failedAt: Date | null;
  failure: Generated<string>;
  createdBy: number;
  createdAt: Date;
  /** Last event of its history applied. */
  sequence: number;
};

/** What the codes of the post mean here. The post changes them without asking, so they are data. */
type PostalStatuses = {
  id: GeneratedAlways<number>;
  code: string;
  /** In the words of the post. */
  label: string;
  /** What becomes of an order with it; null: only shown. */
  state: 'accepted' | 'in-transit' | 'delivered' | 'failed' | 'returned' | 'cancelled' | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** Job positions in a unit. Rights belong to the post and so to whoever holds it now. */
type Posts = {
  id: GeneratedAlways<number>;
  unitId: number;
  title: string;
  /** What the post may do: one-stop, specialist, unit-leader, chairman, records-clerk, home-affairs, it-administrator, inspector. */
  roles: string[];
  validFrom: Date;
  validTo: Date | null;
  /** Last event of its history applied; holdings and substitutions are part of that history. */
  sequence: number;
};

/** Grows with every published change of the catalogue, for caches and the search index. */
type ProcedureRevisions = {
  id: GeneratedAlways<number>;
  changedAt: Generated<Date>;
};

/** A procedure as decided for a period; a dossier keeps the version it was received under. */
type ProcedureVersions = {
  id: GeneratedAlways<number>;
  procedureId: number;
  number: number;
  state: 'draft' | 'published' | 'discarded';
  /** First day on which it holds; in a draft, the day it is prepared for. */
  validFrom: string | null;
  /** First day on which it no longer holds; null while open. */
  validTo: string | null;
  /** Name, papers, steps, time limit, fees, results, legal basis: the schema of the procedures capability. */
  content: Json;
  /** Number of the decision that announced it (Decree 63/2010/ND-CP, Art. 13). */
  decision: Generated<string>;
  /** Day of that decision; null when not known. */
  decisionDate: string | null;
  /** Number of the decision that repealed it; empty while it was only replaced or holds. */
  endDecision: Generated<string>;
  /** Counts edits of a draft, so that two editors do not overwrite each other. */
  revision: Generated<number>;
  publishedAt: Date | null;
};

/** Identity of an administrative procedure across its versions. */
type Procedures = {
  id: GeneratedAlways<number>;
  /** Stable name in citizens' addresses. */
  slug: string;
  /** National code (1.001193); null while not verified. */
  code: string | null;
  /** Last event of its history applied. */
  sequence: Generated<number>;
};

/** Processes as the engine runs them. A row never changes and is found again by what it holds, so that a dossier stays on what it began with. */
type ProcessDefinitions = {
  id: GeneratedAlways<number>;
  /** SHA-256 of the definition with its names in order. */
  hash: string;
  definition: Json;
};

/** How often a timer of a process has gone off, to find those that never do. */
type ProcessTimerCounts = {
  definitionId: number;
  node: string;
  fired: number;
  lastAt: Date;
};

/** How a procedure is carried out in a period. Dossiers stay on the definition they began with. */
type ProcessVersions = {
  id: GeneratedAlways<number>;
  procedureId: number;
  number: number;
  state: 'draft' | 'published' | 'discarded';
  /** First day on which it holds; in a draft, the day it is prepared for. */
  validFrom: string | null;
  /** First day on which it no longer holds; null while open. */
  validTo: string | null;
  /** The process as the engine runs it; of a draft, as far as it is. */
  definition: Json;
  /** Where its elements are drawn in the file it came from; null when it is laid out anew. */
  diagram: Json | null;
  /** The imported file as it came, in the store of files; null when there was none. */
  sourceHash: string | null;
  /** What that file was called. */
  sourceName: Generated<string>;
  /** What dossiers begin on; null before publication. */
  definitionId: number | null;
  /** Number of the decision that approved it (Decree 61/2018/ND-CP); empty while not known. */
  decision: Generated<string>;
  /** Day of that decision; null when not known. */
  decisionDate: string | null;
  /** Counts edits of a draft, so that two editors do not overwrite each other. */
  revision: Generated<number>;
  publishedAt: Date | null;
};

/** A procedure that has, or had, a process of its own; without one its steps are done in a row. */
type Processes = {
  procedureId: number;
  /** Last event of its history applied. */
  sequence: Generated<number>;
};

/** Codes on paper for whoever has lost the telephone; each opens once. */
type RecoveryCodes = {
  id: GeneratedAlways<number>;
  accountId: number;
  /** HMAC of the code with a key outside the database. */
  codeIndex: Buffer;
  usedAt: Date | null;
};

/** What was explained in writing of something the checker found and that was not corrected. */
type ReportAnswers = {
  reportId: number;
  issue: number;
  /** Hash of the rule and the words found. */
  finding: string;
  text: string;
  answeredBy: number | null;
  answeredAt: Date;
};

/** Results of the checker of reports that somebody kept. */
type ReportChecks = {
  id: GeneratedAlways<number>;
  /** How the file was called. */
  name: string;
  /** Who kept it; nobody else sees it. */
  officerId: number;
  checkedAt: Date;
  /** Of the file; null where it has none. */
  pages: number | null;
  /** Lines of the text that was read. */
  lineCount: number;
  /** How many figures were understood. */
  figures: number;
  /** How many documents are named. */
  citations: number;
  /** In the order of the text: rule, severity, lines, quote, message, suggestion. */
  findings: Json;
};

/** What officers say to each other about a section. */
type ReportComments = {
  reportId: number;
  number: number;
  sectionKey: string;
  text: string;
  writtenBy: number | null;
  writtenAt: Date;
};

/** Files made when figures were frozen and when the report was issued; the bytes are in the store under their hash. */
type ReportFiles = {
  reportId: number;
  issue: number;
  stage: 'frozen' | 'issued';
  /** json: the whole report with its figures, what was asked, and the records behind them. */
  format: 'json' | 'docx' | 'pdf' | 'xlsx';
  hash: string;
  size: number;
  madeAt: Date;
};

/** What one unit writes of a report: a section, or its own part of a section that is collected from several. */
type ReportParts = {
  reportId: number;
  /** Counts the parts of the report from 1. */
  number: number;
  /** Key of the section in the template. */
  sectionKey: string;
  unitId: number;
  isCollected: boolean;
  dueOn: string;
  state: 'asked' | 'submitted' | 'returned' | 'accepted';
  /** body: instead of the drafted text or null; writings: by place for writing; explanations: of figures, by their key. */
  texts: Json;
  /** Counts what was done to it, so that two writers do not overwrite each other. */
  version: number;
  /** What is to be changed, while it is returned. */
  returnReason: Generated<string>;
  submittedBy: number | null;
  submittedAt: Date | null;
};

/** What a template was in one version. Reports keep the version they were begun with. */
type ReportTemplateVersions = {
  id: GeneratedAlways<number>;
  templateId: number;
  number: number;
  state: 'draft' | 'published' | 'retired' | 'discarded';
  /** What asks for such reports; empty while a draft does not say it. */
  legalBasis: string;
  /** First day on which that holds; null while not known. */
  validFrom: string | null;
  /** Last day on which that holds; null while it does. */
  validUntil: string | null;
  /** Frame and sections in their order, with texts in the language of templates. */
  content: Json;
  /** Counts edits of a draft, so that two editors do not overwrite each other. */
  revision: number;
  publishedAt: Date | null;
};

/** A kind of report that is written again and again (Decree 09/2019/NĐ-CP). The cached fold of its history. */
type ReportTemplates = {
  id: GeneratedAlways<number>;
  /** Short lasting name, which files of templates carry from one installation to another. */
  code: string;
  name: string;
  kind: 'ten-year' | 'year' | 'half-year' | 'quarter' | 'thematic';
  /** Last event of its history applied. */
  sequence: number;
};

/** A report of a unit for a period by a version of a template. The cached fold of its history. */
type Reports = {
  id: GeneratedAlways<number>;
  templateVersionId: number;
  unitId: number;
  /** Code of the period: 2020, 2020-Q1, 2011-01-01..2020-12-31. */
  period: string;
  /** Code of the period it is compared with; null for none. */
  comparison: string | null;
  title: string;
  dueOn: string;
  /** The report whose texts were taken over as suggestions. */
  copiedFrom: number | null;
  state: 'drafting' | 'assembled' | 'frozen' | 'issued' | 'withdrawn' | 'deleted';
  /** 1, and one more each time figures were opened again after they had been frozen. */
  issue: number;
  madeBy: number | null;
  madeAt: Date;
  assembledBy: number | null;
  assembledAt: Date | null;
  frozenBy: number | null;
  frozenAt: Date | null;
  /** Number and symbol it was issued with: 15/BC-UBND. */
  number: string | null;
  issuedOn: string | null;
  signer: string | null;
  signerTitle: string | null;
  /** Why it was taken apart, opened again, withdrawn or deleted last. */
  reason: Generated<string>;
  /** Last event of its history applied. */
  sequence: number;
};

/** Last number taken from the register of results of a unit in a year; taken in the transaction that uses it, so without gaps. */
type ResultBooks = {
  unitId: number;
  year: number;
  last: number;
};

/** Corrections, revocations and cancellations of results: proposed by one, answered by another. */
type ResultChanges = {
  id: GeneratedAlways<number>;
  resultId: number;
  kind: 'correction' | 'revocation' | 'cancellation';
  /** Number of the written decision, and decided_on its day. */
  decisionNumber: string;
  decidedOn: string;
  reason: string;
  /** For a correction the fields with their new values. */
  changes: Json;
  proposedBy: number;
  proposedAt: Date;
  outcome: 'approved' | 'rejected' | null;
  answeredBy: number | null;
  answeredAt: Date | null;
  answer: Generated<string>;
};

/** When somebody with number and code of the dossier took the electronic result. */
type ResultDownloads = {
  id: GeneratedAlways<number>;
  resultId: number;
  dossierId: number;
  at: Date;
};

/** Results of dossiers as records: register, what, for whom, how long, and whether it still holds. Also a refusal in writing is one. */
type Results = {
  id: GeneratedAlways<number>;
  /** Unit that issued it, in whose register for the year it stands under book_number. */
  unitId: number;
  year: number;
  bookNumber: number;
  dossierId: number;
  kind: 'licence' | 'certificate' | 'confirmation' | 'extract' | 'decision' | 'refusal' | 'other';
  title: string;
  documentNumber: Generated<string>;
  issuedOn: string;
  signer: Generated<string>;
  validFrom: string;
  validTo: string | null;
  /** Whom it was issued to, in the words of the dossier. */
  holder: string;
  fileName: string | null;
  mediaType: string | null;
  size: number | null;
  hash: string | null;
  /** What its QR code and its address for everybody hold; says nothing about the record. */
  verifyCode: string;
  /** Numbers, title and holder without diacritics, for searching. */
  searchText: string;
  /** issued: as it was; revoked: taken back from a day on; cancelled: as if it had never been. By decision of two people. */
  standing: Generated<'issued' | 'revoked' | 'cancelled'>;
  /** Day of the decision that revoked or cancelled it. */
  endedOn: string | null;
  /** Last event of its history applied. */
  sequence: number;
  /** Null when a process issued it by itself. */
  enteredBy: number | null;
  enteredAt: Date;
  disposedAt: Date | null;
};

/** Records that may not be disposed of although their time is over: a complaint, a lawsuit, an inspection. */
type RetentionHolds = {
  id: GeneratedAlways<number>;
  kind: 'dossier' | 'slip';
  recordId: number;
  reason: string;
  /** Number of the paper that asks for it. */
  document: Generated<string>;
  placedBy: number;
  placedAt: Date;
  liftedBy: number | null;
  liftedAt: Date | null;
  liftReason: Generated<string>;
};

/** How long records are kept: of one procedure, of one domain, or of all the others. The narrower rule goes before the wider. */
type RetentionRules = {
  id: GeneratedAlways<number>;
  kind: 'dossier' | 'slip';
  procedureId: number | null;
  domain: string | null;
  /** Whole years from the day the record ended; null means for ever. */
  years: number | null;
  legalBasis: string;
  /** Nothing is disposed of by a rule that is only likely: somebody compares it with the text of the law first. */
  certainty: 'sure' | 'likely';
  note: Generated<string>;
  validFrom: string;
  /** First day on which it no longer holds; null while open. */
  validTo: string | null;
  /** Last event of its history applied. */
  sequence: number;
};

/** Processes of the application that were seen lately; each writes its own row twice a minute. */
type RunningProcesses = {
  /** Host, number of the process and its start: no two processes share it. */
  id: string;
  host: string;
  role: 'web' | 'worker' | 'all';
  version: string;
  node: string;
  startedAt: Date;
  seenAt: Date;
  memoryBytes: number;
  /** How late it got to its work, 99th percentile of the last minute. */
  eventLoopDelayMs: number;
  connectionsUsed: number;
  connectionsWaitedFor: number;
  /** Clock of the application less clock of the database. */
  clockDifferenceMs: number;
  /** Settings that matter for what is looked after, ages of keys, the certificate; see app/operations/schema.ts. */
  facts: Json;
};

type SchemaMigrations = {
  name: string;
  hash: string;
  appliedAt: Generated<Date>;
};

/** Migrations that stop programs of earlier releases; one that runs and does not know such a name lets nobody in any more. */
type SchemaStops = {
  name: string;
};

/** Criteria by which the handling of a dossier is scored (Decree 61/2018, Article 31), and what totals are called. */
type ScoringSets = {
  id: GeneratedAlways<number>;
  legalBasis: string;
  /** First day in force for dossiers received then; the last is the day before the next set begins. */
  validFrom: string;
  /** In their order: code, name, what 2, 1 and 0 points stand for, how it is read from records if it is, whether a reviewer may say otherwise. */
  criteria: Json;
  /** Fewest points and name of each band, highest first. */
  bands: Json;
  /** Last event of its history applied. */
  sequence: number;
};

/** Groups of phrases that mean the same to the search of procedures: words of the people and words of the law. */
type SearchSynonyms = {
  id: GeneratedAlways<number>;
  phrases: string[];
};

/** One row: which roles work only with a second step of signing in. In force at the next request. */
type SecondFactorPolicies = {
  id: number;
  requiredRoles: string[];
  sequence: number;
};

/** Signed-in browsers. The cookie holds a random token; only its hash is stored. */
type Sessions = {
  id: GeneratedAlways<number>;
  tokenHash: Buffer;
  accountId: number;
  /** Post in whose name the person works now, among those they hold. */
  postId: number | null;
  createdAt: Date;
  /** Last use, exact to a few minutes; a session unused for twelve hours is over. */
  seenAt: Date;
  /** End whatever the use: seven days after signing in. */
  expiresAt: Date;
  address: Generated<string>;
  userAgent: Generated<string>;
};

/** Guide slips (Form 02) and refusal slips (Form 03) given out without receiving a dossier. */
type Slips = {
  id: GeneratedAlways<number>;
  number: string;
  kind: 'guide' | 'refusal';
  unitId: number;
  procedureVersionId: number;
  content: Json;
  issuedBy: number;
  issuedAt: Date;
  /** Identity number of whom the slip was given to, encrypted with a key outside the database; the rest stands in the content. */
  sealedIdNumber: string | null;
  /** When its personal data were erased after retention ended. */
  disposedAt: Date | null;
};

/** Statements of the application that took long, by day in Vietnam, without their values; swept after 30 days. */
type SlowStatements = {
  day: string;
  /** Hash of the text; lists of parameters of different lengths count as one. */
  fingerprint: string;
  statement: string;
  runs: number;
  longestMs: number;
  totalMs: number;
  lastAt: Date;
};

/** Holidays, compensatory days, swaps and local closures; a unit's own day wins over the general one. */
type SpecialDays = {
  id: GeneratedAlways<number>;
  /** Null for everybody; else the unit and its descendants. */
  unitId: number | null;
  date: string;
  kind: 'holiday' | 'compensatory-off' | 'swap-off' | 'swap-work' | 'closure';
  name: string;
  /** Document that announces the day. */
  legalNotice: string;
  /** Document that decided to declare a day already past; empty otherwise. */
  decision: Generated<string>;
  /** Working hours of that day where they differ (a working Saturday, a half-day closure). */
  shifts: Json | null;
  /** The other half of a swap: the Saturday worked for a day off, and the other way round. */
  partnerDate: string | null;
  /** likely: expected, its document has not been seen. */
  certainty: Generated<'sure' | 'likely'>;
  /** Set when it was declared by mistake; it then no longer counts. */
  withdrawnAt: Date | null;
  withdrawalReason: Generated<string>;
};

/** A person acts in a post while its holder is absent, one person at a time; deeds are recorded under the substitute. */
type Substitutions = {
  id: GeneratedAlways<number>;
  postId: number;
  substituteId: number;
  validFrom: Date;
  validTo: Date;
  reason: string;
};

/** The cash of one officer at one counter on one day: what should be there, what was counted, and who else confirmed it. */
type Tills = {
  id: GeneratedAlways<number>;
  unitId: number;
  officerId: number;
  day: string;
  state: 'counted' | 'closed' | 'reopened';
  /** Cash collected less cash given back; below zero when more was given back. */
  expected: number;
  counted: number;
  explanation: Generated<string>;
  countedAt: Date;
  decidedBy: number | null;
  decidedAt: Date | null;
  decisionNote: Generated<string>;
  /** Last event of its history applied. */
  sequence: number;
};

/** Secrets of authenticator apps (RFC 6238), confirmed by a code before they count. One for each account. */
type TotpSecrets = {
  accountId: number;
  /** Encrypted with a key outside the database. */
  sealedSecret: string;
  /** The last time step whose code was taken: each code counts once. */
  lastStep: number;
  /** Wrong codes in a row; at a hundred the app no longer opens the account (NIST SP 800-63B, 3.2.2). */
  failures: Generated<number>;
  confirmedAt: Date;
};

/** Requests that failed in a way nobody foresaw; swept after 30 days. The words of the error are in the log only. */
type UnexpectedFailures = {
  id: GeneratedAlways<number>;
  at: Date;
  requestId: string;
  method: string;
  /** Pattern of the address, never the address. */
  route: string;
  /** Kind of the error and its code, such as error 23505; never its words. */
  kind: string;
  /** Where in the program; empty when unknown. */
  place: string;
};

/** Decisions about the organisation. A prepared act changes nothing until it is put in force; then it counts from its date. */
type UnitActs = {
  id: GeneratedAlways<number>;
  code: string;
  kind: 'create' | 'rename' | 'move' | 'merge' | 'split' | 'abolish';
  title: string;
  effectiveOn: string;
  /** Number and symbol of the deciding document; empty only while it is not known (likely). */
  documentNumber: string;
  documentIssuedOn: string | null;
  documentIssuer: string;
  /** The single changes: create, rename, move, merge, split, abolish, with units by code. */
  changes: Json;
  state: 'prepared' | 'in-force' | 'withdrawn';
  /** Whether the document is known exactly (sure) or needs checking against the gazette (likely). */
  certainty: Generated<'sure' | 'likely'>;
  note: Generated<string>;
  /** When it was put in force or withdrawn in this system; orders acts of one effective date. */
  decidedAt: Date | null;
};

/** Public keys of agencies, in the period in which each signs. The private keys lie in the signer's folder, never here. */
type UnitKeys = {
  id: GeneratedAlways<number>;
  /** Agency identifier as it stands in numbers of dossiers: 000.17.22.H08. */
  agencyId: string;
  /** What the agency was called when the key was made. */
  agencyName: string;
  /** Ed25519, 32 bytes. */
  publicKey: Buffer;
  validFrom: Date;
  /** Null while the key is in use. A receipt of a later reception is not believed when this key signed it. */
  validTo: Date | null;
};

/** Which unit takes over the work of a unit that ended, from when, by which act. Both tables are the replay of the acts in force. */
type UnitSuccessions = {
  predecessorId: number;
  successorId: number;
  actId: number;
  effectiveOn: string;
};

/** What a unit was in a period [valid_from, valid_to); periods of one unit never overlap. */
type UnitVersions = {
  id: GeneratedAlways<number>;
  unitId: number;
  validFrom: string;
  /** First day on which it no longer holds; null while open. */
  validTo: string | null;
  name: string;
  shortName: string;
  kind: 'people-committee' | 'department' | 'one-stop' | 'service-unit' | 'school' | 'sector-agency';
  level: 'province' | 'district' | 'commune';
  parentId: number | null;
  /** Fields of work a process step can ask for: justice, finance-planning, one-stop, … A commune office of 2025 has several. */
  functions: Generated<string[]>;
  /** Code of the administrative division (General Statistics Office) that a People's Committee governs or a sector agency serves. */
  administrativeCode: string | null;
  /** Agency identifier of QCVN 102:2016/BTTTT, for example 000.17.22.H08. */
  agencyId: string | null;
  /** Agency identifier of Decision 20/2020/QD-TTg, for example H08.22.17. */
  agencyIdNew: string | null;
  /** Act by which this version began. */
  actId: number;
};

/** Identity of an agency or unit for its whole life; what it was called and where it stood is in unit_versions. */
type Units = {
  id: GeneratedAlways<number>;
  /** Stable code in URLs and starter data, for example xa-an-hoa. */
  code: string;
  /** Where people find it now. Corrected without an act; what it was before is in the history of the unit. */
  address: Generated<string>;
  /** Telephone now, corrected like the address. */
  phone: Generated<string>;
};

/** WebAuthn challenges that were answered, until they run out by themselves: each is answered once. */
type UsedChallenges = {
  challenge: string;
  expiresAt: Date;
};

/** Papers of a person in electronic form that stay true, kept with consent and offered again at the next reception (Decree 107/2021/ND-CP). */
type VaultItems = {
  id: GeneratedAlways<number>;
  applicantId: number;
  /** What kind of paper it is: its name without diacritics. Papers that a procedure asks for are matched by it. */
  paperClass: string;
  name: string;
  documentNumber: Generated<string>;
  issuedOn: string | null;
  issuedBy: Generated<string>;
  /** Last day on which it is true; null without one. After it nobody is offered the paper. */
  validTo: string | null;
  fileName: string;
  mediaType: string;
  size: number;
  /** Null when it was taken away: then nothing is left but that there was something. */
  hash: string | null;
  pages: number | null;
  /** Part and level of PDF/A, as in dossier_scans. */
  archival: Generated<string>;
  purpose: 'papers' | 'result';
  /** Who consented to its being kept (Law 91/2025/QH15). */
  consent: 'applicant' | 'delegate';
  /** Dossier with which it came. */
  keptFrom: number;
  keptBy: number;
  keptAt: Date;
  /** Why it was taken away: the person asked, a newer one takes its place, it was wrong. */
  removal: 'asked' | 'replaced' | 'wrong' | null;
  removedBy: number | null;
  removedAt: Date | null;
};

/** Dossiers into which a kept paper was taken instead of being handed in again. */
type VaultUses = {
  itemId: number;
  dossierId: number;
  paperPosition: number;
  usedBy: number;
  usedAt: Date;
};

/** Working hours by weekday for a unit and its descendants, or for everybody (unit null). */
type WorkingWeeks = {
  id: GeneratedAlways<number>;
  unitId: number | null;
  validFrom: string;
  validTo: string | null;
  /** Seven lists (Sunday first) of {from,to} in minutes of the local day. */
  shifts: Json;
  /** How many working minutes the law's one working day is. */
  minutesPerWorkingDay: Generated<number>;
  /** Document that sets the hours. */
  legalNotice: string;
  /** Document that decided to apply them from a past date; empty otherwise. */
  decision: Generated<string>;
  /** Set when others took its place from its first day; it then never counted. */
  withdrawnAt: Date | null;
};

export type DB = {
  accountRecoveries: AccountRecoveries;
  accounts: Accounts;
  actReasons: ActReasons;
  applicants: Applicants;
  backupRuns: BackupRuns;
  calendarChanges: CalendarChanges;
  calendarRevisions: CalendarRevisions;
  clockRules: ClockRules;
  consultations: Consultations;
  courierListItems: CourierListItems;
  courierLists: CourierLists;
  diskSamples: DiskSamples;
  disposalItems: DisposalItems;
  disposals: Disposals;
  documents: Documents;
  dossierAnswers: DossierAnswers;
  dossierCounters: DossierCounters;
  dossierDueMoves: DossierDueMoves;
  dossierFees: DossierFees;
  dossierFiles: DossierFiles;
  dossierHandovers: DossierHandovers;
  dossierLetters: DossierLetters;
  dossierLinks: DossierLinks;
  dossierMarks: DossierMarks;
  dossierMigrationItems: DossierMigrationItems;
  dossierMigrations: DossierMigrations;
  dossierNotes: DossierNotes;
  dossierPapers: DossierPapers;
  dossierParties: DossierParties;
  dossierPauses: DossierPauses;
  dossierProposals: DossierProposals;
  dossierResults: DossierResults;
  dossierReturns: DossierReturns;
  dossierRuns: DossierRuns;
  dossierScanPages: DossierScanPages;
  dossierScans: DossierScans;
  dossierScores: DossierScores;
  dossierSteps: DossierSteps;
  dossierSupplements: DossierSupplements;
  dossierTags: DossierTags;
  dossierTimerFailures: DossierTimerFailures;
  dossierTimers: DossierTimers;
  dossierUnclearConditions: DossierUnclearConditions;
  dossierUnits: DossierUnits;
  dossierWarnings: DossierWarnings;
  dossierWork: DossierWork;
  dossiers: Dossiers;
  feeBooks: FeeBooks;
  feeExemptions: FeeExemptions;
  formSets: FormSets;
  formSubmissions: FormSubmissions;
  gatewayOrders: GatewayOrders;
  halfSignIns: HalfSignIns;
  handoverDiscrepancies: HandoverDiscrepancies;
  historyEvents: HistoryEvents;
  indicators: Indicators;
  intakeBatchRows: IntakeBatchRows;
  intakeBatches: IntakeBatches;
  lifeEvents: LifeEvents;
  logAlarms: LogAlarms;
  logCheckpoints: LogCheckpoints;
  logCosignatures: LogCosignatures;
  logEntries: LogEntries;
  logPending: LogPending;
  logRecipients: LogRecipients;
  logTiles: LogTiles;
  logVerifications: LogVerifications;
  loginAttempts: LoginAttempts;
  lookupAttempts: LookupAttempts;
  noticeSettings: NoticeSettings;
  noticeTemplates: NoticeTemplates;
  notices: Notices;
  observations: Observations;
  offerings: Offerings;
  officers: Officers;
  operationAlarms: OperationAlarms;
  organisationRevisions: OrganisationRevisions;
  passkeys: Passkeys;
  paymentAccounts: PaymentAccounts;
  paymentCollections: PaymentCollections;
  paymentLines: PaymentLines;
  paymentRefunds: PaymentRefunds;
  payments: Payments;
  personalReads: PersonalReads;
  postHoldings: PostHoldings;
  postalCursor: PostalCursor;
  postalEvents: PostalEvents;
  postalOrders: PostalOrders;
  postalStatuses: PostalStatuses;
  posts: Posts;
  procedureRevisions: ProcedureRevisions;
  procedureVersions: ProcedureVersions;
  procedures: Procedures;
  processDefinitions: ProcessDefinitions;
  processTimerCounts: ProcessTimerCounts;
  processVersions: ProcessVersions;
  processes: Processes;
  recoveryCodes: RecoveryCodes;
  reportAnswers: ReportAnswers;
  reportChecks: ReportChecks;
  reportComments: ReportComments;
  reportFiles: ReportFiles;
  reportParts: ReportParts;
  reportTemplateVersions: ReportTemplateVersions;
  reportTemplates: ReportTemplates;
  reports: Reports;
  resultBooks: ResultBooks;
  resultChanges: ResultChanges;
  resultDownloads: ResultDownloads;
  results: Results;
  retentionHolds: RetentionHolds;
  retentionRules: RetentionRules;
  runningProcesses: RunningProcesses;
  schemaMigrations: SchemaMigrations;
  schemaStops: SchemaStops;
  scoringSets: ScoringSets;
  searchSynonyms: SearchSynonyms;
  secondFactorPolicies: SecondFactorPolicies;
  sessions: Sessions;
  slips: Slips;
  slowStatements: SlowStatements;
  specialDays: SpecialDays;
  substitutions: Substitutions;
  tills: Tills;
  totpSecrets: TotpSecrets;
  unexpectedFailures: UnexpectedFailures;
  unitActs: UnitActs;
  unitKeys: UnitKeys;
  unitSuccessions: UnitSuccessions;
  unitVersions: UnitVersions;
  units: Units;
  usedChallenges: UsedChallenges;
  vaultItems: VaultItems;
  vaultUses: VaultUses;
  workingWeeks: WorkingWeeks;
};
