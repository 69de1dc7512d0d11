// SPDX-License-Identifier: MIT
// The card to put in an invitation or on a door: title, QR, code, address, as an svg text, and from it a PNG. Made in the
// page, since the server need not know that anybody wanted one.
import { groupsOfThree } from '../../ui/digits';
import { qrPath, quietZone } from '../../ui/qr';

export interface JoinCard {
  title: string;
  headline: string;
  scan: string;
  orGoTo: string;
  code: string;
  link: string;
}

const width = 1200;
const height = 1600;
const margin = 100;
const qrSide = 760;
/** An average glyph of a bold sans serif, in parts of its size: an svg text does not wrap by itself. */
const glyphShare = 0.56;

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!);

/** Lines of at most so many characters; a longer word is broken. */
export function wrapWords(text: string, perLine: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    let rest = word;
    while (rest.length > perLine) {
      if (line) { lines.push(line); line = ''; }
      lines.push(rest.slice(0, perLine));
      rest = rest.slice(perLine);
    }
    if (line && line.length + 1 + rest.length > perLine) { lines.push(line); line = rest; }
    else line = line ? `${line} ${rest}` : rest;
  }
  return line ? [...lines, line] : lines;
}

export function joinCardSvg(card: JoinCard): string {
  const text = (words: string, y: number, size: number, weight = 400, fill = '#1b2036') =>
    `<text x="${width / 2}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="middle">${escape(words)}</text>`;
  const inner = width - 2 * margin;
  const titleSize = card.title.length > 40 ? 56 : 76;
  const title = wrapWords(card.title, Math.floor(inner / (titleSize * glyphShare))).slice(0, 3);
  const titleEnd = margin + titleSize * 1.15 * title.length;
  const addressSize = Math.min(44, inner / (card.orGoTo.length * glyphShare));
  const { size, path } = qrPath(card.link);
  const module = qrSide / (size + 2 * quietZone);
  const qrTop = titleEnd + 110;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#f7f0e2"/><rect width="${width}" height="18" fill="#f4683c"/>`,
    ...title.map((line, at) => text(line, margin + titleSize * (0.95 + 1.15 * at), titleSize, 700)),
    text(card.headline, titleEnd + 62, 44),
    `<rect x="${(width - qrSide) / 2}" y="${qrTop}" width="${qrSide}" height="${qrSide}" rx="24" fill="#fff"/>`,
    `<path transform="translate(${(width - qrSide) / 2 + quietZone * module} ${qrTop + quietZone * module}) scale(${module})" d="${path}" fill="#10131f" shape-rendering="crispEdges"/>`,
    text(card.scan, qrTop + qrSide + 70, 44),
    text(card.orGoTo, qrTop + qrSide + 136, addressSize),
    text(groupsOfThree(card.code), qrTop + qrSide + 256, 112, 700),
    '</svg>',
  ].join('');
}

/** Undefined when the browser refuses to draw. */
export async function joinCardPng(svg: string): Promise<Blob | undefined> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await picture.decode();
  } catch {
    return undefined;
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}
