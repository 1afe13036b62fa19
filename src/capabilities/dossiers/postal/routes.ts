import { Hono } from 'hono';
import { only } from '#foundation/access/only.ts';
import type { AppEnv } from '#foundation/http.ts';
import { postPaths } from '#capabilities/post/schema.ts';
import { pdfResponse } from '#web/http/pdf-answer.ts';
import { printCourierList, printLabel } from './print.ts';

/** Papers of parcels. */
export const postalRoutes = new Hono<AppEnv>()
  .get(postPaths.courierList, only('dossier.post'), async (c) => {
    const { name, bytes } = await printCourierList(c.get('ctx'));
    return pdfResponse(name, bytes);
  })
  .get(postPaths.label(':id{[0-9]{1,15}}'), only('dossier.post'), async (c) => {
    const { name, bytes } = await printLabel(c.get('ctx'), Number(c.req.param('id')));
    return pdfResponse(name, bytes);
  });
