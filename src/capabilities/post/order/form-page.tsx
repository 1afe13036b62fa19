import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DIRECTION_LABELS, type Direction, dossierHref, type Party, postPaths } from '../schema.ts';

export type OrderFormView = {
  readonly dossier: string;
  readonly title: string;
  readonly direction: Direction;
  readonly counter: Party;
  /** The number on the dossier as lists show it; empty when there is none. */
  readonly knownPhone: string;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
};

/** The parcel of a dossier: the other end is the counter itself. */
export function OrderFormContent({ view }: { readonly view: OrderFormView }) {
  const { dossier, title, direction, counter, problem, formId } = view;
  const isOut = direction === 'to-applicant';
  return (
    <>
      <ProblemSummary problem={problem} />
      <SummaryList
        rows={[
          { key: 'Hồ sơ', value: `${dossier}, ${title}` },
          { key: 'Chiều', value: DIRECTION_LABELS[direction] },
          {
            key: isOut ? 'Người gửi' : 'Người nhận',
            value: [counter.name, counter.address].filter((part) => part !== '').join(', '),
          },
        ]}
      />
      <Form
        action={postPaths.create}
        formId={formId}
        hidden={[
          { name: 'dossier', value: dossier },
          { name: 'direction', value: direction },
        ]}
        guard
      >
        <PersonFields view={view} />
        <ParcelFields view={view} />
        <ButtonGroup>
          <Button>Lập bưu gửi</Button>
          <Button variant="link" href={dossierHref(dossier)}>
            Quay lại hồ sơ
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

function PersonFields({ view: { field, direction, knownPhone } }: { readonly view: OrderFormView }) {
  return (
    <Panel title={direction === 'to-applicant' ? 'Người nhận' : 'Người gửi'}>
      <FieldGrid>
        <TextField {...field('name')} label="Họ và tên" width="full" />
        <TextField
          {...field('phone')}
          type="tel"
          label="Điện thoại"
          hint={knownPhone ? `Bỏ trống để dùng số trên hồ sơ: ${knownPhone}` : 'Bưu tá gọi trước khi đến.'}
          required={knownPhone === ''}
          sensitive
        />
      </FieldGrid>
      <TextField {...field('address')} label="Số nhà, thôn, xã" width="full" />
      <FieldGrid>
        <TextField {...field('district')} label="Huyện" required={false} />
        <TextField {...field('province')} label="Tỉnh, thành phố" />
      </FieldGrid>
    </Panel>
  );
}

function ParcelFields({ view: { field } }: { readonly view: OrderFormView }) {
  return (
    <Panel title="Bưu gửi">
      <TextField {...field('content')} label="Bên trong có gì" width="full" />
      <TextField {...field('note')} label="Dặn bưu tá" width="full" required={false} />
      <TextField
        {...field('codAmount')}
        label="Thu hộ khi phát"
        hint="Phí, lệ phí chưa nộp. Ghi 0 nếu không thu."
        suffix="đồng"
        inputmode="numeric"
        width="short"
      />
    </Panel>
  );
}
