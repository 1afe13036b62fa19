import { formatDate } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Link } from '#web/ui/link.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { SummaryList, type SummaryRow } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { organisationPaths, UNIT_KIND_LABELS, UNIT_LEVEL_LABELS } from '../schema.ts';
import { functionsOf, unitHref } from '../tree/view.ts';
import { WrongDate } from '../tree/wrong-date.tsx';
import { periodOf, type UnitCard } from './view.ts';

/** The card of a unit as of a date, with how it came to be and what follows. */
export function UnitPage({ card, wrongDate }: Readonly<{ card: UnitCard; wrongDate: string | null }>) {
  return (
    <>
      <WrongDate filter={{ wrongDate }} />
      <Ended card={card} />
      <FilterBar
        action={organisationPaths.unit(card.unit.code)}
        active={
          card.isToday
            ? []
            : [{ text: `Ngày ${formatDate(card.date)}`, removeHref: organisationPaths.unit(card.unit.code) }]
        }
      >
        <DateField id="date" name="date" label="Đơn vị vào ngày" hint="" value={formatDate(card.date)} />
      </FilterBar>
      <Columns side={<Relations card={card} />}>
        <Panel title="Thông tin đơn vị">
          <SummaryList rows={factsOf(card)} wide />
        </Panel>
        <Panel title="Quá trình hình thành">
          <Timeline label="Quá trình hình thành" entries={card.events.map(entryOf)} />
        </Panel>
      </Columns>
    </>
  );
}

function Ended({ card }: Readonly<{ card: UnitCard }>) {
  if (card.isStanding) return null;
  if (card.unit.validFrom > card.date) {
    return (
      <Banner kind="info" title={`Ngày ${formatDate(card.date)} đơn vị chưa thành lập`}>
        <p>Dưới đây là thông tin khi thành lập, ngày {formatDate(card.unit.validFrom)}.</p>
      </Banner>
    );
  }
  return (
    <Banner kind="warning" title={`Ngày ${formatDate(card.date)} đơn vị đã kết thúc hoạt động`}>
      <p>
        {card.successors.length === 0
          ? 'Không có đơn vị kế thừa. Dưới đây là thông tin trước khi kết thúc.'
          : `Công việc do ${card.successors.map((unit) => unit.name).join(', ')} tiếp nhận. Dưới đây là thông tin trước khi kết thúc.`}
      </p>
    </Banner>
  );
}

function factsOf(card: UnitCard): readonly SummaryRow[] {
  const { unit, parent } = card;
  const correct = card.mayCorrect
    ? { actions: [{ href: organisationPaths.contact(unit.code), text: 'Sửa' }] }
    : {};
  return [
    { key: 'Tên đầy đủ', value: unit.name },
    { key: 'Tên gọi ngắn', value: unit.shortName },
    { key: 'Loại', value: `${UNIT_KIND_LABELS[unit.kind]} · ${UNIT_LEVEL_LABELS[unit.level]}` },
    {
      key: 'Cơ quan cấp trên',
      value: parent ? <Link href={unitHref(card, parent.code)}>{parent.name}</Link> : 'Không có',
    },
    ...(unit.kind === 'people-committee'
      ? []
      : [{ key: 'Lĩnh vực', value: functionsOf(unit) || 'Chưa ghi' }]),
    {
      key: unit.kind === 'sector-agency' ? 'Mã ĐVHC của địa bàn' : 'Mã đơn vị hành chính',
      value: unit.administrativeCode ?? 'Không có',
    },
    { key: 'Mã định danh theo QCVN 102:2016/BTTTT', value: unit.agencyId ?? 'Chưa ghi' },
    { key: 'Mã định danh theo Quyết định 20/2020/QĐ-TTg', value: unit.agencyIdNew ?? 'Chưa ghi' },
    { key: 'Địa chỉ', value: unit.address || 'Chưa ghi', ...correct },
    { key: 'Điện thoại', value: unit.phone || 'Chưa ghi', ...correct },
    { key: 'Giai đoạn', value: periodOf(unit) },
    { key: 'Mã trong hệ thống', value: unit.code },
  ];
}

function entryOf(event: UnitCard['events'][number]) {
  const document = event.href === null ? event.source : <Link href={event.href}>{event.source}</Link>;
  return {
    state: event.state,
    title: event.title,
    note: (
      <>
        {event.state === 'todo' ? 'Dự kiến ' : ''}
        {formatDate(event.at)} · {document}{' '}
        {event.isLikely ? <StateTag tone="wait" text="Cần đối chiếu" /> : null}
      </>
    ),
  };
}

function Relations({ card }: Readonly<{ card: UnitCard }>) {
  const { unit, children, predecessors, successors } = card;
  return (
    <>
      {card.mayReadPeople ? (
        <Panel title="Cán bộ, vị trí">
          <Link href={`/people?unit=${unit.code}`}>Người giữ vị trí ở đơn vị này</Link>
        </Panel>
      ) : null}
      {successors.length > 0 ? (
        <Panel title="Đơn vị kế thừa">
          <LinkList
            single
            links={successors.map((successor) => ({
              href: unitHref(card, successor.code),
              text: successor.name,
            }))}
          />
        </Panel>
      ) : null}
      {predecessors.length > 0 ? (
        <Panel title="Đơn vị tiền thân">
          <LinkList
            single
            links={predecessors.map(({ code, name, note }) => ({
              href: organisationPaths.unit(code),
              text: name,
              note,
            }))}
          />
        </Panel>
      ) : null}
      {children.length > 0 ? (
        <Panel title={`Đơn vị trực thuộc (${children.length})`}>
          <LinkList
            single
            links={children.map((child) => ({ href: unitHref(card, child.code), text: child.name }))}
          />
        </Panel>
      ) : null}
    </>
  );
}
