import type { VNode } from 'preact';
import { formatDate, formatDateTime, formatMoney } from '#kernel/vietnamese/format.ts';
import { masked } from '#foundation/personal-data/mask.ts';
import { whyPanelOf } from '#foundation/calendar/why-panel.ts';
import { Columns } from '#web/ui/columns.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { Link } from '#web/ui/link.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { WhyPanel } from '#web/ui/why-panel.tsx';
import { PAPER_KIND_LABELS, RETURN_METHOD_SHORT_LABELS } from '#capabilities/slips/words.ts';
import { PARTY_FIELDS } from '../personal-data.ts';
import { nationalStateOf } from '../rules.ts';
import {
  ACKNOWLEDGEMENT_LABELS,
  CHANNEL_LABELS,
  dossierPath,
  NATIONAL_STATE_LABELS,
  OUTCOME_LABELS,
} from '../schema.ts';
import { NextStepPanel, type NextStepView } from '../steps/next-step-panel.tsx';
import type { Party } from './schema.ts';
import type { Disposed, DossierView } from './service.ts';
import { historyEntries, stepEntries } from './timeline.ts';

export type DossierPageView = {
  readonly dossier: DossierView;
  readonly next: NextStepView;
  readonly unitName: (unitId: number) => string;
  readonly now: Date;
  /** Shown in full after a recorded reason. */
  readonly revealed: boolean;
  readonly canReveal: boolean;
  /** What other parts of the system say about it. */
  readonly panels: Readonly<Record<'main' | 'side', readonly VNode[]>>;
};

/** Everything about one dossier on one page: next acts first. */
export function DossierContent({ view }: { view: DossierPageView }) {
  const { dossier } = view;
  return (
    <Columns side={<DossierSide view={view} />}>
      {dossier.disposal ? <DisposedPanel disposal={dossier.disposal} /> : <NextStepPanel view={view.next} />}
      {dossier.parties.map((party) => (
        <PartyPanel key={party.role} party={party} view={view} />
      ))}
      {dossier.disposal ? null : (
        <>
          <PapersPanel view={view} />
          {view.panels.main}
        </>
      )}
      <ResultPanel dossier={dossier} />
      <Details summary={`Toàn bộ diễn biến (${dossier.events.length})`}>
        <Timeline entries={historyEntries(dossier, view)} label="Toàn bộ diễn biến" />
      </Details>
    </Columns>
  );
}

/** What is left of a dossier whose time was over. */
function DisposedPanel({ disposal }: { disposal: Disposed }) {
  return (
    <Panel title="Hồ sơ đã tiêu hủy dữ liệu cá nhân" accent="gold">
      <p>
        Ngày {formatDate(disposal.at)}, theo quyết định {disposal.decision}, đợt tiêu hủy {disposal.disposal}.
        Chỉ còn số hồ sơ, các đơn vị và mốc thời gian để thống kê; nhật ký vẫn chứng minh được các việc đã
        làm.
      </p>
    </Panel>
  );
}

function DossierSide({ view }: { view: DossierPageView }) {
  const { dossier } = view;
  return (
    <>
      <Panel title={`Hẹn trả ${formatDateTime(dossier.state.dueAt)}`}>
        <WhyPanel {...whyPanelOf(dossier.explanation)} open={dossier.state.phase !== 'returned'} />
      </Panel>
      <Panel title="Tiến trình">
        <Timeline entries={stepEntries(dossier, view)} label="Các bước" />
      </Panel>
      {dossier.disposal ? null : (
        <>
          <SlipsPanel dossier={dossier} />
          {view.panels.side}
        </>
      )}
    </>
  );
}

function SlipsPanel({ dossier }: { dossier: DossierView }) {
  const number = dossier.state.number;
  return (
    <Panel title="Phiếu in">
      <ul class="govuk-list">
        <li>
          <Link href={dossierPath(number, 'receipt.pdf')} newTab>
            Giấy tiếp nhận hồ sơ và hẹn trả kết quả
          </Link>
        </li>
        <li>
          <Link href={dossierPath(number, 'control.pdf')} newTab>
            Phiếu kiểm soát quá trình giải quyết
          </Link>
        </li>
        <li>
          <Link href={`/intake/${dossier.version.slug}?from=${encodeURIComponent(number)}`}>
            Tiếp nhận hồ sơ mới giống hồ sơ này
          </Link>
        </li>
      </ul>
    </Panel>
  );
}

function PartyPanel({ party, view }: { party: Party; view: DossierPageView }) {
  const isApplicant = party.role === 'applicant';
  const rows = isApplicant
    ? [...partyRows(party, view), ...submissionRows(view.dossier)]
    : partyRows(party, view);
  return (
    <Panel title={isApplicant ? 'Người nộp' : 'Người được ủy quyền'}>
      <SummaryList rows={rows} />
    </Panel>
  );
}

function partyRows(party: Party, view: DossierPageView): readonly SummaryRow[] {
  const { revealed, canReveal } = view;
  const reveal =
    canReveal && !revealed
      ? [{ href: dossierPath(view.dossier.state.number, 'reveal'), text: 'hiện, ghi lý do' }]
      : [];
  const shown = (field: 'sealed_id_number' | 'phone' | 'email', value: string): string =>
    revealed ? value : masked(PARTY_FIELDS[field], value);
  const rows: readonly (readonly [string, string, SummaryRow['actions']?])[] = [
    [party.kind === 'organisation' ? 'Tên tổ chức' : 'Họ và tên', party.fullName],
    ['Người đại diện', party.representative],
    [
      party.kind === 'organisation' ? 'Mã số thuế' : 'Số định danh',
      shown('sealed_id_number', party.idNumber),
      reveal,
    ],
    ['Điện thoại', shown('phone', party.phone)],
    ['Thư điện tử', shown('email', party.email)],
    ['Địa chỉ', party.address],
    ['Căn cứ ủy quyền', party.authority],
  ];
  return rows
    .filter(([, value]) => value !== '')
    .map(([key, value, actions]) => ({ key, value, ...(actions ? { actions } : {}) }));
}

function submissionRows({ detail, state, fees }: DossierView): readonly SummaryRow[] {
  const total = fees.reduce((sum, fee) => sum + fee.amount, 0);
  return [
    ...(detail.summary ? [{ key: 'Nội dung yêu cầu', value: detail.summary }] : []),
    { key: 'Cách nộp', value: CHANNEL_LABELS[detail.channel] },
    { key: 'Nhận kết quả', value: RETURN_METHOD_SHORT_LABELS[detail.returnMethod] },
    { key: 'Phí, lệ phí', value: fees.length === 0 ? 'Không thu' : formatMoney(total) },
    ...(detail.note ? [{ key: 'Ghi chú', value: detail.note }] : []),
    { key: 'Tiếp nhận', value: `${detail.receivedByName}, ${formatDateTime(state.receivedAt)}` },
    {
      key: 'Trạng thái quốc gia',
      value: `${nationalStateOf(state)}. ${NATIONAL_STATE_LABELS[nationalStateOf(state)]}`,
    },
  ];
}

function PapersPanel({ view: { dossier } }: { view: DossierPageView }) {
  return (
    <Panel title="Thành phần hồ sơ" aside={`${dossier.papers.length} giấy tờ, ${dossier.detail.copies} bộ`}>
      <DefinitionTable
        caption="Giấy tờ đã nhận"
        head={['Giấy tờ', 'Loại', 'Số bản', 'Ghi chú']}
        numeric={[2]}
        rows={dossier.papers.map((paper) => [
          paper.name,
          PAPER_KIND_LABELS[paper.kind],
          String(paper.copies),
          paper.note,
        ])}
      />
    </Panel>
  );
}

function ResultPanel({ dossier }: { dossier: DossierView }) {
  const { result } = dossier.state;
  if (!result) return null;
  const { returned } = dossier;
  const rows = [
    { key: 'Kết quả', value: `${OUTCOME_LABELS[result.outcome]}: ${result.title}` },
    ...(result.documentNumber ? [{ key: 'Số, ký hiệu', value: result.documentNumber }] : []),
    ...(result.reason ? [{ key: 'Lý do', value: result.reason }] : []),
    { key: 'Nhập kết quả', value: formatDateTime(result.enteredAt) },
    ...(returned
      ? [
          {
            key: 'Đã trả cho',
            value: `${returned.recipient} (${returned.relation}), ${ACKNOWLEDGEMENT_LABELS[returned.acknowledgement].toLowerCase()}, ${formatDateTime(returned.returnedAt)}${returned.returnedByName === null ? '' : `, ${returned.returnedByName}`}`,
          },
        ]
      : []),
  ];
  return (
    <Panel title="Kết quả giải quyết">
      <SummaryList rows={rows} />
    </Panel>
  );
}
