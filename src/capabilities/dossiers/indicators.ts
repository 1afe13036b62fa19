import type { IndicatorDeclaration } from '#foundation/figures/schema.ts';

/** What is counted of dossiers. */
export const dossierIndicators: readonly IndicatorDeclaration[] = [];
