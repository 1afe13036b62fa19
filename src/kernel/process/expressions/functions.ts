/** Functions that conditions may use: those of FEEL that need neither clock nor context (DMN 1.5, 10.3.4). */
import type { ListType, ScalarType } from './variables.ts';

type Parameter = ScalarType | 'list' | 'number-list';

export type FunctionType = {
  readonly parameters: readonly Parameter[];
  readonly result: ScalarType;
};

export const FUNCTIONS: { readonly [name: string]: FunctionType } = {
  not: { parameters: ['boolean'], result: 'boolean' },
  abs: { parameters: ['number'], result: 'number' },
  floor: { parameters: ['number'], result: 'number' },
  ceiling: { parameters: ['number'], result: 'number' },
  contains: { parameters: ['string', 'string'], result: 'boolean' },
  'starts with': { parameters: ['string', 'string'], result: 'boolean' },
  'ends with': { parameters: ['string', 'string'], result: 'boolean' },
  'string length': { parameters: ['string'], result: 'number' },
  'upper case': { parameters: ['string'], result: 'string' },
  'lower case': { parameters: ['string'], result: 'string' },
  count: { parameters: ['list'], result: 'number' },
  sum: { parameters: ['number-list'], result: 'number' },
  min: { parameters: ['number-list'], result: 'number' },
  max: { parameters: ['number-list'], result: 'number' },
};

/** Whether a value of this type can be given for the parameter. */
export function suits(parameter: Parameter, type: ScalarType | ListType): boolean {
  if (parameter === 'list') return typeof type !== 'string';
  if (parameter === 'number-list') return typeof type !== 'string' && type.list === 'number';
  return type === parameter;
}
