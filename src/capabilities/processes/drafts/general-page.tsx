import { type FieldOf, fieldsOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { type FormValues, rowsOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { HiddenFields } from '#web/ui/hidden-fields.tsx';
import { type Option, optionsOf } from '#web/ui/option.ts';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { processPaths } from '../schema.ts';
import { ROW_KIND_LABELS } from './kinds.ts';
import { PLACE_OPTIONS, ROLE_OPTIONS } from './options.ts';

type PageView = {
  readonly slug: string;
  readonly number: number;
  readonly revision: number;
  readonly values: FormValues;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** What is of the whole: its name, the day it is prepared for, the lanes of a drawing with who stands for each. */
export function GeneralPage({ view }: { readonly view: PageView }) {
  const field = fieldsOf(view.values, view.problem);
  const { slug, number, revision } = view;
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Form
        action={processPaths.general(slug, number)}
        formId={view.formId}
        hidden={[{ name: 'revision', value: String(revision) }]}
        guard
      >
        <TextField {...field('name')} label="Tên quy trình" width="full" />
        <DateField
          {...field('validFrom')}
          label="Dự kiến áp dụng từ"
          hint="Bản dự thảo được kiểm tra theo tổ chức và thủ tục của ngày này; để trống thì theo hôm nay."
          required={false}
        />
        {rowsOf(view.values, 'lanes').map((lane, index) => (
          <LaneFields key={index} lane={lane} field={field} at={index} />
        ))}
        <SaveOrBack view={view} words="Lưu" />
      </Form>
    </>
  );
}

type LaneProps = {
  readonly lane: Readonly<Record<string, string>>;
  readonly field: FieldOf;
  readonly at: number;
};

function LaneFields({ lane, field, at }: LaneProps) {
  return (
    <FieldSet
      legend={`Làn ${at + 1}`}
      hint="Dòng nằm trong làn mà không chọn nơi, vai trò riêng thì theo làn."
    >
      <HiddenFields fields={[{ name: `lanes.${at}.id`, value: lane['id'] ?? '' }]} />
      <TextField {...field(`lanes.${at}.name`)} label="Tên làn" width="full" />
      <FieldGrid>
        <Combobox
          {...field(`lanes.${at}.place`)}
          label="Nơi thực hiện"
          placeholder="Chưa chọn"
          options={PLACE_OPTIONS}
          required={false}
        />
        <SelectField
          {...field(`lanes.${at}.role`)}
          label="Vai trò"
          placeholder="Chưa chọn"
          options={ROLE_OPTIONS}
          required={false}
        />
      </FieldGrid>
    </FieldSet>
  );
}

type AddView = PageView & { readonly rows: readonly Option[] };

/** A new row, and behind which one it comes. */
export function AddRowPage({ view }: { readonly view: AddView }) {
  const field = fieldsOf(view.values, view.problem);
  const { slug, number, revision } = view;
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Form
        action={processPaths.rows(slug, number)}
        formId={view.formId}
        hidden={[{ name: 'revision', value: String(revision) }]}
      >
        <SelectField {...field('kind')} label="Loại dòng" options={optionsOf(ROW_KIND_LABELS)} />
        <TextField {...field('name')} label="Tên" hint="Ví dụ: Thẩm định thực địa." width="full" />
        <SelectField
          {...field('after')}
          label="Đứng sau dòng"
          hint="Dòng mới nằm giữa dòng này và dòng tiếp theo của nó. Sau chỗ rẽ nhánh thì tự nối ở phần Tiếp theo."
          placeholder="Chọn dòng"
          options={view.rows}
        />
        <SaveOrBack view={view} words="Thêm dòng" />
      </Form>
    </>
  );
}

function SaveOrBack({ view, words }: { readonly view: PageView; readonly words: string }) {
  return (
    <ButtonGroup>
      <Button>{words}</Button>
      <Button href={processPaths.version(view.slug, view.number)} variant="secondary">
        Về bảng các bước
      </Button>
    </ButtonGroup>
  );
}

type DiscardView = Pick<PageView, 'slug' | 'number' | 'formId'>;

/** Asks before a draft is put aside. */
export function DiscardPage({ view: { slug, number, formId } }: { readonly view: DiscardView }) {
  return (
    <>
      <p>
        Bản dự thảo số {number} sẽ không còn trong danh sách phiên bản. Nội dung vẫn được giữ trong lịch sử
        của quy trình.
      </p>
      <Form action={processPaths.discard(slug, number)} formId={formId}>
        <ButtonGroup>
          <Button variant="warning">Bỏ bản dự thảo</Button>
          <Button href={processPaths.version(slug, number)} variant="secondary">
            Giữ lại
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}
