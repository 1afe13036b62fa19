import type { IndicatorDeclaration } from '#foundation/figures/schema.ts';
import { dossierIndicators } from '#capabilities/dossiers/indicators.ts';
import { feeIndicators } from '#capabilities/fees/indicators.ts';
import { postIndicators } from '#capabilities/post/indicators.ts';
import { procedureIndicators } from '#capabilities/procedures/indicators.ts';
import { resultIndicators } from '#capabilities/results/indicators.ts';

/** What the capabilities compute, in the order of the catalogue. A new capability adds its line here. */
export const DECLARED: readonly IndicatorDeclaration[] = [
  ...dossierIndicators,
  ...procedureIndicators,
  ...postIndicators,
  ...resultIndicators,
  ...feeIndicators,
];

const BY_CODE = new Map(DECLARED.map((declaration) => [declaration.code, declaration]));
if (BY_CODE.size !== DECLARED.length) throw new Error('Two indicators have one code');

export function declarationOf(code: string): IndicatorDeclaration | null {
  return BY_CODE.get(code) ?? null;
}
