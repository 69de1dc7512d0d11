// SPDX-License-Identifier: MIT
// The answers of the few HTTP requests, checked before anyone uses them.
import type { HostAnswer, Params } from './messages';
import { parseObject, paramsOf } from './shape';

export function decodeHostAnswer(text: string): HostAnswer | null {
  const { create, address, build } = parseObject(text) ?? {};
  if (create !== 'open' && create !== 'password' && create !== 'refused') return null;
  return typeof address === 'string' && typeof build === 'string' ? { create, address, build } : null;
}

/** The join code, or null for an answer that is none. */
export function decodeCreated(text: string): string | null {
  const code = parseObject(text)?.['code'];
  return typeof code === 'string' ? code : null;
}

export function decodeRefusal(text: string): { code: string; params: Params } {
  const answer = parseObject(text);
  const code = answer?.['code'];
  return typeof code === 'string' ? { code, params: paramsOf(answer?.['params']) } : { code: 'no_answer', params: {} };
}

