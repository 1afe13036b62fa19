import type { Variables } from '#kernel/process/expressions/variables.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';

/** A definition with the number under which it is kept. */
export type KeptProcess = { readonly id: number; readonly definition: ProcessDefinition };

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
    },
  },
  fees: { context: { total: 'number', open: 'number' } },
  result: { context: { outcome: 'string' } },
  choice: 'string',
  choices: { list: 'string' },
} as const satisfies Variables;
