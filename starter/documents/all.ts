import type { DocumentInput } from '#capabilities/documents/schema.ts';
import { FROM_ABOVE } from './above.ts';
import { OF_THE_DISTRICT } from './district.ts';
import { REPORT } from './report.ts';
import { inputOf } from './shape.ts';

/** Every numbered document that the report cites, and the report itself. */
export const STARTER_DOCUMENTS: readonly DocumentInput[] = [
  ...[...FROM_ABOVE, ...OF_THE_DISTRICT].map(inputOf),
  REPORT,
];
