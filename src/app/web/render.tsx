import type { ComponentChildren } from 'preact';
import type { Assets } from '#web/assets.ts';
import { takeNotice } from '#web/http/cookies.ts';
import { htmlAnswer } from '#web/http/html.ts';
import { CitizenShell } from '#web/shell/citizen-shell.tsx';
import { StaffShell } from '#web/shell/staff-shell.tsx';
import { Banner } from '#web/ui/banner.tsx';
import { Link } from '#web/ui/link.tsx';
import { PageValues } from '#web/ui/hidden-fields.tsx';
import { PageFrame, renderPage } from '#web/ui/page.tsx';
import { requireActor } from '#foundation/access/authorise.ts';
import { SECOND_FACTOR } from '#foundation/access/second-factor/schema.ts';
import { valuesOfPost } from '#foundation/acting-post.ts';
import type { AppContext, PageOptions, PageRenderer } from '#foundation/http.ts';
import { unitNames } from '#foundation/organisation/service.ts';
import { personalDataPaths } from '#foundation/personal-data/schema.ts';
import { newFormId } from '#foundation/submit.ts';
import { noticePaths } from '#capabilities/notifications/schema.ts';
import { MOST_COUNTED, unreadNotices } from '#capabilities/notifications/mine/service.ts';
import { citizenFrame } from './citizen-frame.ts';
import { deskOf, navigation } from './navigation.ts';

/** Answers with a page of the officers' desk. */
export function staffRenderer(c: AppContext, assets: Assets): PageRenderer {
  return async (options, content) => {
    const ctx = c.get('ctx');
    const actor = requireActor(ctx);
    const unitName = await unitNames(ctx, 'shortName');
    const { ownHeading, title, tag, lead, actions, breadcrumbs } = options;
    const ofPost = (part: ComponentChildren) => (
      <PageValues.Provider value={valuesOfPost(actor)}>{part}</PageValues.Provider>
    );
    const page = (
      <PageFrame
        title={`${title} · Một Cửa`}
        assets={assets.staff}
        bodyClass="mc-staff"
        asksPasskey={options.asksPasskey}
        drawsProcess={options.drawsProcess}
      >
        <StaffShell
          {...(ownHeading ? {} : { title })}
          tag={tag}
          lead={lead}
          actions={actions ? ofPost(actions) : null}
          unitName={unitName(actor.post.unitId)}
          homeHref={deskOf(actor)}
          person={{
            name: actor.name,
            postTitle: actor.post.title,
            unitName: unitName(actor.post.unitId),
            accountHref: '/account',
          }}
          posts={actor.posts
            .filter((post) => post.postId !== actor.post.postId)
            .map((post) => ({ id: String(post.postId), title: post.title, unitName: unitName(post.unitId) }))}
          bell={{ href: noticePaths.mine, unread: await unreadNotices(ctx), most: MOST_COUNTED }}
          nav={await navigation(ctx, c.req.path)}
          breadcrumbs={breadcrumbs ?? []}
          search={{
            action: '/search',
            value: c.req.path === '/search' ? (c.req.query('q') ?? '') : '',
            source: '/search.json?q=',
          }}
          notice={<Substitution name={actor.post.substitutesFor} />}
          hidden={[{ name: 'formId', value: newFormId() }]}
        >
          <Notice c={c} />
          <SecondFactorAdvice c={c} desk={deskOf(actor)} />
          {ofPost(content)}
        </StaffShell>
      </PageFrame>
    );
    return answer(c, options, page);
  };
}

/** Answers with a page of the public side. */
export function citizenRenderer(c: AppContext, assets: Assets): PageRenderer {
  return async (options, content) => {
    const frame = await citizenFrame(c.get('ctx'), c.req.path);
    const { ownHeading, title, lead, breadcrumbs, hero, width, description } = options;
    const page = (
      <PageFrame
        title={`${title} · ${frame.siteName}`}
        assets={assets.citizen}
        {...(description ? { description } : {})}
        bodyClass="mc-citizen"
        asksPasskey={options.asksPasskey}
      >
        <CitizenShell
          {...(ownHeading ? {} : { title })}
          lead={lead}
          siteName={frame.siteName}
          authorityName={frame.authorityName}
          nav={frame.nav}
          breadcrumbs={breadcrumbs ?? []}
          hero={hero}
          width={width ?? 'narrow'}
          footer={
            <>
              {frame.footer}
              <p>
                <a href={personalDataPaths.citizens}>Chúng tôi giữ dữ liệu gì của bạn</a>
              </p>
            </>
          }
        >
          <Notice c={c} />
          {content}
        </CitizenShell>
      </PageFrame>
    );
    return answer(c, options, page);
  };
}

function answer(c: AppContext, options: PageOptions, page: Parameters<typeof renderPage>[0]): Response {
  return htmlAnswer(c, renderPage(page), options.status ?? 200);
}

function Notice({ c }: { readonly c: AppContext }): ComponentChildren {
  const text = takeNotice(c);
  return text ? <Banner kind="success">{text}</Banner> : null;
}

/** Where the day begins, whoever changes what others rely on is reminded that a password alone protects it. */
function SecondFactorAdvice({
  c,
  desk,
}: {
  readonly c: AppContext;
  readonly desk: string;
}): ComponentChildren {
  if (c.get('secondFactor') !== 'advised' || (c.req.path !== desk && c.req.path !== '/account')) return null;
  return (
    <Banner kind="warning" title="Tài khoản của bạn mới chỉ được bảo vệ bằng mật khẩu">
      <p>
        Vị trí này thay đổi được cán bộ, tổ chức hoặc thủ tục.{' '}
        <Link href={SECOND_FACTOR}>Thêm bước xác thực thứ hai</Link> để người biết mật khẩu của bạn cũng không
        vào được.
      </p>
    </Banner>
  );
}

function Substitution({ name }: { readonly name: string | null }): ComponentChildren {
  return name ? <p>Bạn đang làm thay {name}. Mọi việc được ghi theo tên bạn.</p> : null;
}
