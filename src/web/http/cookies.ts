import type { Context as HttpContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecure } from './client.ts';

const SESSION = 'motcua_session';
/** Between the password and the second step. */
const HALF = 'motcua_second_step';
const NOTICE = 'motcua_notice';
/** Whose accounts were opened in this browser before. */
const KNOWN = 'motcua_known';

const KNOWN_DAYS = 365;

export function sessionToken(c: HttpContext): string | undefined {
  return read(c, SESSION);
}

export function setSessionToken(c: HttpContext, token: string, expires: Date): void {
  write(c, SESSION, { value: token, sameSite: 'Lax', expires });
}

export function clearSessionToken(c: HttpContext): void {
  clear(c, SESSION);
}

export function halfToken(c: HttpContext): string | undefined {
  return read(c, HALF);
}

export function setHalfToken(c: HttpContext, token: string, expires: Date): void {
  write(c, HALF, { value: token, sameSite: 'Strict', expires });
}

export function clearHalfToken(c: HttpContext): void {
  clear(c, HALF);
}

/** A sentence shown once, on the next page: what the last form did. */
export function leaveNotice(c: HttpContext, text: string): void {
  write(c, NOTICE, { value: text, sameSite: 'Lax', maxAge: 60 });
}

export function takeNotice(c: HttpContext): string | null {
  const text = read(c, NOTICE);
  if (text === undefined) return null;
  clear(c, NOTICE);
  return text;
}

/** The marks of accounts that were opened in this browser; they open nothing. */
export function knownMarks(c: HttpContext): string | undefined {
  return read(c, KNOWN);
}

export function setKnownMarks(c: HttpContext, marks: string): void {
  write(c, KNOWN, { value: marks, sameSite: 'Lax', maxAge: KNOWN_DAYS * 86_400 });
}

type Cookie = {
  readonly value: string;
  readonly sameSite: 'Lax' | 'Strict';
  readonly expires?: Date;
  readonly maxAge?: number;
};

/** Over TLS with the prefix that browsers take from this very host only; a neighbour's page cannot put one there. */
function prefixOf(c: HttpContext): { readonly prefix: 'host' } | Readonly<Record<string, never>> {
  return isSecure(c) ? { prefix: 'host' } : {};
}

function read(c: HttpContext, name: string): string | undefined {
  return isSecure(c) ? getCookie(c, name, 'host') : getCookie(c, name);
}

function write(c: HttpContext, name: string, { value, ...life }: Cookie): void {
  setCookie(c, name, value, { ...life, httpOnly: true, path: '/', secure: isSecure(c), ...prefixOf(c) });
}

function clear(c: HttpContext, name: string): void {
  deleteCookie(c, name, { path: '/', secure: isSecure(c), ...prefixOf(c) });
}
