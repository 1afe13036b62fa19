import { describe, expect, it } from 'vitest';
import type { Assets } from '#web/assets.ts';
import { GALLERY_NAMES, GalleryPage } from './gallery.tsx';
import { renderPage } from './page.tsx';

const PAGE = {
  css: '/assets/a.css',
  js: '/assets/a.js',
  passkey: '/assets/passkey.js',
  icon: '/assets/icon.svg',
  fonts: ['/assets/a.woff2'],
};
const ASSETS: Assets = { citizen: PAGE, staff: PAGE, receiptCheck: { script: '', style: '' } };

describe.each(GALLERY_NAMES)('the gallery page %s', (name) => {
  const html = renderPage(<GalleryPage assets={ASSETS} name={name} />);

  it('has nothing a strict content security policy would stop', () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html).not.toContain('javascript:');
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/a.js" type="module">']);
    expect(html).not.toContain('<style');
  });

  it('has one h1, one main and a language', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html).toMatch(/^<!doctype html><html lang="vi">/);
  });

  it('uses no id twice', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('names every control with a label', () => {
    const labelled = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]+)"/g)].map((match) => match[1]));
    const controls = html.match(/<(?:input|select|textarea)\b[^>]*>/g) ?? [];
    const nameless = controls
      .filter((control) => !/type="hidden"|aria-label=|data-select/.test(control))
      .filter((control) => !labelled.has(/\sid="([^"]+)"/.exec(control)?.[1] ?? ''));
    expect(nameless).toEqual([]);
  });
});
