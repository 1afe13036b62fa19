import type { Request } from 'autocannon';
import { randomUUID } from 'node:crypto';
import { at, type Counter, newIdNumber } from '../verbs/receive.ts';
import { cookieOf } from '../staff.ts';
import type { World } from '../world.ts';
import { bodyOf, formOf, withFields } from './form.ts';
import type { Server } from './server.ts';

/**
 * Requests that receive at the counters: the form of the page with every paper ticked, a person never seen before and a
 * form id of its own each time.
 */
export async function receiveRequests(
  world: World,
  server: Server,
  counters: readonly Counter[],
): Promise<(turn: number) => Request> {
  const forms = await Promise.all(counters.map(async (counter) => filledForm(world, server, counter)));
  return (turn) => {
    const { cookie, path, form } = at(forms, turn);
    const changes = { formId: randomUUID(), 'applicant.idNumber': newIdNumber() };
    const { type, body } = bodyOf({ ...form, fields: withFields(form.fields, changes) });
    return { method: 'POST', path, headers: { cookie, 'content-type': type }, body };
  };
}

async function filledForm(world: World, server: Server, { ctx, input }: Counter) {
  const cookie = await cookieOf(world.system, world.superuser, ctx);
  const path = `/intake/${input.slug}`;
  const page = await fetch(`${server.url}${path}`, { headers: { cookie } });
  if (!page.ok) throw new Error(`${path} answers ${page.status}`);
  const html = await page.text();
  const form = formOf(html, path);
  const { fullName, phone, email, address } = input.applicant;
  const person = Object.entries({ fullName, phone, email, address });
  const papers = [...html.matchAll(/name="(papers\.\d+\.present)"/g)].map(([, name]) => [name, 'yes']);
  const changes = {
    ...Object.fromEntries(person.map(([field, value]) => [`applicant.${field}`, value])),
    ...Object.fromEntries(papers),
    passOnNow: null,
  };
  return { cookie, path, form: { ...form, fields: withFields(form.fields, changes) } };
}
