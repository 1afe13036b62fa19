/** QR and bar codes as SVG text, for paper and for pages. Quiet zones are inside; no style attributes, so any CSP passes. */
import { toSVG } from 'bwip-js/node';
import { encode } from 'uqr';

/**
 * A QR code with error correction M (15 %: a folded or smudged receipt still reads).
 * @param text what a scanner reads, up to about 2 kB of UTF-8; longer is an error
 * @param label Vietnamese name for people who cannot see it; without one the picture is hidden from screen readers
 */
export function qrSvg(text: string, label?: string): string {
  // Four modules of quiet zone (ISO/IEC 18004). uqr takes a fifth of the time of bwip-js.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.map((row, y) => darkRuns(row, y)).join('');
  const square = `<rect width="${size}" height="${size}" fill="#FFFFFF"/>`;
  return named(
    `<svg viewBox="0 0 ${size} ${size}" xmlns="http://www.w3.org/2000/svg">${square}<path d="${runs}"/></svg>`,
    label,
  );
}

/**
 * A Code 128 bar code without the human-readable line.
 * @param text ASCII only, which dossier numbers are; anything else is an error of bwip-js
 */
export function code128Svg(text: string, label?: string): string {
  // Ten modules of quiet zone on both sides (ISO/IEC 15417), one point a module at scale 1.
  const bars = toSVG({
    bcid: 'code128',
    text,
    height: 12,
    scale: 1,
    paddingwidth: 10,
    backgroundcolor: 'FFFFFF',
  });
  return named(bars.trim(), label);
}

/** Dark modules side by side become one bar, one module high: no hairlines between them when printed. */
function darkRuns(row: readonly boolean[], y: number): string {
  const modules = row.map((isDark) => (isDark ? 'x' : ' ')).join('');
  return Array.from(
    modules.matchAll(/x+/g),
    ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
  ).join('');
}

function named(svg: string, label: string | undefined): string {
  const attributes = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escaped(label)}"`;
  return svg.replace('<svg ', `<svg ${attributes} `);
}

function escaped(label: string): string {
  return label.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
