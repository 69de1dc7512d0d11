// SPDX-License-Identifier: MIT
// Shows that every pair of tokens that carries text or meaning is far enough apart, computed from the css itself as WCAG 2.2
// defines it: 4.5 for text, 3 for lines and pictures that one must see, 7 for whatever is read aloud from the projector.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Tokens = Record<string, string>;

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** Every block of a stylesheet that sets a full palette, in order. */
const palettes = (css: string): Tokens[] =>
  [...css.matchAll(/\{([^{}]*--surface:[^{}]*)\}/g)].map((block) =>
    Object.fromEntries([...block[1]!.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((pair) => [pair[1]!, pair[2]!])));

const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
};

const papers = ['surface', 'surface-raised', 'surface-sunk'];
const textPairs = [
  ...['ink', 'ink-quiet', 'accent-text', 'support', 'warn'].flatMap((ink) => papers.map((paper) => [ink, paper])),
  ['accent-ink', 'accent'], ['support-ink', 'support'],
  ['ink', 'support-soft'], ['support', 'support-soft'], ['ink', 'warn-soft'], ['warn', 'warn-soft'],
] as [string, string][];
const linePairs = papers.slice(0, 2).map((paper) => ['line-strong', paper]) as [string, string][];

const check = (tokens: Tokens, pairs: [string, string][], least: number) => {
  for (const [ink, paper] of pairs) {
    expect(tokens[ink], `--${ink}`).toBeDefined();
    expect(tokens[paper], `--${paper}`).toBeDefined();
    expect(contrast(tokens[ink]!, tokens[paper]!), `--${ink} on --${paper}`).toBeGreaterThanOrEqual(least);
  }
};

describe('contrast of the tokens', () => {
  it('agrees with the two ends of the scale', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  const [light, darkBySystem, darkByChoice] = palettes(read('./tokens.css'));
  it.each([['light', light!], ['dark', darkByChoice!]] as const)('holds on phones and desks, %s', (_name, tokens) => {
    check(tokens, textPairs, 4.5);
    check(tokens, linePairs, 3);
  });

  it('has one dark set, however it was chosen', () => expect(darkBySystem).toEqual(darkByChoice));

  const projector = palettes(read('./presenter.css'));
  it.each(projector.map((tokens, at) => [at, tokens] as const))('is at least 7 on the projector, set %i', (_at, tokens) => {
    check(tokens, papers.flatMap((paper) => ['ink', 'ink-quiet', 'accent-text', 'support'].map((ink) => [ink, paper] as [string, string])), 7);
    check(tokens, [['support-ink', 'support']], 7);
    check(tokens, papers.map((paper) => ['line-strong', paper] as [string, string]), 3);
  });

  it('has a light and a dark set for the projector', () => expect(projector.length).toBe(2));
});
