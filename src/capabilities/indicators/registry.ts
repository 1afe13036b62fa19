import type { IndicatorDeclaration } from '#foundation/figures/schema.ts';
import { dossierIndicators } from '#capabilities/dossiers/indicators.ts';

/** What the capabilities compute, in the order of the catalogue. */
export const DECLARED: readonly IndicatorDeclaration[] = [...dossierIndicators];

const BY_CODE = new Map(DECLARED.map((declaration) => [declaration.code, declaration]));
if (BY_CODE.size !== DECLARED.length) throw new Error('Two indicators have one code');

export function declarationOf(code: string): IndicatorDeclaration | null {
  return BY_CODE.get(code) ?? null;
}
