import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TreeList, type TreeNode } from '#web/ui/tree-list.tsx';
import type { Tone } from '#web/ui/tone.ts';
import type { ComparedUnit, Comparison, Difference } from './comparison.ts';

const BEFORE_TAGS = { ended: ['late', 'Kết thúc'], changed: ['soon', 'Thay đổi'] } as const;
const AFTER_TAGS = { new: ['fine', 'Mới'], changed: ['soon', 'Thay đổi'] } as const;

type Tags = Partial<Record<Difference, readonly [Tone, string]>>;

/** The part of the tree that an act touches, right before it and from it on. */
export function ComparisonPanel({
  comparison,
  effectiveOn,
}: Readonly<{ comparison: Comparison; effectiveOn: LocalDate }>) {
  const day = formatDate(effectiveOn);
  return (
    <>
      {comparison.before.length > 0 ? (
        <Panel title={`Trước ngày ${day}`}>
          <TreeList
            label={`Tổ chức trước ngày ${day}`}
            nodes={nodesBelow(comparison.before, BEFORE_TAGS, null)}
          />
        </Panel>
      ) : null}
      <Panel title={`Từ ngày ${day}`}>
        <TreeList label={`Tổ chức từ ngày ${day}`} nodes={nodesBelow(comparison.after, AFTER_TAGS, null)} />
      </Panel>
    </>
  );
}

function nodesBelow(units: readonly ComparedUnit[], tags: Tags, parent: string | null): readonly TreeNode[] {
  return units
    .filter(({ unit }) => unit.parent === parent)
    .map(({ unit, difference }) => {
      const [tone, text] = tags[difference] ?? [];
      return {
        key: unit.code,
        title: unit.name,
        fact: tone && text ? <StateTag tone={tone} text={text} /> : null,
        children: nodesBelow(units, tags, unit.code),
      };
    });
}
