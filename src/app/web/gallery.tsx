import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import type { Assets } from '#web/assets.ts';
import { GALLERY_NAMES, GalleryPage } from '#web/ui/gallery.tsx';
import { renderPage } from '#web/ui/page.tsx';

/** Every component of the kit in every state, while developing. */
export function galleryRoutes(assets: Assets) {
  return new Hono<AppEnv>()
    .get('/gallery', (c) => c.redirect(`/gallery/${GALLERY_NAMES[0]}`, 303))
    .get('/gallery/:name', (c) =>
      c.html(renderPage(<GalleryPage assets={assets} name={c.req.param('name')} />)),
    );
}
