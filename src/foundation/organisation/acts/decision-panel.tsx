import { formatDate } from '#kernel/vietnamese/format.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Form } from '#web/ui/form.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { organisationPaths } from '../schema.ts';
import type { ActView } from './act-page.tsx';

type DecisionPanelProps = Readonly<{ view: ActView; formId: string }>;

/** What can be decided about an act now, and why not when it cannot. */
export function DecisionPanel({ view, formId }: DecisionPanelProps) {
  const { act, mayChange, counts } = view;
  if (act.state === 'withdrawn') {
    return (
      <Panel title="Quyết định đã rút">
        <p>Nếu vẫn cần thay đổi này, hãy soạn quyết định mới.</p>
      </Panel>
    );
  }
  if (!mayChange) {
    return (
      <Panel title="Thi hành">
        <p>Việc đưa vào thi hành dành cho cán bộ cải cách hành chính và quản trị hệ thống.</p>
      </Panel>
    );
  }
  if (counts) {
    return (
      <Panel title="Đang có hiệu lực">
        <p>
          Quyết định có hiệu lực từ ngày {formatDate(act.effectiveOn)} nên không rút được. Muốn điều chỉnh,
          hãy soạn quyết định mới.
        </p>
      </Panel>
    );
  }
  return (
    <>
      {act.state === 'prepared' ? <PutInForce view={view} formId={formId} /> : null}
      <Withdraw view={view} formId={formId} />
    </>
  );
}

function PutInForce({ view: { act, problems }, formId }: DecisionPanelProps) {
  return (
    <Panel title="Đưa vào thi hành" accent="jade">
      <Form action={`${organisationPaths.act(act.code)}/in-force`} formId={formId} label="Đưa vào thi hành">
        <p>
          Tổ chức thay đổi từ ngày {formatDate(act.effectiveOn)}. Hồ sơ, vị trí và lịch làm việc từ ngày đó
          theo đơn vị mới.
        </p>
        <Checkbox
          id="confirmed"
          name="confirmed"
          value="yes"
          label="Tôi đã đối chiếu nội dung với văn bản quyết định"
        />
        <Button
          disabledBecause={problems.length > 0 ? 'Hãy xử lý các vướng mắc nêu ở đầu trang trước.' : undefined}
        >
          Đưa vào thi hành
        </Button>
      </Form>
    </Panel>
  );
}

function Withdraw({ view: { act }, formId }: DecisionPanelProps) {
  return (
    <Panel title="Rút quyết định">
      <Form action={`${organisationPaths.act(act.code)}/withdrawal`} formId={formId} label="Rút quyết định">
        <p>Quyết định đã rút vẫn lưu trong danh sách nhưng không thi hành nữa.</p>
        <Checkbox
          id="withdrawal"
          name="confirmed"
          value="yes"
          label="Tôi chắc chắn muốn rút quyết định này"
        />
        <Button variant="warning">Rút quyết định</Button>
      </Form>
    </Panel>
  );
}
