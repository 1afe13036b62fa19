import type { Assets } from '#web/assets.ts';
import { htmlAnswer } from '#web/http/html.ts';
import { CitizenShell } from '#web/shell/citizen-shell.tsx';
import { PageFrame, renderPage } from '#web/ui/page.tsx';
import type { AppContext, PageRenderer } from '#foundation/http.ts';
import { LINKS } from './citizen-frame.ts';

const SITE = 'Một Cửa';

/** Answers with a page of the public side for which nothing is read: when the database does not answer, this still does. */
export function bareRenderer(c: AppContext, assets: Assets): PageRenderer {
  const nav = LINKS.map((link) => ({ ...link, current: false }));
  return async ({ title, status = 200 }, content) => {
    const page = (
      <PageFrame title={`${title} · ${SITE}`} assets={assets.citizen} bodyClass="mc-citizen">
        <CitizenShell title={title} siteName={SITE} authorityName="" nav={nav} width="narrow">
          {content}
        </CitizenShell>
      </PageFrame>
    );
    return htmlAnswer(c, renderPage(page), status);
  };
}
