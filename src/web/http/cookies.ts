import type { Context as HttpContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const SESSION = 'motcua_session';
/** Between the password and the second step. */
const HALF = 'motcua_second_step';
const NOTICE = 'motcua_notice';

/** Whether the browser reached us through TLS (directly or through a proxy that says so): then cookies are Secure. */
function isSecure(c: HttpContext): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
}

export function sessionToken(c: HttpContext): string | undefined {
  return getCookie(c, SESSION);
}

export function setSessionToken(c: HttpContext, token: string, expires: Date): void {
  setCookie(c, SESSION, token, { httpOnly: true, sameSite: 'Lax', secure: isSecure(c), path: '/', expires });
}

export function clearSessionToken(c: HttpContext): void {
  deleteCookie(c, SESSION, { path: '/' });
}

export function halfToken(c: HttpContext): string | undefined {
  return getCookie(c, HALF);
}

export function setHalfToken(c: HttpContext, token: string, expires: Date): void {
  setCookie(c, HALF, token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(c),
    path: '/sign-in',
    expires,
  });
}

export function clearHalfToken(c: HttpContext): void {
  deleteCookie(c, HALF, { path: '/sign-in' });
}

/** A sentence shown once, on the next page: what the last form did. */
export function leaveNotice(c: HttpContext, text: string): void {
  setCookie(c, NOTICE, text, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    path: '/',
    maxAge: 60,
  });
}

export function takeNotice(c: HttpContext): string | null {
  const text = getCookie(c, NOTICE);
  if (text === undefined) return null;
  deleteCookie(c, NOTICE, { path: '/' });
  return text;
}
