import { Hono } from 'hono';
import type { AppEnv } from '#foundation/http.ts';
import { Button } from '#web/ui/button.tsx';
import { filePaths } from '../files/schema.ts';
import { dossierPath } from '../schema.ts';
import { PreviewContent } from './pages.tsx';
import { previewOf } from './preview.ts';

export const paperRoutes = new Hono<AppEnv>();

paperRoutes.get('/dossiers/:number/files/:id{[0-9]{1,15}}/preview', async (c) => {
  const { number, id } = c.req.param();
  const { file, scan, pages } = await previewOf(c.get('ctx'), number, Number(id));
  const breadcrumbs = [
    { text: 'Hồ sơ', href: '/dossiers' },
    { text: number, href: dossierPath(number) },
    { text: file.name },
  ];
  const actions = (
    <Button href={`${filePaths.one(number, file.id)}?download`} variant="secondary" icon="download">
      Tải về
    </Button>
  );
  return c.get('staffPage')(
    { title: file.name, breadcrumbs, actions },
    <PreviewContent view={{ number, file, scan, pages }} />,
  );
});
