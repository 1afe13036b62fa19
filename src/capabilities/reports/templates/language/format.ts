import { testWords, WORDS } from './mark.ts';
import type { Node } from './nodes.ts';
import { figureWords } from './reference.ts';
import { tableWords } from './table.ts';

/** The text of nodes, every placeholder in its one usual writing. `parseText` reads the same nodes from it. */
export function formatText(nodes: readonly Node[]): string {
  return nodes.map(formatNode).join('');
}

function formatNode(node: Node): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'word':
      return marked(Object.entries(WORDS).find(([, word]) => word === node.word)?.[0] ?? '');
    case 'figure':
      return marked(figureWords(node.reference, node.form));
    case 'documents':
      return marked(`văn bản: ${node.documents.join('; ')}`);
    case 'note':
      return marked(`chú thích: ${node.text}`);
    case 'writing':
      return marked(`viết: ${node.prompt}`);
    case 'table':
      return marked(`bảng: ${tableWords(node.table)}`);
    case 'chart':
      return marked(`biểu đồ: ${tableWords(node.table)}`);
    case 'condition': {
      const otherwise = node.otherwise === null ? '' : `[[nếu không]]${formatText(node.otherwise)}`;
      return `${marked(testWords(node.test))}${formatText(node.then)}${otherwise}[[hết]]`;
    }
  }
}

function marked(content: string): string {
  return `[[${content}]]`;
}
