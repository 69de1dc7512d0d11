// SPDX-License-Identifier: MIT
// Small checks that decoders are made of.
import type { Params } from './messages';

export type Shape = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The wire knows no other numbers: whole, from 0, exactly representable. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export function parseObject(text: string): Shape | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function paramsOf(value: unknown): Params {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => isCount(entry[1])));
}
