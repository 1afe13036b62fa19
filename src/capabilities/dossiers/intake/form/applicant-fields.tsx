import { type FormValues, valueOf } from '#web/http/form-values.ts';
import { Details } from '#web/ui/details.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { FieldSet } from '#web/ui/field-set.tsx';
import { HiddenFields } from '#web/ui/hidden-fields.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DELEGATE_FIELDS, isDelegated } from './read.ts';

export type ApplicantKind = 'citizen' | 'organisation';

type FieldsProps = {
  readonly values: FormValues;
  /** Messages by the id of the field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Who may ask for the procedure. */
  readonly kinds: readonly ApplicantKind[];
  /** A slip without reception asks for no more than a name. */
  readonly optional?: boolean;
  /** Puts the caret into the first field that is still empty. */
  readonly autofocus?: boolean;
};

const KINDS = [
  { value: 'citizen', text: 'Cá nhân', hotkey: 'c' },
  { value: 'organisation', text: 'Tổ chức', hotkey: 't' },
] as const;

/** The applicant: a person or an organisation, with as few fields as the procedure allows. */
export function ApplicantFields(props: FieldsProps) {
  const { values, errors, kinds, optional } = props;
  const [only] = kinds.length === 1 ? kinds : [];
  const isEmpty = (field: string) => valueOf(values, `applicant.${field}`) === '';
  const focused = props.autofocus ? ['idNumber', 'fullName', 'address'].find(isEmpty) : undefined;
  const at: FieldAt = (field) => ({
    id: `applicant.${field}`,
    name: `applicant.${field}`,
    value: valueOf(values, `applicant.${field}`),
    error: errors[`applicant.${field}`],
    autocomplete: 'off',
    width: 'full',
    autofocus: field === focused,
  });
  return (
    <FieldSet legend="Người nộp hồ sơ">
      {only ? (
        <HiddenFields fields={[{ name: 'applicant.kind', value: only }]} />
      ) : (
        <RadioGroup {...at('kind')} label="Người nộp là" options={KINDS} inline small />
      )}
      <ContactFields at={at} only={only} optional={optional === true} />
      {only === 'citizen' || optional ? null : <RepresentativeField at={at} only={only} />}
    </FieldSet>
  );
}

type FieldAt = (field: string) => {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly autocomplete: string;
  readonly width: 'full';
  readonly autofocus: boolean;
};

type ContactProps = {
  readonly at: FieldAt;
  readonly only: ApplicantKind | undefined;
  readonly optional: boolean;
};

/** The number first: with it everything else is known from last time. */
function ContactFields({ at, only, optional }: ContactProps) {
  const named = nameWords(only);
  return (
    <>
      <FieldGrid>
        <TextField {...at('idNumber')} label={named.idNumber} inputmode="numeric" sensitive />
        <TextField {...at('fullName')} label={named.fullName} required />
        <TextField {...at('phone')} label="Điện thoại" type="tel" required={false} sensitive />
        <TextField {...at('email')} label="Thư điện tử" type="email" required={false} sensitive />
      </FieldGrid>
      <TextField {...at('address')} label="Địa chỉ" required={!optional} sensitive />
    </>
  );
}

function RepresentativeField({ at, only }: Pick<ContactProps, 'at' | 'only'>) {
  return (
    <TextField
      {...at('representative')}
      label="Người đại diện theo pháp luật"
      hint={only ? undefined : 'Chỉ ghi khi người nộp là tổ chức.'}
      {...(only ? {} : { required: false })}
    />
  );
}

function nameWords(only: ApplicantKind | undefined) {
  if (only === 'citizen') return { fullName: 'Họ và tên', idNumber: 'Số định danh, CCCD, CMND' };
  if (only === 'organisation') return { fullName: 'Tên tổ chức', idNumber: 'Mã số thuế, mã số doanh nghiệp' };
  return { fullName: 'Họ và tên, hoặc tên tổ chức', idNumber: 'Số định danh, hoặc mã số thuế' };
}

const DELEGATE_LABELS = {
  fullName: 'Họ và tên người được ủy quyền',
  idNumber: 'Số định danh, CCCD, CMND',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  authority: 'Căn cứ ủy quyền',
} as const satisfies Record<(typeof DELEGATE_FIELDS)[number], string>;

/** Whoever hands in for the applicant; opened when something is written in it. */
export function DelegateFields({ values, errors }: Pick<FieldsProps, 'values' | 'errors'>) {
  return (
    <Details summary="Nộp thay theo ủy quyền" open={isDelegated(values)}>
      <FieldGrid>
        {DELEGATE_FIELDS.map((field) => (
          <TextField
            key={field}
            id={`delegate.${field}`}
            name={`delegate.${field}`}
            label={DELEGATE_LABELS[field]}
            hint={field === 'authority' ? 'Ví dụ: Giấy ủy quyền chứng thực ngày 20/4/2020' : undefined}
            value={valueOf(values, `delegate.${field}`)}
            error={errors[`delegate.${field}`]}
            autocomplete="off"
            width="full"
            sensitive={field !== 'authority'}
          />
        ))}
      </FieldGrid>
    </Details>
  );
}
