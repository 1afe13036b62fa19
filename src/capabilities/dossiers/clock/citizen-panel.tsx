import { formatDate } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { newFormId } from '#foundation/submit.ts';
import type { CitizenPanel } from '../lookup/panels.ts';
import { lookupPath } from '../lookup/schema.ts';
import { readSupplements } from './supplements/store.ts';
import type { ReceivedLine, Supplement } from './schema.ts';

/** What the applicant has to bring, until when. */
export const citizenSupplementPanel: CitizenPanel = async (own, { dossierId }) => {
  const open = (await readSupplements(own.db, dossierId)).find(({ ended }) => ended === null);
  return open ? <Wanted request={open} /> : null;
};

function Wanted({ request }: { request: Supplement }) {
  const missing = request.lines.filter(({ received }) => received === null);
  return (
    <Panel title="Bạn cần bổ sung" accent="gold">
      <p>
        Mang đến nơi đã nộp hồ sơ, chậm nhất ngày <b>{formatDate(request.answerBy)}</b>. Quá ngày này mà không
        bổ sung, hồ sơ sẽ dừng giải quyết.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map((line) => (
          <li key={line.name}>
            <b>{line.name}</b>
            {saidOf(line)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function saidOf({ wrong, bring }: Pick<ReceivedLine, 'wrong' | 'bring'>): string {
  const said = [wrong, bring].filter((words) => words !== '').join('; ');
  return said === '' ? '' : `: ${said}`;
}

/** The wish to have the dossier back, while that is possible. */
export const citizenWithdrawalPanel: CitizenPanel = async (_own, { state, code }) => {
  const isOpen = state.phase === 'received' || state.phase === 'processing';
  if (!isOpen || state.withdrawalAskedAt !== null) return null;
  return (
    <Details summary="Tôi muốn rút hồ sơ">
      <p>
        Sau khi cơ quan xác nhận, hồ sơ dừng giải quyết và bạn nhận lại giấy tờ đã nộp. Việc này không hoàn
        tác được; muốn làm tiếp phải nộp hồ sơ mới.
      </p>
      <Form
        action={`${lookupPath(state.number)}/rut-ho-so`}
        formId={newFormId()}
        hidden={[{ name: 'ma', value: code }]}
      >
        <TextArea
          id="reason"
          name="reason"
          label="Vì sao bạn rút"
          rows={2}
          required={false}
          maxlength={500}
        />
        <Button variant="warning">Yêu cầu rút hồ sơ</Button>
      </Form>
    </Details>
  );
};
