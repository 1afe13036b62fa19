import { Hono } from 'hono';
import { z } from 'zod';
import { clearSessionToken, leaveNotice, sessionToken } from '#web/http/cookies.ts';
import { valueOf } from '#web/http/form-values.ts';
import { readForm } from '#web/http/read-form.ts';
import type { AppEnv } from '#foundation/http.ts';
import { refuse } from '#kernel/refusal.ts';
import { requireActor } from '../authorise.ts';
import { endOtherSessions, endOwnSession, signOut, switchPost } from './service.ts';

/**
 * The small buttons of a signed-in browser. They have no fields to correct and repeat without harm, so they act and
 * redirect at once; a refusal becomes the page of its kind.
 */
export const sessionRoutes = new Hono<AppEnv>()
  .post('/sign-out', async (c) => {
    const token = sessionToken(c);
    if (token) await signOut(c.get('ctx'), token);
    clearSessionToken(c);
    // What was typed and not sent may lie in the browser's storage; the next one at this computer has no part in it.
    c.header('Clear-Site-Data', '"cache", "storage"');
    leaveNotice(c, 'Bạn đã đăng xuất.');
    return c.redirect('/sign-in', 303);
  })
  .post('/session/post', async (c) => {
    requireActor(c.get('ctx'));
    const form = await readForm(c);
    const postId = idOf(valueOf(form.values, 'postId'));
    await switchPost(c.get('ctx'), { token: sessionToken(c) ?? '', postId });
    leaveNotice(c, 'Đã chuyển vị trí làm việc.');
    return c.redirect('/desk', 303);
  })
  .post('/account/sessions/end-others', async (c) => {
    const ended = await endOtherSessions(c.get('ctx'), sessionToken(c) ?? '');
    leaveNotice(
      c,
      ended > 0 ? `Đã kết thúc ${ended} phiên đăng nhập khác.` : 'Không có phiên đăng nhập nào khác.',
    );
    return c.redirect('/account', 303);
  })
  .post('/account/sessions/:id/end', async (c) => {
    await endOwnSession(c.get('ctx'), idOf(c.req.param('id')));
    leaveNotice(c, 'Đã kết thúc phiên đăng nhập.');
    return c.redirect('/account', 303);
  });

function idOf(text: string): number {
  const parsed = z.coerce.number<string>().int().positive().safeParse(text);
  return parsed.success ? parsed.data : refuse('missing', 'Trang này không có. Hãy quay lại trang trước.');
}
