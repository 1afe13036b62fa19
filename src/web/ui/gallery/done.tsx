import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { ConfirmPage } from '#web/ui/confirm-page.tsx';
import { SlipPreview } from '#web/ui/slip-preview.tsx';
import { CitizenExample, StaffExample } from './frames.tsx';

const REFERENCE = { label: 'Số hồ sơ', value: '000.17.22.H08-200428-0003' };

/** After a person handed in a dossier. */
export function HandedInExample() {
  return (
    <CitizenExample>
      <ConfirmPage
        title="Đã nộp hồ sơ"
        reference={REFERENCE}
        next={<p>Xã An Hòa xem hồ sơ trong ngày. Kết quả có vào thứ Ba, 5/5/2020.</p>}
      >
        <Button href="#xem">Xem hồ sơ đang ở đâu</Button>
      </ConfirmPage>
    </CitizenExample>
  );
}

/** After an officer received a dossier: the slip to print, the next person to serve. */
export function ReceivedExample() {
  return (
    <StaffExample title="Đã tiếp nhận hồ sơ" lead="000.17.22.H08-200428-0003">
      <ButtonGroup>
        <Button href="#moi" hotkey="n" hotkeyLabel="Tiếp nhận hồ sơ khác">
          Tiếp nhận hồ sơ khác
        </Button>
        <Button href="#ho-so" variant="secondary">
          Mở hồ sơ
        </Button>
      </ButtonGroup>
      <SlipPreview title="Giấy tiếp nhận hồ sơ và hẹn trả kết quả" src="about:blank" downloadHref="#phieu" />
    </StaffExample>
  );
}
