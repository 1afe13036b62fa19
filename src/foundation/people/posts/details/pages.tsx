import { Button } from '#web/ui/button.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/timeline.tsx';
import { endSubstitutionPath, officerPath, postPath, releasePath, substitutePath } from '../../paths.ts';
import { periodWords, PHASE_LABELS, phaseOf, roleWords } from '../../words.ts';
import type { PostDetails } from './service.ts';

type PostPageProps = Readonly<{
  details: PostDetails;
  unitName: string;
  history: readonly TimelineEntry[];
  now: Date;
}>;

/** A post: what it may do, who holds it, who acts in it, everything that happened to it. */
export function PostPage(props: PostPageProps) {
  return (
    <Columns
      side={
        <Panel title="Diễn biến">
          <Timeline entries={props.history} label="Diễn biến của vị trí" />
        </Panel>
      }
    >
      <PostFacts {...props} />
      <Holders {...props} />
      <Substitutes {...props} />
    </Columns>
  );
}

function PostFacts({ details, unitName }: PostPageProps) {
  const { post } = details;
  return (
    <SummaryList
      rows={[
        { key: 'Đơn vị', value: unitName },
        { key: 'Vai trò trong hệ thống', value: roleWords(post.roles) },
        { key: 'Thời gian', value: periodWords(post) },
      ]}
    />
  );
}

function Holders({ details, now }: PostPageProps) {
  const { post, holdings, mayChange } = details;
  const isVacant = !holdings.some((holding) => phaseOf(holding, now) === 'now');
  const appoint =
    mayChange && phaseOf(post, now) !== 'past' ? (
      <Link href={`${postPath(post.id)}/appoint`}>Giao người giữ</Link>
    ) : null;
  return (
    <Panel title="Người giữ vị trí" aside={isVacant ? <StateTag tone="soon" text="Đang khuyết" /> : null}>
      {holdings.length === 0 ? (
        <EmptyState title="Chưa có ai giữ vị trí này" action={appoint} />
      ) : (
        <>
          <DefinitionTable
            caption="Người giữ vị trí"
            head={['Họ và tên', 'Thời gian', 'Quyết định', 'Trạng thái']}
            rows={holdings.map((holding) => [
              <Link href={officerPath(holding.officerId)}>{holding.officerName}</Link>,
              periodWords(holding),
              holding.decision,
              <>
                {PHASE_LABELS[phaseOf(holding, now)]}{' '}
                {mayChange && holding.validTo === null ? (
                  <Link href={releasePath(holding.id)} about={holding.officerName}>
                    Cho thôi giữ
                  </Link>
                ) : null}
              </>,
            ])}
          />
          {appoint}
        </>
      )}
    </Panel>
  );
}

function Substitutes({ details, now }: PostPageProps) {
  const { post, substitutions, maySubstitute } = details;
  const appoint =
    maySubstitute && phaseOf(post, now) !== 'past' ? (
      <Link href={substitutePath(post.id)}>Cử người làm thay</Link>
    ) : null;
  if (substitutions.length === 0) {
    return (
      <Panel title="Làm thay khi vắng mặt">
        <EmptyState
          title="Chưa cử ai làm thay"
          text="Khi người giữ vị trí vắng mặt, người được cử làm thay xử lý công việc dưới tên của mình."
          action={appoint}
        />
      </Panel>
    );
  }
  return (
    <Panel title="Làm thay khi vắng mặt">
      <DefinitionTable
        caption="Người làm thay"
        head={['Họ và tên', 'Thời gian', 'Lý do', 'Trạng thái']}
        rows={substitutions.map((substitution) => [
          substitution.substituteName,
          periodWords(substitution),
          substitution.reason,
          <>
            {SUBSTITUTION_WORDS[phaseOf(substitution, now)]}{' '}
            {maySubstitute && phaseOf(substitution, now) !== 'past' ? (
              <Link href={endSubstitutionPath(substitution.id)} about={substitution.substituteName}>
                Kết thúc
              </Link>
            ) : null}
          </>,
        ])}
      />
      {appoint}
    </Panel>
  );
}

const SUBSTITUTION_WORDS = { past: 'Đã kết thúc', now: 'Đang làm thay', future: 'Chưa bắt đầu' } as const;

/** Buttons beside the title of a post's page. */
export function PostActions({ details, now }: Readonly<{ details: PostDetails; now: Date }>) {
  const { post, mayChange } = details;
  if (!mayChange || phaseOf(post, now) === 'past') return null;
  return (
    <>
      <Button href={`${postPath(post.id)}/edit`} variant="secondary">
        Sửa vị trí
      </Button>
      {post.validTo === null ? (
        <Button href={`${postPath(post.id)}/end`} variant="secondary">
          Kết thúc vị trí
        </Button>
      ) : null}
    </>
  );
}
