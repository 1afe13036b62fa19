import type { ComponentChildren } from 'preact';

/** One thing in a tree and what stands below it. */
export type TreeNode = Readonly<{
  key: string;
  title: ComponentChildren;
  /** A short fact at the right: a code, a state. */
  fact?: ComponentChildren;
  /** A quieter line below the title. */
  note?: ComponentChildren;
  children: readonly TreeNode[];
}>;

/** Things below each other as nested lists; depth is heard from the nesting and seen from the lines. */
export function TreeList({ nodes, label }: Readonly<{ nodes: readonly TreeNode[]; label: string }>) {
  return (
    <ul class="mc-tree" aria-label={label}>
      {nodes.map((node) => (
        <TreeBranch key={node.key} node={node} />
      ))}
    </ul>
  );
}

function TreeBranch({ node }: Readonly<{ node: TreeNode }>) {
  return (
    <li>
      <div class="mc-tree__line">
        <div>
          {node.title}
          {node.note ? <small class="mc-note">{node.note}</small> : null}
        </div>
        {node.fact ? <span class="mc-tree__fact">{node.fact}</span> : null}
      </div>
      {node.children.length > 0 ? (
        <ul>
          {node.children.map((child) => (
            <TreeBranch key={child.key} node={child} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
