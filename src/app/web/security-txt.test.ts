import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestWorld, type TestSystem, TUESDAY_MORNING } from '#test/database.ts';
import { visitorOf } from '#test/visitor.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await openTestWorld();
  system.setClock(TUESDAY_MORNING);
});
afterAll(async () => system.close());

describe('Somebody who has found a weakness', () => {
  test('finds in security.txt whom to tell, and until when that counts', async () => {
    const { status, html, response } = await (await visitorOf(system)).get('/.well-known/security.txt');
    expect(status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=UTF-8');
    const fields = new Map(html.trimEnd().split('\n').map(fieldOf));
    expect([...fields.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
    expect(fields.get('Canonical')).toBe(`${system.publicUrl}/.well-known/security.txt`);
    expect(fields.get('Expires')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const days = (Date.parse(fields.get('Expires') ?? '') - system.clock().getTime()) / 86_400_000;
    expect(days).toBe(180);
  });

  test('is led to a page that says where the authority is', async () => {
    const visitor = await visitorOf(system);
    const { html } = await visitor.get('/.well-known/security.txt');
    const contact = /^Contact: (.+)$/m.exec(html)?.[1] ?? '';
    const page = await visitor.get(new URL(contact).pathname);
    expect(page.status).toBe(200);
    expect(page.html).toContain('mc-foot__authority');
    expect(page.text).toContain('huyện An Lão');
  });
});

function fieldOf(line: string): [string, string] {
  const [name = '', ...value] = line.split(': ');
  return [name, value.join(': ')];
}
