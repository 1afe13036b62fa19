import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { indicatorPaths } from '#capabilities/indicators/schema.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import type { Option } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { LEVEL_LABELS, LEVELS, type Section } from '../../schema.ts';
import type { LanguageProblem } from '../language/nodes.ts';
import { ownerWords } from '../owner.ts';
import { templatePaths } from '../schema.ts';

export type SectionView = {
  readonly versionId: number;
  /** Null: a new one. */
  readonly key: string | null;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly owners: readonly Option[];
  /** What of the text cannot be read. */
  readonly language: readonly LanguageProblem[];
  readonly field: FieldOf;
  readonly isNumbered: boolean;
  readonly isCollected: boolean;
  readonly problem: FormProblem;
  readonly formId: string;
  readonly moveFormId: string;
};

const PLACES = [
  { value: 'text', text: 'Trong báo cáo' },
  { value: 'annex', text: 'Phụ lục (chỉ gồm bảng, biểu đồ)' },
];

/** One section of a draft, with the search that puts indicators into its text. */
export function SectionContent({ view }: { readonly view: SectionView }) {
  const { versionId, field, key } = view;
  return (
    <Columns side={<LanguageHelp />}>
      <ProblemSummary problem={view.problem} />
      {view.language.length > 0 ? <LanguageProblems problems={view.language} /> : null}
      <Form action={view.action} formId={view.formId} hidden={view.hidden} guard>
        <TextField
          {...field('title')}
          label="Tên mục"
          hint="Để trống thì nội dung đứng không có tiêu đề"
          width="full"
          required={false}
        />
        <FieldGrid>
          <SelectField
            {...field('level')}
            label="Cấp của mục"
            options={LEVELS.map((level) => ({ value: String(level), text: LEVEL_LABELS[level] }))}
          />
          <Combobox
            {...field('owner')}
            label="Người viết"
            options={view.owners}
            required={false}
            placeholder="Theo mục cấp trên"
          />
          <SelectField {...field('place')} label="Chỗ của mục" options={PLACES} />
        </FieldGrid>
        <Checkbox id="isNumbered" name="isNumbered" label="Đánh số" checked={view.isNumbered} small />
        <Checkbox
          id="isCollected"
          name="isCollected"
          label="Từng xã viết phần của mình"
          checked={view.isCollected}
          small
        />
        <TextArea {...field('guidance')} label="Hướng dẫn người viết" rows={2} required={false} />
        <TextArea {...field('body')} label="Nội dung" rows={16} required={false} />
        <Combobox
          {...field('indicator')}
          label="Chèn chỉ tiêu vào cuối nội dung"
          hint="Gõ tên hoặc mã chỉ tiêu, chọn rồi bấm Chèn"
          source={`${indicatorPaths.searchJson}?q=`}
          text={field('indicator').value}
          required={false}
        />
        <ButtonGroup>
          <Button>Lưu mục</Button>
          <Button name="insert" value="yes" variant="secondary">
            Chèn
          </Button>
          <Button variant="link" href={templatePaths.version(versionId)}>
            Thôi
          </Button>
        </ButtonGroup>
      </Form>
      {key === null ? null : <Moves view={view} sectionKey={key} />}
    </Columns>
  );
}

function LanguageProblems({ problems }: { readonly problems: readonly LanguageProblem[] }) {
  return (
    <Banner kind="warning" title="Nội dung có chỗ chưa hiểu được">
      <ul class="govuk-list govuk-list--bullet">
        {problems.map(({ line, column, message }) => (
          <li key={`${line}|${column}|${message}`}>
            Dòng {line}, cột {column}: {message}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

const MOVES = [
  ['up', 'Lên trên'],
  ['down', 'Xuống dưới'],
  ['deeper', 'Xuống một cấp'],
  ['higher', 'Lên một cấp'],
] as const;

function Moves({ view, sectionKey }: { readonly view: SectionView; readonly sectionKey: string }) {
  const { versionId, hidden } = view;
  return (
    <Panel title="Chuyển hoặc bỏ mục, cùng các mục dưới nó">
      <Form
        action={templatePaths.moveSection(versionId, sectionKey)}
        formId={view.moveFormId}
        hidden={hidden}
      >
        <ButtonGroup>
          {MOVES.map(([deed, words]) => (
            <Button key={deed} name="deed" value={deed} variant="secondary">
              {words}
            </Button>
          ))}
          <Button variant="warning" formAction={templatePaths.removeSection(versionId, sectionKey)}>
            Bỏ mục
          </Button>
        </ButtonGroup>
      </Form>
    </Panel>
  );
}

const EXAMPLES = [
  ['[[BC-GIAO]]', 'số kèm đơn vị tính, trong kỳ báo cáo'],
  ['[[BC-GIAO | năm 2015]]', 'số của một kỳ khác'],
  ['[[BC-GIAO | thay đổi so với kỳ trước]]', 'tăng, giảm bao nhiêu'],
  ['[[BC-GIAO | cơ cấu]]', '(trong đó: …)'],
  ['[[HS-TYLE-DUNGHAN]]', 'tỷ lệ phần trăm'],
  ['[[văn bản: QĐ 1/QĐ-UBND]]', 'chú thích văn bản'],
  ['[[viết: đánh giá]]', 'chỗ người viết điền, đứng riêng một dòng'],
  ['[[nếu HS-QUAHAN > 0]] … [[nếu không]] … [[hết]]', 'điều kiện'],
  ['[[bảng: Tên | hàng: BC-GIAO; BC-HC | cột: năm 2015; năm 2020; thay đổi]]', 'bảng'],
] as const;

function LanguageHelp() {
  return (
    <Panel title="Cách viết nội dung">
      <p class="govuk-body">Mỗi dòng là một đoạn; dòng bắt đầu bằng “- ” hoặc “+ ” là một ý.</p>
      <ul class="govuk-list">
        {EXAMPLES.map(([code, words]) => (
          <li key={code}>
            <code>{code}</code>: {words}
          </li>
        ))}
      </ul>
      <Link href={indicatorPaths.list}>Danh mục chỉ tiêu</Link>
    </Panel>
  );
}

/** One section of a version that cannot be changed. */
export function SectionRead({ section }: { readonly section: Section }) {
  return (
    <Panel title="Nội dung" aside={ownerWords(section.owner)}>
      {section.guidance === '' ? null : <p class="govuk-body">{section.guidance}</p>}
      {section.body.split('\n').map((line, index) => (
        <p key={index} class="govuk-body">
          {line}
        </p>
      ))}
    </Panel>
  );
}
