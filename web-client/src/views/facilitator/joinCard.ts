// SPDX-License-Identifier: MIT
// The card to put in an invitation or on a door: title, QR, code, address, as an svg text, and from it a PNG. Made in the
// page, since the server need not know that anybody wanted one.
import { groupsOfThree } from '../../ui/digits';
import { hatItself, hatNote } from '../../ui/hatPaths';
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
const margin = 100;
const inner = width - 2 * margin;
const qrSide = 760;
const hatSide = 130;
/** A wide bold sans serif, in parts of its size: an svg text does not wrap by itself, and its font is not known here. */
const glyphShare = 0.7;
const lineHeight = 1.16;
const titleSizes = [76, 64, 54, 46, 38, 32];
const titleLinesMax = 3;

export const escapeText = (text: string) =>
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

/** The largest size at which no word is broken and the title stays a title; at the smallest it may take more lines. */
export function layOutTitle(title: string): { size: number; lines: string[] } {
  const longest = Math.max(0, ...title.split(/\s+/).map((word) => word.length));
  for (const size of titleSizes) {
    const perLine = Math.floor(inner / (size * glyphShare));
    const lines = wrapWords(title, perLine);
    if (longest <= perLine && lines.length <= titleLinesMax) return { size, lines };
  }
  const size = titleSizes.at(-1)!;
  return { size, lines: wrapWords(title, Math.floor(inner / (size * glyphShare))) };
}

/** From top to bottom; the card is as high as what stands on it. */
export function joinCardSvg(card: JoinCard): string {
  const drawn: string[] = [];
  let y = margin - 20;
  const write = (words: string, size: number, weight = 400) => {
    y += size * lineHeight;
    drawn.push(`<text x="${width / 2}" y="${Math.round(y - size * 0.25)}" font-size="${size}" font-weight="${weight}" fill="#1b2036" text-anchor="middle">${escapeText(words)}</text>`);
  };

  drawn.push(`<g transform="translate(${(width - hatSide) / 2} ${y}) scale(${hatSide / 64})"><path d="${hatNote}" fill="#f4683c"/><path d="${hatItself}" fill="#1b2036"/></g>`);
  y += hatSide + 30;
  const { size: titleSize, lines } = layOutTitle(card.title);
  for (const line of lines) write(line, titleSize, 700);
  y += 12;
  write(card.headline, 42);
  y += 50;

  const { size, path } = qrPath(card.link);
  const module = qrSide / (size + 2 * quietZone);
  const left = (width - qrSide) / 2;
  drawn.push(
    `<rect x="${left}" y="${y}" width="${qrSide}" height="${qrSide}" rx="24" fill="#fff"/>`,
    `<path transform="translate(${left + quietZone * module} ${y + quietZone * module}) scale(${module})" d="${path}" fill="#10131f" shape-rendering="crispEdges"/>`,
  );
  y += qrSide + 40;
  write(card.scan, 42);
  write(card.orGoTo, Math.min(42, Math.floor(inner / (card.orGoTo.length * glyphShare))));
  y += 30;
  write(groupsOfThree(card.code), 120, 700);

  const height = Math.ceil(y + margin * 0.8);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif">`,
    `<rect width="${width}" height="${height}" fill="#f7f0e2"/>`, ...drawn, '</svg>',
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
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
}
