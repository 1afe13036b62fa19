import { localDateOf } from '#kernel/local-date.ts';
import { formatClock, formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Note } from '#web/ui/note.tsx';
import type { Counter } from '../print/counter.ts';
import { CITIZEN_LABELS, type CitizenRead } from './schema.ts';

type WhoHasReadProps = {
  readonly reads: readonly CitizenRead[];
  readonly unitName: (unitId: number) => string;
  readonly office: Counter;
};

/** For the person whose dossier it is: which unit and post looked at it, when, and what to do when that seems wrong. */
export function WhoHasRead({ reads, unitName, office }: WhoHasReadProps) {
  return (
    <Details summary="Ai đã xem hồ sơ của tôi">
      <p class="govuk-body">
        Mỗi lần cán bộ mở hồ sơ này, hệ thống ghi lại thời điểm, đơn vị và chức danh. Người đứng đầu đơn vị và
        người phụ trách bảo vệ dữ liệu cá nhân biết rõ là ai.
      </p>
      {reads.length === 0 ? (
        <p class="govuk-body">Chưa có cán bộ nào xem hồ sơ này.</p>
      ) : (
        <DefinitionTable
          caption="Ai đã xem hồ sơ này"
          head={['Khi nào', 'Đơn vị, chức danh', 'Đã xem gì']}
          rows={reads.map((read) => [
            whenWords(read),
            <Reader read={read} unitName={unitName} />,
            <What read={read} />,
          ])}
        />
      )}
      <Inset>
        <p>
          <b>Phản ánh nếu thấy bất thường.</b> Nếu có đơn vị không liên quan đã xem hồ sơ, hãy báo cho{' '}
          {office.oneStop.name}
          {office.oneStop.phone ? `, điện thoại ${office.oneStop.phone}` : ''}, hoặc gửi phản ánh đến{' '}
          {office.letterhead.agency}. Cơ quan phải kiểm tra và trả lời bạn.
        </p>
      </Inset>
    </Details>
  );
}

function whenWords({ firstAt, lastAt }: CitizenRead): string {
  const [from, to] = [formatClock(firstAt), formatClock(lastAt)];
  return `${formatDate(localDateOf(firstAt))}, ${from === to ? from : `từ ${from} đến ${to}`}`;
}

function Reader({ read, unitName }: Pick<WhoHasReadProps, 'unitName'> & { readonly read: CitizenRead }) {
  return (
    <div>
      {unitName(read.unitId)}
      {read.postTitle ? <Note>{read.postTitle}</Note> : null}
    </div>
  );
}

function What({ read: { manner, reason, times } }: { readonly read: CitizenRead }) {
  return (
    <div>
      {CITIZEN_LABELS[manner]}
      {times > 1 ? ` (${formatNumber(times)} lần)` : ''}
      {reason ? <Note>Lý do: {reason}</Note> : null}
    </div>
  );
}
