import type { LocalDate } from '#kernel/local-date.ts';
import { formatDate } from '#kernel/vietnamese/format.ts';
import { type FieldOf, ProblemSummary } from '#foundation/form-parts.tsx';
import type { FormProblem } from '#foundation/submit.ts';
import { Button } from '#web/ui/button.tsx';
import { ButtonGroup } from '#web/ui/button-group.tsx';
import { Columns } from '#web/ui/columns.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DefinitionTable } from '#web/ui/definition-table.tsx';
import { Details } from '#web/ui/details.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { Note } from '#web/ui/note.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { StateTag } from '#web/ui/state-tag.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { EXAMPLE_FACTS, FACT_WORDS, factsOf } from '../facts.ts';
import { Lines } from '../lines.tsx';
import { rendered } from '../rules.ts';
import {
  CHANNEL_LABELS,
  type Channel,
  noticePaths,
  type NoticeTemplate,
  TEMPLATE_CODES,
  TEMPLATE_LABELS,
  type TemplateCode,
} from '../schema.ts';
import { plainText, smsSize } from '../sms.ts';
import { NoticeTabs } from '../tabs.tsx';
import { textInForce } from './service.ts';

const CHANNELS = ['email', 'sms', 'zalo', 'app'] as const satisfies readonly Channel[];

type ListView = {
  readonly templates: readonly NoticeTemplate[];
  readonly today: LocalDate;
  readonly mayChange: boolean;
};

/** Every kind of notice with the channels on which something is said. */
export function TemplateListContent({ view }: { readonly view: ListView }) {
  const { templates, today } = view;
  return (
    <>
      <NoticeTabs current="templates" />
      <DefinitionTable
        caption="Mẫu thông báo"
        head={['Thông báo', ...CHANNELS.map((channel) => CHANNEL_LABELS[channel])]}
        rows={TEMPLATE_CODES.map((code) => [
          TEMPLATE_LABELS[code],
          ...CHANNELS.map((channel) => {
            const text = textInForce(templates, { code, channel, on: today });
            return <TemplateCell code={code} channel={channel} text={text} />;
          }),
        ])}
      />
    </>
  );
}

type CellProps = {
  readonly code: TemplateCode;
  readonly channel: Channel;
  readonly text: NoticeTemplate | null;
};

function TemplateCell({ code, channel, text }: CellProps) {
  const about = `${TEMPLATE_LABELS[code]}, ${CHANNEL_LABELS[channel]}`;
  return (
    <Link href={noticePaths.template(code, channel)} about={about}>
      {text === null ? 'Không gửi' : `Từ ${formatDate(text.validFrom)}`}
    </Link>
  );
}

export type TemplateView = {
  readonly code: TemplateCode;
  readonly channel: Channel;
  readonly versions: readonly NoticeTemplate[];
  readonly today: LocalDate;
  readonly mayChange: boolean;
  readonly field: FieldOf;
  readonly problem: FormProblem;
  readonly formId: string;
  readonly known: string;
};

/** The words of one kind of notice on one channel: what holds, a try with made-up facts, a change from a day on. */
export function TemplateContent({ view }: { readonly view: TemplateView }) {
  return (
    <>
      <ProblemSummary problem={view.problem} />
      <Columns side={<Side view={view} />}>
        {view.mayChange ? <TextForm view={view} /> : <Preview view={view} />}
        {view.mayChange && view.versions.length > 0 ? <StopForm view={view} /> : null}
      </Columns>
    </>
  );
}

function TextForm({ view }: { readonly view: TemplateView }) {
  const { code, channel, field, formId, known } = view;
  return (
    <Form
      action={noticePaths.template(code, channel)}
      formId={formId}
      hidden={[{ name: 'known', value: known }]}
      guard
    >
      {hasSubject(channel) ? <TextField {...field('subject')} label="Tiêu đề" width="full" /> : null}
      <TextArea {...field('body')} label="Nội dung" rows={channel === 'email' ? 12 : 5} />
      <DateField {...field('validFrom')} label="Áp dụng từ ngày" />
      <ButtonGroup>
        <Button>Lưu mẫu</Button>
        <Button variant="secondary" formAction={noticePaths.preview(code, channel)}>
          Xem thử
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function StopForm({ view }: { readonly view: TemplateView }) {
  const { code, channel, field, formId, known } = view;
  return (
    <Details summary="Thôi gửi trên kênh này" open={view.problem.fields['stopFrom'] !== undefined}>
      <Form
        action={noticePaths.stop(code, channel)}
        formId={formId}
        hidden={[{ name: 'known', value: known }]}
      >
        <DateField {...field('stopFrom')} label="Thôi gửi từ ngày" />
        <Button variant="warning">Thôi gửi</Button>
      </Form>
    </Details>
  );
}

function Side({ view }: { readonly view: TemplateView }) {
  return (
    <>
      {view.mayChange ? <Preview view={view} /> : null}
      <Panel title="Chỗ điền">
        <ul class="govuk-list">
          {factsOf(view.code).map((fact) => (
            <li key={fact}>
              <code>{`{${FACT_WORDS[fact]}}`}</code>
            </li>
          ))}
        </ul>
      </Panel>
      <Versions view={view} />
    </>
  );
}

function Preview({ view: { channel, field } }: { readonly view: TemplateView }) {
  const subject = rendered(field('subject').value, EXAMPLE_FACTS);
  const body = rendered(field('body').value, EXAMPLE_FACTS);
  return (
    <Panel title="Xem thử" accent="jade">
      {hasSubject(channel) && subject ? (
        <p>
          <strong>{subject}</strong>
        </p>
      ) : null}
      {body ? <Lines text={body} /> : <p>Chưa có nội dung: không gửi gì trên kênh này.</p>}
      {channel === 'sms' && body ? <SmsLength text={body} /> : null}
      <Note>Với một hồ sơ mẫu.</Note>
    </Panel>
  );
}

function SmsLength({ text }: { readonly text: string }) {
  const words = (what: string, size: ReturnType<typeof smsSize>): string =>
    `${what}: ${size.length} ký tự, ${size.parts} tin`;
  return (
    <Note>
      {words('Không dấu', smsSize(plainText(text)))}; {words('có dấu', smsSize(text)).toLowerCase()}.
    </Note>
  );
}

function Versions({ view: { versions, today } }: { readonly view: TemplateView }) {
  if (versions.length === 0) return null;
  return (
    <Panel title="Các bản">
      <DefinitionTable
        caption="Các bản của mẫu"
        head={['Áp dụng', 'Tình trạng']}
        rows={versions.toReversed().map((version) => [periodWords(version), stateOf(version, today)])}
      />
    </Panel>
  );
}

function periodWords({ validFrom, validTo }: NoticeTemplate): string {
  return validTo === null
    ? `từ ${formatDate(validFrom)}`
    : `${formatDate(validFrom)} – trước ${formatDate(validTo)}`;
}

function stateOf({ validFrom, validTo }: NoticeTemplate, today: LocalDate) {
  if (validFrom > today) return <StateTag tone="soon" text="Sắp áp dụng" />;
  if (validTo !== null && validTo <= today) return <StateTag text="Đã thôi" />;
  return <StateTag tone="fine" text="Đang dùng" />;
}

function hasSubject(channel: Channel): boolean {
  return channel === 'email' || channel === 'app';
}
