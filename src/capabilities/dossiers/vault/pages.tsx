import { formatDate, formatDateTime } from '#kernel/vietnamese/format.ts';
import {
  CONSENT_LABELS,
  REMOVAL_LABELS,
  VAULT_PURPOSE_LABELS,
  type VaultItem,
} from '#capabilities/vault/schema.ts';
import { fieldsOf, type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import { type FormProblem, newFormId } from '#foundation/submit.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { Details } from '#web/ui/details.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { Form } from '#web/ui/form.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { optionsOf } from '#web/ui/option.ts';
import { Panel } from '#web/ui/panel.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { scanWords } from '../papers/rules.ts';
import { previewPath } from '../papers/schema.ts';
import { dossierPath } from '../schema.ts';
import { vaultPaths } from './schema.ts';
import type { VaultPage } from './service.ts';
import type { KeepableFile } from './store.ts';

export type VaultView = {
  readonly number: string;
  readonly vault: VaultPage;
  readonly values: FormValues;
  readonly problem: FormProblem;
};

/** What the applicant has in the store, and what of this dossier can go there. */
export function VaultContent({ view }: { view: VaultView }) {
  const { vault, problem, number } = view;
  return (
    <>
      <ProblemSummary problem={problem} />
      {vault.items.length === 0 ? (
        <Inset>Kho của người nộp chưa có giấy tờ nào.</Inset>
      ) : (
        vault.items.map((item) => <KeptPanel key={item.id} item={item} number={number} />)
      )}
      <KeepPanel view={view} />
    </>
  );
}

const REASONS = optionsOf({ asked: REMOVAL_LABELS.asked, wrong: REMOVAL_LABELS.wrong });

function KeptPanel({ item, number }: { item: VaultItem; number: string }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Số, ký hiệu', item.documentNumber],
    ['Ngày cấp', item.issuedOn === null ? '' : formatDate(item.issuedOn)],
    ['Nơi cấp', item.issuedBy],
    ['Giá trị đến hết', item.validTo === null ? 'không thời hạn' : formatDate(item.validTo)],
    ['Lưu vào kho', formatDateTime(item.keptAt)],
  ];
  const rows = facts.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value }));
  return (
    <Panel title={item.name} aside={VAULT_PURPOSE_LABELS[item.purpose]}>
      <SummaryList
        rows={[
          ...rows,
          {
            key: 'Đã dùng lại',
            value:
              item.uses.length === 0
                ? 'chưa lần nào'
                : item.uses
                    .map((use) => `${use.number ?? 'hồ sơ ở đơn vị khác'}, ${formatDate(use.at)}`)
                    .join('; '),
          },
        ]}
      />
      <Details summary="Xóa khỏi kho">
        <Form
          action={vaultPaths.remove(number, item.id)}
          formId={newFormId()}
          label={`Xóa ${item.name} khỏi kho`}
        >
          <SelectField
            id={`removal-${item.id}`}
            name="removal"
            label="Vì sao xóa"
            options={REASONS}
            value="asked"
            width="full"
          />
          <Button variant="warning">Xóa khỏi kho</Button>
        </Form>
      </Details>
    </Panel>
  );
}

function KeepPanel({ view }: { view: VaultView }) {
  const { vault, values, problem, number } = view;
  const field = fieldsOf(values, problem);
  return (
    <Panel title="Lưu giấy tờ của hồ sơ này vào kho">
      {vault.keepable.length === 0 ? (
        <p class="govuk-body">
          Hồ sơ chưa có giấy tờ số hóa nào ngoài kho.{' '}
          <Link href={`${dossierPath(number)}#tep`}>Thêm bản quét vào hồ sơ</Link> trước.
        </p>
      ) : (
        <Form action={vaultPaths.of(number)} formId={newFormId()} label="Lưu giấy tờ vào kho" guard>
          {vault.keepable.map((file) => (
            <FileFields key={file.id} file={file} view={view} field={field} />
          ))}
          <RadioGroup
            {...field('consent')}
            label="Ai đồng ý lưu để dùng lại khi làm thủ tục sau"
            hint="Hỏi rõ trước khi lưu. Người có giấy tờ xin xóa lúc nào cũng được."
            options={optionsOf(CONSENT_LABELS)}
            small
          />
          <Button>Lưu vào kho</Button>
        </Form>
      )}
    </Panel>
  );
}

type FileFieldsProps = { readonly file: KeepableFile; readonly view: VaultView; readonly field: FieldOf };

function FileFields({ file, view: { number, values }, field }: FileFieldsProps) {
  const name = (part: string): string => `keep.${file.id}.${part}`;
  const first = field(name('name'));
  return (
    <FieldSet legend={file.paper ?? file.name}>
      <p class="govuk-body-s">
        <Link href={previewPath(number, file.id)} newTab>
          Xem {file.name}
        </Link>{' '}
        (
        {scanWords({
          ...file,
          resolution: null,
          fileId: file.id,
          pdfVersion: '',
          isColour: null,
          isMade: false,
        })}
        )
      </p>
      <Checkbox
        id={name('chosen')}
        name={name('chosen')}
        label="Lưu giấy tờ này"
        checked={valueOf(values, name('chosen')) !== ''}
        small
      />
      <FieldGrid>
        <TextField {...first} value={first.value || (file.paper ?? '')} label="Tên giấy tờ" width="full" />
        <TextField {...field(name('documentNumber'))} label="Số, ký hiệu" />
        <DateField {...field(name('issuedOn'))} label="Ngày cấp" hint="" />
        <TextField {...field(name('issuedBy'))} label="Nơi cấp" />
        <DateField
          {...field(name('validTo'))}
          label="Giá trị đến hết ngày"
          hint="Không thời hạn thì để trống"
        />
      </FieldGrid>
    </FieldSet>
  );
}
