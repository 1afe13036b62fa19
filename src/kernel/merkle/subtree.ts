/** Where hashes stand in a tree: the ranges of leaves that a proof needs, and the complete subtrees they are made of. */

/** The leaves from `start` up to, not including, `end`. */
export type LeafRange = { readonly start: number; readonly end: number };

/** Root of the complete subtree over the leaves `index · 2^level` to `(index + 1) · 2^level`. */
export type TreeNode = { readonly level: number; readonly index: number };

/** The complete subtrees of a range of an RFC 6962 tree, largest first. */
export function nodesIn({ start, end }: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at));
    // log2 of a number just under a large power of two may round up to that power.
    const exact = 2 ** level > end - at ? level - 1 : level;
    nodes.push({ level: exact, index: at / 2 ** exact });
    at += 2 ** exact;
  }
  return nodes;
}
