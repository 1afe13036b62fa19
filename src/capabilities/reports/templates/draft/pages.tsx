import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type TreeNode, TreeList } from '#web/ui/tree-list.tsx';
import type { Section } from '../../schema.ts';
import { numbersOf } from '../numbering.ts';
import { validityWords } from '../one/pages.tsx';
import { ownersOf } from '../outline.ts';
import { ownerWords } from '../owner.ts';
import { nameOf, type TemplateProblem } from '../publication/problems.ts';
import { templatePaths } from '../schema.ts';
import type { OpenVersion } from '../service.ts';

type View = OpenVersion & {
  readonly problems: readonly TemplateProblem[];
  /** It is a draft and whoever looks may change it. */
  readonly isOpen: boolean;
};

/** One version: its outline, what stands around it, and what is still wrong with it. */
export function VersionContent({ view }: { readonly view: View }) {
  const { version, isOpen } = view;
  const { sections } = version.content;
  return (
    <Columns side={<VersionSide view={view} />}>
      {isOpen && view.problems.length > 0 ? <Problems view={view} /> : null}
      <Panel
        title="Các mục"
        aside={isOpen ? <Link href={templatePaths.newSection(version.id)}>Thêm mục</Link> : null}
      >
        {sections.length === 0 ? (
          <p class="govuk-body">Chưa có mục nào.</p>
        ) : (
          <TreeList label="Các mục của mẫu" nodes={treeOf(view, sections)} />
        )}
      </Panel>
    </Columns>
  );
}

function Problems({ view: { problems, version } }: { readonly view: View }) {
  return (
    <Banner kind="warning" title={`Còn ${problems.length} điều phải sửa trước khi ban hành`}>
      <ProblemLines problems={problems} versionId={version.id} />
    </Banner>
  );
}

type LinesProps = { readonly problems: readonly TemplateProblem[]; readonly versionId: number };

/** Each problem with a link to its section. */
export function ProblemLines({ problems, versionId }: LinesProps) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {problems.map(({ key, heading, line, message }) => (
        <li key={`${key}|${line}|${message}`}>
          {key === null ? null : (
            <>
              <Link href={templatePaths.section(versionId, key)}>{heading}</Link>
              {line === null ? ': ' : `, dòng ${line}: `}
            </>
          )}
          {message}
        </li>
      ))}
    </ul>
  );
}

function VersionSide({ view: { version, isOpen } }: { readonly view: View }) {
  const { frame } = version.content;
  const general = isOpen ? [{ href: templatePaths.general(version.id), text: 'Sửa' }] : [];
  return (
    <Panel title="Chung">
      <SummaryList
        rows={[
          { key: 'Căn cứ pháp lý', value: version.legalBasis || 'Chưa ghi', actions: general },
          { key: 'Hiệu lực', value: validityWords(version) },
          { key: 'Trích yếu', value: `${frame.typeName}: ${frame.title}` },
          { key: 'Nơi nhận', value: frame.recipients.join('; ') },
          { key: 'Ký', value: [...frame.authority, frame.signerTitle].join(', ') },
        ]}
      />
    </Panel>
  );
}

function treeOf(view: View, sections: readonly Section[]): readonly TreeNode[] {
  const numbers = numbersOf(sections);
  const owners = ownersOf(sections);
  const lines = sections.map((section, index) => ({
    level: section.level,
    node: {
      key: section.key,
      title: (
        <Link href={templatePaths.section(view.version.id, section.key)}>
          {nameOf(section, numbers[index] ?? '')}
        </Link>
      ),
      fact: ownerFact(owners.get(section.key) ?? null),
      note: section.isCollected ? 'Từng xã viết phần của mình' : undefined,
    },
  }));
  return nested(lines);
}

function ownerFact(owner: Section['owner']): string {
  return owner === null ? 'Nơi lập báo cáo' : ownerWords(owner);
}

type Line = { readonly level: number; readonly node: Omit<TreeNode, 'children'> };

function nested(lines: readonly Line[]): readonly TreeNode[] {
  const [first] = lines;
  if (!first) return [];
  const next = lines.findIndex(({ level }, index) => index > 0 && level <= first.level);
  const end = next === -1 ? lines.length : next;
  return [{ ...first.node, children: nested(lines.slice(1, end)) }, ...nested(lines.slice(end))];
}

type FormView = {
  readonly versionId: number;
  readonly revision: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** Everything of a draft but its sections. */
export function GeneralContent({ view }: { readonly view: FormView }) {
  const { versionId, revision, field, problem, formId } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      <Form
        action={templatePaths.general(versionId)}
        formId={formId}
        hidden={[{ name: 'revision', value: revision }]}
        guard
      >
        <TextField {...field('name')} label="Tên mẫu báo cáo" width="full" />
        <TextField {...field('legalBasis')} label="Căn cứ pháp lý" width="full" required={false} />
        <FieldGrid>
          <DateField {...field('validFrom')} label="Có hiệu lực từ ngày" required={false} />
          <DateField {...field('validUntil')} label="Hết hiệu lực sau ngày" required={false} />
        </FieldGrid>
        <TextField {...field('typeName')} label="Tên loại văn bản" width="medium" />
        <TextField
          {...field('title')}
          label="Trích yếu"
          hint="Ghi [[kỳ]] ở chỗ của kỳ báo cáo, [[đơn vị]] ở chỗ của đơn vị"
          width="full"
        />
        <TextArea {...field('recipients')} label="Nơi nhận" hint="Mỗi dòng một nơi" required={false} />
        <TextArea
          {...field('authority')}
          label="Thẩm quyền ký"
          hint="Ví dụ: TM. ỦY BAN NHÂN DÂN; mỗi dòng một ý"
          rows={2}
          required={false}
        />
        <TextField {...field('signerTitle')} label="Chức vụ người ký" width="medium" required={false} />
        <ButtonGroup>
          <Button>Lưu</Button>
          <Button variant="link" href={templatePaths.version(versionId)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

type PublishView = LinesProps & {
  readonly revision: number;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** What stands in the way of publishing, or the word of whoever publishes. */
export function PublishContent({ view }: { readonly view: PublishView }) {
  const { versionId, problems, revision, problem, formId } = view;
  return (
    <>
      <ProblemSummary problem={problem} title="Chưa ban hành được" />
      {problems.length > 0 ? (
        <Banner kind="error" title={`Còn ${problems.length} điều phải sửa trước khi ban hành`}>
          <ProblemLines problems={problems} versionId={versionId} />
        </Banner>
      ) : (
        <p class="govuk-body">
          Phiên bản đang dùng trước đó thôi dùng; báo cáo đã lập vẫn theo phiên bản của mình. Sau khi ban
          hành, phiên bản này không sửa được.
        </p>
      )}
      <Form
        action={templatePaths.publish(versionId)}
        formId={formId}
        hidden={[{ name: 'revision', value: String(revision) }]}
      >
        <ButtonGroup>
          {problems.length === 0 ? <Button>Ban hành mẫu</Button> : null}
          <Button variant="secondary" href={templatePaths.version(versionId)}>
            Về dự thảo
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

/** A last question before a draft is put aside. */
export function DiscardContent({
  view: { versionId, formId },
}: {
  readonly view: Pick<PublishView, 'versionId' | 'formId'>;
}) {
  return (
    <Form action={templatePaths.discard(versionId)} formId={formId}>
      <p class="govuk-body">Dự thảo không dùng được nữa nhưng vẫn còn trong lịch sử.</p>
      <ButtonGroup>
        <Button variant="warning">Bỏ dự thảo</Button>
        <Button variant="link" href={templatePaths.version(versionId)}>
          Thôi
        </Button>
      </ButtonGroup>
    </Form>
  );
}
