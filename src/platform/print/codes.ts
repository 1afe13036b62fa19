/** QR and bar codes as SVG text, for paper and for pages. Quiet zones are inside; no style attributes, so any CSP passes. */
import { toSVG } from 'bwip-js/node';

/**
 * A QR code with error correction M (15 %, what BWIPP takes unless told: a folded or smudged receipt still reads).
 * @param text what a scanner reads, up to about 2 kB of UTF-8
 * @param label Vietnamese name for people who cannot see it; without one the picture is hidden from screen readers
 */
export function qrSvg(text: string, label?: string): string {
  // Four modules of quiet zone (ISO/IEC 18004); bwip-js draws a module two points wide at scale 1.
  return named(toSVG({ bcid: 'qrcode', text, scale: 1, padding: 8, ...ON_WHITE }), label);
}

/**
 * A Code 128 bar code without the human-readable line.
 * @param text ASCII only, which dossier numbers are; anything else is an error of bwip-js
 */
export function code128Svg(text: string, label?: string): string {
  // Ten modules of quiet zone on both sides (ISO/IEC 15417), one point a module at scale 1.
  return named(toSVG({ bcid: 'code128', text, height: 12, scale: 1, paddingwidth: 10, ...ON_WHITE }), label);
}

const ON_WHITE = { backgroundcolor: 'FFFFFF' } as const;

function named(svg: string, label: string | undefined): string {
  const attributes = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escaped(label)}"`;
  return svg.trim().replace('<svg ', `<svg ${attributes} `);
}

function escaped(label: string): string {
  return label.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
