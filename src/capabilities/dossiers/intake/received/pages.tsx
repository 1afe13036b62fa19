import { formatClock, formatLongDate } from '#kernel/vietnamese/format.ts';
import { whyPanelOf } from '#foundation/calendar/why-panel.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { ConfirmPage } from '#web/ui/confirm-page.tsx';
import { KeyDate } from '#web/ui/key-date.tsx';
import { SlipPreview } from '#web/ui/slip-preview.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { activeStep } from '../../state.ts';
import { dossierPath } from '../../schema.ts';
import type { DossierView } from '../../view/service.ts';
import { intakePaths } from '../schema.ts';

type ReceivedView = {
  readonly dossier: DossierView;
  readonly unitName: (unitId: number) => string;
};

/** After a reception: the number, the date, the receipt to print, and the next person in the queue. */
export function ReceivedContent({ view }: { view: ReceivedView }) {
  const { dossier } = view;
  const { number, dueAt } = dossier.state;
  const receipt = dossierPath(number, 'receipt.pdf');
  const again = `${intakePaths.choice}?from=${encodeURIComponent(number)}`;
  return (
    <ConfirmPage
      title="Đã tiếp nhận hồ sơ"
      reference={{ label: 'Mã hồ sơ', value: number }}
      next={<p class="govuk-body">{nextWords(view)}</p>}
    >
      <KeyDate label="Hẹn trả kết quả" date={`${formatClock(dueAt)}, ${formatLongDate(dueAt)}`}>
        <WhyPanel {...whyPanelOf(dossier.explanation)} />
      </KeyDate>
      <ButtonGroup>
        <Button href={receipt} icon="print" hotkey="p">
          In giấy tiếp nhận
        </Button>
        <Button href={`${receipt}?copies=2`} variant="secondary" hotkey="2">
          In hai liên
        </Button>
        <Button href={intakePaths.choice} variant="secondary" hotkey="n">
          Hồ sơ tiếp theo
        </Button>
        <Button href={again} variant="secondary" hotkey="c">
          Hồ sơ khác của người này
        </Button>
        <Button href={dossierPath(number)} variant="link" hotkey="o">
          Mở hồ sơ
        </Button>
      </ButtonGroup>
      <SlipPreview
        title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
        src={`${receipt}#navpanes=0&view=FitH`}
        downloadHref={receipt}
        tall
      />
    </ConfirmPage>
  );
}

function nextWords({ dossier, unitName }: ReceivedView): string {
  const applicant = dossier.parties.find((party) => party.role === 'applicant')?.fullName ?? '';
  const step = activeStep(dossier.state);
  const where =
    step === null || step.position === 0
      ? 'Hồ sơ còn ở quầy, chưa chuyển bước sau.'
      : `Đã chuyển đến ${unitName(step.unitId)}: ${step.name}.`;
  return `${applicant} nộp ${dossier.detail.title}. ${where} Đưa giấy tiếp nhận cho người nộp ký và giữ một liên.`;
}
