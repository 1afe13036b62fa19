import { test } from 'vitest';
import { openHouse, overflowOf, violationsOn } from './house.ts';

test('look', async () => {
  const house = await openHouse();
  const shot = async (login: string | undefined, path: string, name: string, width = 1280) => {
    const page = await house.visit({ ...(login ? { login } : {}), width });
    await page.goto(path);
    await page.screenshot({ path: `/tmp/h9/${name}.png`, fullPage: true });
    const v = await violationsOn(page);
    const o = await overflowOf(page);
    console.log(name, 'overflow', o, v.length ? v : 'axe ok');
    await page.context().close();
  };
  const B = '/procedures/dang-ky-khai-sinh';
  const H = '/procedures/dang-ky-thanh-lap-ho-kinh-doanh';
  await shot('noi-vu', '/procedures', 'list');
  await shot('noi-vu', '/procedures', 'list-360', 360);
  await shot('noi-vu', H, 'one');
  await shot('noi-vu', `${H}/versions/2`, 'version');
  await shot('noi-vu', `${H}/versions/2/edit/general`, 'edit-general');
  await shot('noi-vu', `${H}/versions/2/edit/papers`, 'edit-papers');
  await shot('noi-vu', `${H}/versions/2/edit/steps`, 'edit-steps');
  await shot('noi-vu', `${H}/versions/2/publish`, 'publish');
  await shot('noi-vu', `${B}/offerings`, 'offerings');
  await shot('noi-vu', '/procedures/coverage', 'coverage');
  await shot('noi-vu', '/procedures/import', 'import');
  await shot('noi-vu', '/procedures/new', 'new');
  await shot(undefined, '/thu-tuc', 'thu-tuc');
  await shot(undefined, '/thu-tuc?q=khai%20sinh', 'thu-tuc-q');
  await shot(undefined, '/thu-tuc?q=zqwxj', 'thu-tuc-none');
  await shot(undefined, '/thu-tuc/dang-ky-khai-sinh', 'cit-one');
  await shot(undefined, '/thu-tuc/dang-ky-khai-sinh', 'cit-one-360', 360);
  await shot(undefined, '/thu-tuc', 'thu-tuc-360', 360);
  const page = await house.visit({});
  const res = await page.request.get('/thu-tuc/dang-ky-khai-sinh/niem-yet.pdf');
  (await import('node:fs')).writeFileSync('/tmp/h9/sheet.pdf', await res.body());
  await house.close();
}, 120000);
