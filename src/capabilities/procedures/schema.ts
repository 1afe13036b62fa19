/** Public words of the catalogue of procedures: versions, offerings, addresses. The content itself is in content.ts. */
import type { Role } from '#foundation/access/roles.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { CHANNEL_LABELS, LEVEL_LABELS, ONLINE_LEVEL_LABELS, STATE_LABELS } from './labels.ts';
import type { ProcedureContent } from './content.ts';

export type {
  ProcedureContent,
  StepPlace,
  Paper,
  ProcedureStep,
  Fee,
  LegalReference,
  FormField,
} from './content.ts';

export type ProcedureLevel = keyof typeof LEVEL_LABELS;
export type OnlineLevel = keyof typeof ONLINE_LEVEL_LABELS;
export type VersionState = keyof typeof STATE_LABELS;
export type Channel = keyof typeof CHANNEL_LABELS;

/** A procedure through all its versions. `code` is null while the national code is not verified. */
export type Procedure = {
  readonly id: number;
  readonly slug: string;
  readonly code: string | null;
};

/** A procedure as decided for the period [validFrom, validTo). A published version never changes but for its end. */
export type ProcedureVersion = {
  readonly id: number;
  readonly procedureId: number;
  readonly slug: string;
  readonly code: string | null;
  readonly number: number;
  readonly state: VersionState;
  /** Of a draft: the day it is prepared for, or null. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly content: ProcedureContent;
  readonly decision: string;
  readonly decisionDate: LocalDate | null;
  readonly endDecision: string;
  /** Counts the edits of a draft. */
  readonly revision: number;
  readonly publishedAt: Date | null;
};

/** A version that citizens can rely on: published, with a beginning. */
export type PublishedVersion = ProcedureVersion & {
  readonly state: 'published';
  readonly validFrom: LocalDate;
};

/** Which counter receives a procedure in the period [validFrom, validTo), and how. */
export type Offering = {
  readonly id: number;
  readonly procedureId: number;
  readonly unitId: number;
  readonly channels: readonly Channel[];
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
};

/** An offering with the version of the procedure in force. */
export type OfferedProcedure = Offering & { readonly version: PublishedVersion };

export type LifeEvent = {
  readonly code: string;
  readonly title: string;
  readonly description: string;
};

/** Roles that can carry out a step of a dossier. The others run the system, not dossiers. */
export const STEP_ROLES = [
  'one-stop',
  'specialist',
  'unit-leader',
  'chairman',
  'records-clerk',
] as const satisfies readonly Role[];

export const procedurePaths = {
  list: '/procedures',
  new: '/procedures/new',
  import: '/procedures/import',
  importPlan: (hash: string) => `/procedures/import/${hash}`,
  export: '/procedures/export',
  coverage: '/procedures/coverage',
  searchJson: '/procedures/search.json',
  one: (slug: string) => `/procedures/${slug}`,
  offerings: (slug: string) => `/procedures/${slug}/offerings`,
  end: (slug: string) => `/procedures/${slug}/end`,
  drafts: (slug: string) => `/procedures/${slug}/drafts`,
  version: (slug: string, number: number) => `/procedures/${slug}/versions/${number}`,
  section: (slug: string, number: number, section: string) =>
    `/procedures/${slug}/versions/${number}/edit/${section}`,
  publish: (slug: string, number: number) => `/procedures/${slug}/versions/${number}/publish`,
  discard: (slug: string, number: number) => `/procedures/${slug}/versions/${number}/discard`,
  publicList: '/thu-tuc',
  publicOne: (slug: string) => `/thu-tuc/${slug}`,
  posting: (slug: string) => `/thu-tuc/${slug}/niem-yet.pdf`,
  qrCode: (slug: string) => `/thu-tuc/${slug}/ma-qr.svg`,
  lifeEvent: (code: string) => `/thu-tuc/viec/${code}`,
} as const;
