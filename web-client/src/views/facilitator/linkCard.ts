// SPDX-License-Identifier: MIT
// A sheet with several links, each with its QR, its name and what it opens, as an svg text. For whoever prints rather than shares.
import { qrPath, quietZone } from '../../ui/qr';
import { escapeText, wrapWords } from './joinCard';

export interface CardRow { name: string; does: string; link: string }
export interface LinkCard { title: string; warning: string; rows: readonly CardRow[] }

const width = 1240;
const margin = 80;
const qrSide = 250;
const gap = 44;
const rowGap = 46;
const textLeft = margin + qrSide + gap;
const lineHeight = 1.32;
/** Of a plain sans serif and of one of fixed width, in parts of their size. */
const glyphShare = 0.54;
const fixedShare = 0.62;

const perLine = (size: number, left: number, share: number) => Math.floor((width - margin - left) / (size * share));

export function linkCardSvg({ title, warning, rows }: LinkCard): string {
  const drawn: string[] = [];
  let y = margin;
  const write = (text: string, left: number, size: number, { weight = 400, fixed = false } = {}) => {
    for (const line of wrapWords(text, perLine(size, left, fixed ? fixedShare : glyphShare))) {
      y += size * lineHeight;
      const family = fixed ? ' font-family="ui-monospace, Consolas, monospace"' : '';
      drawn.push(`<text x="${left}" y="${Math.round(y - size * 0.3)}" font-size="${size}" font-weight="${weight}"${family}>${escapeText(line)}</text>`);
    }
  };
  write(title, margin, 50, { weight: 700 });
  y += 10;
  write(warning, margin, 28);
  for (const { name, does, link } of rows) {
    y += rowGap;
    const top = y;
    const { size, path } = qrPath(link);
    const module = qrSide / (size + 2 * quietZone);
    drawn.push(`<path transform="translate(${margin + quietZone * module} ${top + quietZone * module}) scale(${module})" d="${path}" fill="#10131f" shape-rendering="crispEdges"/>`);
    y += 8;
    write(name, textLeft, 40, { weight: 700 });
    write(does, textLeft, 28);
    y += 12;
    write(link, textLeft, 23, { fixed: true });
    y = Math.max(y, top + qrSide);
  }
  const height = Math.ceil(y + margin);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" fill="#1b2036">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`, ...drawn, '</svg>',
  ].join('');
}
