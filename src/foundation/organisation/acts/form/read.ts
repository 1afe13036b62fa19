import { type FormValues, rowsOf, valueOf, valuesOf } from '#web/http/form-values.ts';
import { readDocument } from '../document/read.ts';

/** The fields of the form of an act as the schema parses them. */
export function readActForm(values: FormValues): unknown {
  const text = (name: string) => valueOf(values, name);
  const orNull = (name: string) => text(name) || null;
  return {
    kind: text('kind'),
    ...readDocument(values),
    unit: text('unit'),
    name: text('name'),
    shortName: text('shortName') || text('name'),
    unitKind: text('unitKind'),
    level: text('level'),
    parent: text('parent'),
    functions: valuesOf(values, 'functions'),
    administrativeCode: orNull('administrativeCode'),
    agencyId: orNull('agencyId'),
    agencyIdNew: orNull('agencyIdNew'),
    from: [...new Set(valuesOf(values, 'from'))],
    into: text('into'),
    keeps: text('keeps') === 'yes',
    parts: rowsOf(values, 'parts')
      .filter((part) => part['name'])
      .map((part) => ({ name: part['name'], shortName: part['shortName'] || part['name'] })),
    successors: [...new Set(valuesOf(values, 'successors'))],
    withoutSuccessor: text('withoutSuccessor'),
  };
}
