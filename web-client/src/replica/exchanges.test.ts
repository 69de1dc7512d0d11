// SPDX-License-Identifier: MIT
// Shows that the exchanges of a question are its own, and in the order in which was asked back.
import { expect, it } from 'vitest';
import type { AskBack } from './replica';
import { exchangesOf } from './exchanges';

const replica = (...ids: string[]) => ({ ask_back: new Map(ids.map((id) => [id, { id, text: id } as AskBack])) });

it('are in order, also from ten on', () =>
  expect(exchangesOf(replica('q.10', 'q.2', 'q.0'), 'q').map(({ id }) => id)).toEqual(['q.0', 'q.2', 'q.10']));
it('are those of one question', () =>
  expect(exchangesOf(replica('q.0', 'qq.0', 'r.0'), 'q').map(({ id }) => id)).toEqual(['q.0']));
it('are none where nothing was asked back', () => expect(exchangesOf(replica(), 'q')).toEqual([]));
