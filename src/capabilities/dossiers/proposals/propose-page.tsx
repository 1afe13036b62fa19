import { addDays, localDateOf } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { DateField } from '#web/ui/date-field.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { Reason } from '../clock/reasons/schema.ts';
import type { ClockRules } from '../clock/settings/schema.ts';
import { PARTY_FIELDS } from '../personal-data.ts';
import { DossierForm, type DossierFormView } from '../view/form-page.tsx';
import { SupplementLines } from './lines.tsx';
import { correctable } from './read-form.ts';
import { finishedSteps } from './rules.ts';
import { FIELD_LABELS, PROPOSAL_LABELS, type ProposalKind, proposalPaths } from './schema.ts';

export type ProposeView = DossierFormView & {
  readonly kind: ProposalKind;
  readonly position: string;
  readonly reasons: readonly Reason[];
  readonly rules: ClockRules;
};

/** What each proposal leads to, said before it is sent. */
const WHAT_FOLLOWS = {
  supplement:
    'Hồ sơ chỉ được yêu cầu bổ sung một lần, bằng một văn bản ghi đầy đủ mọi nội dung. Khi một người khác của đơn vị hoặc Bộ phận Một cửa duyệt, người nộp được báo và thời gian chờ không tính vào thời hạn.',
  'second-supplement':
    'Hồ sơ đã được yêu cầu bổ sung. Yêu cầu thêm lần nữa phải được lãnh đạo duyệt, được đếm và nêu trong báo cáo.',
  pause: 'Khi lãnh đạo duyệt, thời gian ngừng tính đến hết ngày đã định và người nộp được báo lý do.',
  'resume-early': 'Khi lãnh đạo duyệt, thời gian được tính tiếp ngay và ngày hẹn trả được tính lại.',
  extension:
    'Hồ sơ chỉ được gia hạn một lần. Khi lãnh đạo duyệt, ngày hẹn trả được tính lại, người nộp được báo và nhận văn bản gia hạn.',
  refusal: 'Khi lãnh đạo duyệt, hồ sơ kết thúc, người nộp nhận văn bản từ chối và được trả lại giấy tờ.',
  stop: 'Khi lãnh đạo duyệt, hồ sơ dừng hẳn, người nộp nhận thông báo dừng giải quyết và được trả lại giấy tờ.',
  withdrawal:
    'Ghi yêu cầu của người nộp. Một người khác của đơn vị hoặc Bộ phận Một cửa xác nhận, sau đó hồ sơ dừng và giấy tờ được trả lại.',
  rollback: 'Khi lãnh đạo duyệt, hồ sơ trở về bước đã chọn; việc làm sau bước đó được làm lại.',
  correction:
    'Ghi nội dung đúng. Khi lãnh đạo duyệt, thông tin được sửa và người nộp được báo. Nội dung cũ vẫn xem được trong đề nghị.',
} as const satisfies Readonly<Record<ProposalKind, string>>;

/** One proposal: why, and what exactly. */
export function ProposeContent({ view }: { view: ProposeView }) {
  const { kind, position, reasons, field, dossier } = view;
  const needsWords = kind === 'second-supplement' || kind === 'refusal' || kind === 'stop';
  return (
    <>
      <Inset>{WHAT_FOLLOWS[kind]}</Inset>
      <DossierForm
        view={view}
        action={proposalPaths.propose(dossier.state.number, kind, null)}
        submitText="Gửi đề nghị"
        hidden={[{ name: 'position', value: position }]}
      >
        <SelectField
          {...field('reasonCode')}
          label="Lý do"
          placeholder="Chọn lý do"
          options={reasons.map(({ code, name, legalBasis }) => ({
            value: code,
            text: name,
            ...(legalBasis === '' ? {} : { hint: legalBasis }),
          }))}
          width="full"
          required
        />
        <TextArea {...field('reasonText')} label="Nói rõ lý do" rows={3} required={needsWords} />
        <TextField
          {...field('legalBasis')}
          label="Căn cứ pháp lý khác"
          hint="Điều luật của lĩnh vực, ngoài căn cứ đã ghi theo lý do."
          width="full"
          required={false}
        />
        <Particulars view={view} />
      </DossierForm>
    </>
  );
}

function Particulars({ view }: { view: ProposeView }) {
  switch (view.kind) {
    case 'supplement':
    case 'second-supplement':
      return (
        <>
          <SupplementLines view={view} />
          <LastDay view={view} label="Ngày cuối để bổ sung" days={view.rules.supplementDays} />
        </>
      );
    case 'pause':
      return <LastDay view={view} label="Tạm dừng đến hết ngày" days={null} />;
    case 'extension':
      return <MoreTime view={view} />;
    case 'rollback':
      return <StepChoice view={view} />;
    case 'correction':
      return <CorrectionFields view={view} />;
    case 'refusal':
    case 'stop':
      return (
        <TextArea
          {...view.field('guidance')}
          label="Hướng dẫn người nộp"
          hint="Nộp ở đâu, làm gì tiếp; trả lại giấy tờ, phí thế nào. In trên văn bản."
          rows={2}
          required={false}
        />
      );
    case 'resume-early':
    case 'withdrawal':
      return null;
  }
}

function LastDay({ view, label, days }: { view: ProposeView; label: string; days: number | null }) {
  const { field, now, values } = view;
  const usual = days === null ? '' : formatDate(addDays(localDateOf(now), days));
  const { value, ...rest } = field('until');
  return <DateField {...rest} value={'until' in values ? value : usual} label={label} required />;
}

function MoreTime({ view: { field, dossier } }: { view: ProposeView }) {
  const perDay = dossier.calendar.minutesPerWorkingDay / 60;
  return (
    <FieldGrid>
      <TextField
        {...field('days')}
        label="Xin thêm số ngày làm việc"
        hint={`Mỗi ngày tính ${perDay} giờ.`}
        width="short"
        required
      />
      <TextField {...field('hours')} label="và số giờ làm việc" width="short" required={false} />
    </FieldGrid>
  );
}

function StepChoice({ view: { field, dossier, unitName } }: { view: ProposeView }) {
  const options = finishedSteps(dossier.state).map(({ position, name, unitId }) => ({
    value: String(position),
    text: name,
    hint: unitName(unitId),
  }));
  return <RadioGroup {...field('to')} label="Lùi về bước" options={options} required />;
}

function CorrectionFields({ view }: { view: ProposeView }) {
  const { field, dossier, values } = view;
  const now = correctable(dossier);
  const typed = (name: keyof typeof now) => {
    const { value, ...rest } = field(name);
    return { ...rest, value: name in values ? value : now[name], label: FIELD_LABELS[name] };
  };
  const anew = (name: 'phone' | 'email') => ({
    ...field(name),
    label: FIELD_LABELS[name],
    hint: `Đang ghi: ${masked(PARTY_FIELDS[name], now[name]) || 'để trống'}. Không đổi thì để trống.`,
    required: false,
    sensitive: true,
  });
  return (
    <>
      <TextField {...typed('fullName')} width="full" />
      <TextField {...typed('address')} width="full" />
      <FieldGrid>
        <TextField {...anew('phone')} />
        <TextField {...anew('email')} />
      </FieldGrid>
      <TextArea {...typed('summary')} rows={2} required={false} />
    </>
  );
}

/** The title of the page of a kind. */
export const proposeTitle = (kind: ProposalKind): string => `Đề nghị: ${PROPOSAL_LABELS[kind].toLowerCase()}`;
