import type { FigureReference, Node, TableRows, TableSpecification } from './nodes.ts';

/** What a text names that must exist, each with the line on which it stands. */
export type Named = { readonly line: number; readonly name: string };

export type References = {
  readonly indicators: readonly Named[];
  readonly units: readonly Named[];
  readonly documents: readonly Named[];
};

/** Everything named in a text, also under conditions, in its order. */
export function referencesIn(nodes: readonly Node[]): References {
  const indicators: Named[] = [];
  const units: Named[] = [];
  const documents: Named[] = [];
  const take = (line: number, { code, unitCode }: FigureReference) => {
    indicators.push({ line, name: code });
    if (unitCode !== null) units.push({ line, name: unitCode });
  };
  for (const node of flat(nodes)) {
    if (node.kind === 'figure') {
      take(node.line, node.reference);
      const parts = node.form.kind === 'parts' ? node.form.codes : [];
      indicators.push(...parts.map((name) => ({ line: node.line, name })));
    }
    if (node.kind === 'condition') take(node.line, node.test.reference);
    if (node.kind === 'documents')
      documents.push(...node.documents.map((name) => ({ line: node.line, name })));
    if (node.kind === 'table' || node.kind === 'chart') {
      indicators.push(...codesIn(node.table).map((name) => ({ line: node.line, name })));
    }
  }
  return { indicators, units, documents };
}

/** Places where people write, by the names that their texts are kept under. */
export function writingPlacesIn(
  nodes: readonly Node[],
): readonly { readonly name: string; readonly prompt: string }[] {
  return flat(nodes)
    .filter((node) => node.kind === 'writing')
    .map(({ name, prompt }) => ({ name, prompt }));
}

/** All nodes, conditions before what stands in them. */
export function flat(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) =>
    node.kind === 'condition' ? [node, ...flat(node.then), ...flat(node.otherwise ?? [])] : [node],
  );
}

function codesIn({ rows, columns }: TableSpecification): readonly string[] {
  return [...rowCodes(rows), ...columns.flatMap((column) => (column.kind === 'code' ? [column.code] : []))];
}

function rowCodes(rows: TableRows): readonly string[] {
  return rows.kind === 'indicators' ? rows.codes : [];
}
