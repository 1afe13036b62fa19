import { limitWords } from '#capabilities/procedures/words.ts';
import { procedurePaths, type OfferedProcedure } from '#capabilities/procedures/schema.ts';
import { compareText } from '#kernel/vietnamese/collate.ts';
import { Banner } from '#web/ui/banner.tsx';
import { Button } from '#web/ui/button.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FieldGrid } from '#web/ui/field-grid.tsx';
import { Form } from '#web/ui/form.tsx';
import { Link } from '#web/ui/link.tsx';
import { LinkList } from '#web/ui/link-list.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { Section } from '#web/ui/section.tsx';
import { matchHint } from '../applicants/routes.ts';
import type { ApplicantMatch } from '../applicants/schema.ts';
import { intakePaths } from '../schema.ts';
import { formHref, pickHref } from './links.ts';
import type { Choice, ChoiceQuery } from './service.ts';

export type ChoiceView = { readonly choice: Choice; readonly query: ChoiceQuery };

/** Who and what: the beginning of every reception. */
export function ChoiceContent({ view }: { view: ChoiceView }) {
  const { choice, query } = view;
  const isKnown = query.who !== '' || query.from !== '';
  return (
    <>
      <Panel>
        <Form
          action={intakePaths.choice}
          method="get"
          label="Bắt đầu tiếp nhận"
          hidden={query.from === '' ? [] : [{ name: 'from', value: query.from }]}
        >
          <FieldGrid>
            <Combobox
              id="who"
              name="who"
              label="Người nộp"
              hint="Số định danh, mã số thuế, điện thoại hoặc họ tên"
              source={`${intakePaths.applicantsJson}?q=`}
              text={query.who}
              value={query.whoValue}
              width="full"
              autofocus={!isKnown}
            />
            <Combobox
              id="what"
              name="what"
              label="Thủ tục"
              hint="Gõ theo lời người dân cũng được, không cần dấu"
              source={`${procedurePaths.searchJson}?unit=${choice.unit.id}&q=`}
              text={query.what}
              value={query.whatValue}
              width="full"
              autofocus={isKnown}
            />
          </FieldGrid>
          <Button hotkey="Ctrl Enter" hotkeyLabel="Tiếp tục">
            Tiếp tục
          </Button>
        </Form>
      </Panel>
      <PersonBanner view={view} />
      <People view={view} />
      {choice.found === null ? <Offered view={view} /> : <Found view={view} />}
    </>
  );
}

/** Whom the links below will be about. */
function PersonBanner({ view: { choice, query } }: { view: ChoiceView }) {
  const { person } = choice;
  if (query.from !== '') {
    return (
      <Banner kind="info">
        <p>Lấy lại người nộp của hồ sơ {query.from}. Hãy chọn thủ tục.</p>
      </Banner>
    );
  }
  if (person === null) return null;
  return (
    <Banner kind="info">
      <p>
        {person.id === null
          ? `Chưa có ai khớp với “${person.typed}”: sẽ nhập người nộp mới. Hãy chọn thủ tục.`
          : `Người nộp: ${query.who}. Hãy chọn thủ tục.`}
      </p>
    </Banner>
  );
}

function People({ view: { choice, query } }: { view: ChoiceView }) {
  const { people, person } = choice;
  if (people === null || people.length === 0 || person !== null) return null;
  return (
    <Panel title="Người đã từng nộp hồ sơ">
      <LinkList single links={people.map((match) => personLine(match, query))} />
      <p class="govuk-body">
        Không phải ai trong số này:{' '}
        <Link href={pickHref(query, { id: null, typed: query.who }, query.who)}>nhập người mới</Link>.
      </p>
    </Panel>
  );
}

function personLine(match: ApplicantMatch, query: ChoiceQuery) {
  const person = { id: match.id, typed: match.exact ? query.who : '' };
  return { href: pickHref(query, person, match.fullName), text: match.fullName, note: matchHint(match) };
}

function Found({ view }: { view: ChoiceView }) {
  const { choice, query } = view;
  const found = choice.found ?? [];
  if (found.length === 0) {
    return (
      <>
        <EmptyState
          title={`Không thấy thủ tục nào khớp với “${query.what}” ở quầy này`}
          text="Hãy gõ cách khác, hoặc chọn trong danh mục dưới đây."
        />
        <Offered view={view} />
      </>
    );
  }
  return (
    <Panel title={`Thủ tục khớp với “${query.what}”`}>
      <LinkList single links={found.map((offer) => offerLine(offer, view))} />
    </Panel>
  );
}

/** What is received most often, each with its digit, then everything by domain. */
function Offered({ view }: { view: ChoiceView }) {
  const { offers, favourites } = view.choice;
  if (offers.length === 0) {
    return (
      <EmptyState
        title="Quầy này chưa được giao tiếp nhận thủ tục nào"
        text="Người quản lý danh mục giao thủ tục cho quầy ở trang thủ tục hành chính."
      />
    );
  }
  const domains = [...new Set(offers.map((offer) => offer.version.content.domain))].sort(compareText);
  return (
    <>
      {favourites.length > 0 ? (
        <Panel title="Hay tiếp nhận ở quầy này">
          <ul class="govuk-list">
            {favourites.map((offer, index) => (
              <li key={offer.id}>
                <Button variant="link" href={hrefOf(offer, view)} hotkey={String(index + 1)}>
                  {offer.version.content.shortName}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {domains.map((domain) => (
        <Section key={domain} title={domain}>
          <LinkList
            links={offers
              .filter((offer) => offer.version.content.domain === domain)
              .map((offer) => offerLine(offer, view))}
          />
        </Section>
      ))}
    </>
  );
}

function offerLine(offer: OfferedProcedure, view: ChoiceView) {
  const { content } = offer.version;
  return { href: hrefOf(offer, view), text: content.shortName, note: limitWords(content) };
}

function hrefOf(offer: OfferedProcedure, { choice, query }: ChoiceView): string {
  return formHref(offer.version.slug, { person: choice.person, from: query.from });
}
