import { ROLE_LABELS } from '#foundation/access/roles.ts';
import { formatDate, formatNumber } from '#kernel/vietnamese/format.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Details } from '#web/ui/details.tsx';
import { Inset } from '#web/ui/inset.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/section.tsx';
import { SummaryList } from '#web/ui/summary-list.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { LEVEL_LABELS } from '../labels.ts';
import { procedurePaths, type Paper, type ProcedureContent } from '../schema.ts';
import { FeesTable, Lines } from '../view/content-panels.tsx';
import { applicantWords, hoursWords, legalWords, limitWords, paperKindWords, placeWords } from '../words.ts';
import type { OpenPlace, PublicProcedure } from './service.ts';

/** A procedure for whoever has to do it: what to bring first, then how long, how much, where. */
export function PublicProcedureContent({ procedure }: { readonly procedure: PublicProcedure }) {
  const { version, places } = procedure;
  const { content, slug } = version;
  return (
    <>
      <StandingBanner procedure={procedure} />
      <SummaryList rows={inShort(procedure)} />
      <Section title="Bạn cần chuẩn bị gì" id="giay-to">
        <Papers papers={content.papers} />
        {content.conditions ? <Inset>{content.conditions}</Inset> : null}
      </Section>
      <Section title="Mất bao lâu" id="thoi-han">
        <TimeLimit content={content} slug={slug} />
      </Section>
      <Section title="Phí, lệ phí" id="phi">
        <FeesTable fees={content.fees} />
      </Section>
      <Section title="Nộp ở đâu" id="noi-nop">
        <Places places={places} content={content} />
      </Section>
      <Section title="Hồ sơ được giải quyết thế nào" id="trinh-tu">
        <Timeline label="Các bước giải quyết" entries={content.steps.map(stepEntry)} />
      </Section>
      <Section title="Bạn nhận được gì" id="ket-qua">
        <Lines items={content.results.map(({ name }) => name)} />
      </Section>
      <MoreDetails content={content} />
      <PrintButtons slug={slug} places={places} />
    </>
  );
}

function StandingBanner({ procedure: { standing, version } }: { readonly procedure: PublicProcedure }) {
  if (standing === 'in-force') return null;
  if (standing === 'coming') {
    return (
      <Banner kind="info" title={`Áp dụng từ ${formatDate(version.validFrom)}`}>
        <p>Trước ngày đó chưa nơi nào tiếp nhận thủ tục này.</p>
      </Banner>
    );
  }
  return (
    <Banner
      kind="warning"
      title={`Thủ tục này hết hiệu lực${version.validTo ? ` từ ${formatDate(version.validTo)}` : ''}`}
    >
      <p>
        Nội dung dưới đây chỉ để tham khảo. <Link href={procedurePaths.publicList}>Tìm thủ tục khác</Link>
      </p>
    </Banner>
  );
}

/** The four questions everybody has, answered in a line each. */
function inShort({ version: { content, code }, places }: PublicProcedure) {
  const ways = [
    'Đến trực tiếp',
    content.onlineLevel === 'partial' ? 'nộp trực tuyến một phần' : '',
    content.onlineLevel === 'full' ? 'nộp trực tuyến từ đầu đến cuối' : '',
    content.postal ? 'gửi qua bưu chính công ích' : '',
  ];
  const [only] = places;
  return [
    { key: 'Dành cho', value: applicantWords(content.applicants) },
    { key: 'Thời hạn', value: limitWords(content) },
    { key: 'Cách nộp', value: ways.filter(Boolean).join(', ') },
    {
      key: 'Nơi nhận',
      value:
        places.length === 1 && only
          ? only.unit.name
          : `${formatNumber(places.length)} nơi, xem địa chỉ bên dưới`,
    },
    { key: 'Mã thủ tục', value: code ?? 'Chưa có mã quốc gia' },
  ];
}

/** Papers everybody needs first, then those that only some need, each with when. */
function Papers({ papers }: Pick<ProcedureContent, 'papers'>) {
  const always = papers.filter(({ required }) => required);
  const sometimes = papers.filter(({ required }) => !required);
  return (
    <>
      <PaperList papers={always} />
      {sometimes.length > 0 ? (
        <>
          <h3>Chỉ cần trong một số trường hợp</h3>
          <PaperList papers={sometimes} />
        </>
      ) : null}
    </>
  );
}

function PaperList({ papers }: { readonly papers: readonly Paper[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {papers.map((paper) => (
        <li key={paper.name}>
          <b>{paper.name}</b> ({paperKindWords(paper).toLowerCase()})
          {paper.condition ? <Note>{paper.condition}</Note> : null}
        </li>
      ))}
    </ul>
  );
}

function TimeLimit({ content, slug }: { readonly content: ProcedureContent; readonly slug: string }) {
  return (
    <>
      <p>
        <b>{limitWords(content)}</b>
        {content.timeLimit.unit === 'same-day' ? '.' : ', tính từ khi hồ sơ đầy đủ được tiếp nhận.'}
      </p>
      {content.timeLimit.note ? <p>{content.timeLimit.note}</p> : null}
      {content.extensions.length > 0 ? (
        <>
          <p>Có thể lâu hơn khi:</p>
          <Lines
            items={content.extensions.map(
              ({ when, addWorkingDays }) =>
                `${when}: thêm tối đa ${formatNumber(addWorkingDays)} ngày làm việc`,
            )}
          />
        </>
      ) : null}
      <p>
        <Link href={`/tinh-ngay-hen?procedure=${slug}`}>Tính thử ngày có kết quả</Link>
      </p>
    </>
  );
}

function Places({
  places,
  content,
}: {
  readonly places: readonly OpenPlace[];
  readonly content: ProcedureContent;
}) {
  if (places.length === 0)
    return <p>Hiện chưa nơi nào tiếp nhận thủ tục này. Hãy hỏi Bộ phận Một cửa gần nhất.</p>;
  const note =
    content.level === 'commune'
      ? 'Nộp tại xã, thị trấn có thẩm quyền giải quyết, thường là nơi bạn cư trú.'
      : '';
  return (
    <>
      {note ? <p>{note}</p> : null}
      {places.map((place) => (
        <Details key={place.unit.id} summary={place.unit.name} open={places.length < 3}>
          <Place place={place} />
        </Details>
      ))}
    </>
  );
}

function Place({ place: { unit, hours } }: { readonly place: OpenPlace }) {
  return (
    <SummaryList
      rows={[
        { key: 'Địa chỉ', value: unit.address || 'Chưa ghi' },
        ...(unit.phone ? [{ key: 'Điện thoại', value: unit.phone }] : []),
        ...(hours.length > 0 ? [{ key: 'Giờ làm việc', value: <Lines items={hours} /> }] : []),
      ]}
    />
  );
}

/** A step as somebody outside needs it: what, who, how long. */
function stepEntry(step: ProcedureContent['steps'][number]) {
  const who =
    step.place.scope === 'reception'
      ? 'Bộ phận Một cửa nơi bạn nộp'
      : step.place.scope === 'external'
        ? placeWords(step.place)
        : `${placeWords(step.place)} (${ROLE_LABELS[step.place.role].toLowerCase()})`;
  return { state: 'todo' as const, title: step.name, note: `${who}, ${hoursWords(step.workingHours)}` };
}

function MoreDetails({ content }: { readonly content: ProcedureContent }) {
  return (
    <>
      <Details summary="Mẫu đơn, tờ khai">
        <Lines items={content.forms.map(({ name }) => name)} />
      </Details>
      <Details summary="Tên đầy đủ và căn cứ pháp lý">
        <p>
          {content.name} ({content.domain}, {LEVEL_LABELS[content.level].toLowerCase()}).
        </p>
        <Lines items={content.legalBasis.map(legalWords)} />
      </Details>
    </>
  );
}

function PrintButtons({ slug, places }: { readonly slug: string; readonly places: readonly OpenPlace[] }) {
  if (places.length === 0) return null;
  return (
    <ButtonGroup>
      <Button href={procedurePaths.posting(slug)} variant="secondary" icon="print">
        In tờ niêm yết (PDF)
      </Button>
      <Button href={procedurePaths.qrCode(slug)} variant="link">
        Mã QR của trang này
      </Button>
    </ButtonGroup>
  );
}
