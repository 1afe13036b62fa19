import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Panel } from '#web/ui/panel.tsx';
import type { Redo } from '#foundation/submit.ts';
import { SECOND_FACTOR } from '../schema.ts';

/** The codes, this once: only their keyed hashes are kept. */
export function codesView(codes: readonly string[]): Redo {
  return { options: { title: 'Mã dự phòng của bạn' }, content: <CodesPage codes={codes} /> };
}

function CodesPage({ codes }: Readonly<{ codes: readonly string[] }>) {
  return (
    <>
      <Banner kind="success" title="Đã xong. Hãy in hoặc chép các mã này ngay">
        <p>
          Các mã chỉ hiện một lần. Mỗi mã dùng một lần, thay cho mã trong ứng dụng. Cất bản in nơi chỉ bạn mở
          được, không để cùng máy tính.
        </p>
      </Banner>
      <Panel title="Mã dự phòng">
        <ol class="govuk-list govuk-list--number">
          {codes.map((code) => (
            <li key={code}>
              <code>
                {code.slice(0, 5)} {code.slice(5)}
              </code>
            </li>
          ))}
        </ol>
      </Panel>
      <ButtonGroup>
        <Button href={SECOND_FACTOR}>Tôi đã cất các mã</Button>
        <Button act="print" variant="secondary" icon="print">
          In các mã
        </Button>
      </ButtonGroup>
    </>
  );
}
