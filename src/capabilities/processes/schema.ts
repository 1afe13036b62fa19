/** Public words of processes: their versions, addresses, and the facts that conditions may ask about. */
import type { Diagram } from '#kernel/bpmn/diagram.ts';
import type { Labels } from '#kernel/labels.ts';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Variables } from '#kernel/process/expressions/variables.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';

/** A definition with the number under which it is kept. */
export type KeptProcess = { readonly id: number; readonly definition: ProcessDefinition };

export type ProcessState = 'draft' | 'published' | 'discarded';

export const PROCESS_STATE_LABELS = {
  draft: 'Bản dự thảo',
  published: 'Đã công bố',
  discarded: 'Đã bỏ',
} as const satisfies Labels<ProcessState>;

/** How a procedure is carried out in the period [validFrom, validTo). A published version never changes but for its end. */
export type ProcessVersion = {
  readonly id: number;
  readonly procedureId: number;
  readonly number: number;
  readonly state: ProcessState;
  /** Of a draft: the day it is prepared for, or null. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly definition: ProcessDefinition;
  /** The drawing of the file it came from; null when it is laid out anew. */
  readonly diagram: Diagram | null;
  readonly sourceHash: string | null;
  readonly sourceName: string;
  /** What dossiers begin on; null before publication. */
  readonly definitionId: number | null;
  readonly decision: string;
  readonly decisionDate: LocalDate | null;
  /** Counts the edits of a draft. */
  readonly revision: number;
  readonly publishedAt: Date | null;
};

/** A version that dossiers can begin on. */
export type PublishedProcess = ProcessVersion & {
  readonly state: 'published';
  readonly validFrom: LocalDate;
  readonly definitionId: number;
};

/** A part of a row of a draft. */
type RowPlace = {
  readonly slug: string;
  readonly number: number;
  readonly row: string;
  readonly part?: string;
};

const one = (slug: string) => `/processes/${slug}`;
const version = (slug: string, number: number) => `${one(slug)}/versions/${number}`;

export const processPaths = {
  list: '/processes',
  one,
  variables: (slug: string) => `${one(slug)}/variables`,
  /** Running dossiers on older versions; whoever knows dossiers shows them. */
  running: (slug: string) => `${one(slug)}/running`,
  drafts: (slug: string) => `${one(slug)}/drafts`,
  version,
  /** Where one row stands in the table of a version. */
  rowOf: (slug: string, number: number, row: string) => `${version(slug, number)}#${rowAnchor(row)}`,
  general: (slug: string, number: number) => `${version(slug, number)}/general`,
  rows: (slug: string, number: number) => `${version(slug, number)}/rows`,
  row: ({ slug, number, row, part = 'step' }: RowPlace) =>
    `${version(slug, number)}/rows/${encodeURIComponent(row)}/${part}`,
  draw: (slug: string, number: number) => `${version(slug, number)}/draw`,
  import: (slug: string, number: number) => `${version(slug, number)}/import`,
  importPlan: (slug: string, number: number, hash: string) => `${version(slug, number)}/import/${hash}`,
  export: (slug: string, number: number) => `${version(slug, number)}/bpmn`,
  publish: (slug: string, number: number) => `${version(slug, number)}/publish`,
  discard: (slug: string, number: number) => `${version(slug, number)}/discard`,
} as const;

/** Id of a row on the page of its table. */
export function rowAnchor(row: string): string {
  return `row-${row}`;
}

/**
 * What the conditions of every process may ask about: the dossier as received, its fees, its result, and what the officer
 * chose on finishing the step (the names of flows).
 */
export const COMMON_VARIABLES = {
  dossier: {
    context: {
      channel: 'string',
      returnMethod: 'string',
      applicantKind: 'string',
      copies: 'number',
      locality: 'string',
      receivedLevel: 'string',
    },
  },
  fees: { context: { total: 'number', open: 'number' } },
  result: { context: { outcome: 'string' } },
  choice: 'string',
  choices: { list: 'string' },
} as const satisfies Variables;
