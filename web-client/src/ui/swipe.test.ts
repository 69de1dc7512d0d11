// SPDX-License-Identifier: MIT
// Shows which ways of a finger are a swipe, a way per line.
import { describe, expect, it } from 'vitest';
import { swipeOf } from './swipe';

describe('swipeOf', () => {
  it.each<[string, number, number, ReturnType<typeof swipeOf>]>([
    ['a tap', 0, 0, null], ['a tap of a hand that shakes', 20, 6, null],
    ['to the left', -90, 10, 'left'], ['to the right', 90, -20, 'right'],
    ['scrolling', 10, 300, null], ['scrolling that drifts', 80, 120, null],
  ])('%s', (_, dx, dy, way) => expect(swipeOf(dx, dy)).toBe(way));
});
