/** The tree that the library makes of an expression, as far as the check looks at it. */
import { parseExpression } from 'feelin';
import type { Variables } from './variables.ts';

export type SyntaxNode = ReturnType<typeof parseExpression>['topNode'];

/** The root of the expression, or null when it cannot be read. Names with blanks are read with their declarations. */
export function parse(text: string, variables: Variables): SyntaxNode | null {
  if (text.trim() === '') return null;
  const tree = parseExpression(text, variables, undefined);
  let broken = false;
  tree.iterate({
    enter: ({ type }) => {
      broken ||= type.isError;
    },
  });
  return broken ? null : tree.topNode;
}

/** Parts that mean something: without brackets, operators, words between and comments. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => /^[A-Z]|^null$/.test(name) && !/Op$|Comment$/.test(name));
}

/** The operator or word between the parts: `>=`, `in`, `between`. */
export function operatorOf(node: SyntaxNode, text: string): string {
  const found = childrenOf(node).find(({ name }) => /Op$|^in$|^between$/.test(name));
  return found === undefined ? '' : textOf(found, text);
}

export function textOf(node: SyntaxNode, text: string): string {
  return text.slice(node.from, node.to);
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
