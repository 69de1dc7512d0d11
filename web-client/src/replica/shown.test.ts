// SPDX-License-Identifier: MIT
// Shows which questions the facilitator's list leaves to the moderation.
import { describe, expect, it } from 'vitest';
import type { Question } from './replica';
import { isShown } from './shown';

const question = (state: Question['state'], archived = false): Question => ({ id: 'q', archived, ...(state && { state }) });

describe('what the room sees', () => {
  it.each(['open', 'highlighted', 'answered'] as const)('%s is shown', (state) => expect(isShown(question(state))).toBe(true));
  it.each(['pending', 'refused', 'merged'] as const)('%s is not', (state) => expect(isShown(question(state))).toBe(false));
  it('what was put aside is not', () => expect(isShown(question('open', true))).toBe(false));
  it('what has no state yet is not', () => expect(isShown({ id: 'q' })).toBe(false));
});
