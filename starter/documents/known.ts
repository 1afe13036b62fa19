import type { KnownDocument } from '#kernel/report/schema.ts';
import { knownOf } from '#capabilities/documents/rules.ts';
import { STARTER_DOCUMENTS } from './all.ts';

/** What the register of a new installation knows, for the checker where no database is at hand. */
export const starterKnownDocuments: readonly KnownDocument[] = STARTER_DOCUMENTS.map(knownOf);
