// SPDX-License-Identifier: MIT
// Shows which picture wins on the projector, a situation per line.
import { describe, expect, it } from 'vitest';
import { afterAsking, asAsked, blankToggled, moved, pictureOf, type Asked, type Local } from './picture';

const quiet: Asked = { blank: false, joinPanel: false, highlighted: '', ended: false };

describe('the picture on the projector', () => {
  it.each<[string, Partial<Asked>, Partial<Local>, string]>([
    ['the questions when nothing is asked', {}, {}, 'top'],
    ['the question that is being answered', { highlighted: 'q' }, {}, 'now'],
    ['the join panel before a question', { highlighted: 'q', joinPanel: true }, {}, 'join'],
    ['what remains when the session has ended', { ended: true, joinPanel: true }, {}, 'end'],
    ['a question that is shown again after the end', { ended: true, highlighted: 'q' }, {}, 'now'],
    ['nothing when blank, before all else', { blank: true, joinPanel: true }, { picture: 'now' }, 'blank'],
    ['what the screen chose', { highlighted: 'q' }, { picture: 'join' }, 'join'],
    ['blank by the screen itself', {}, { blank: true }, 'blank'],
    ['not blank when the screen took it away', { blank: true }, { blank: false }, 'top'],
  ])('is %s', (_name, asked, local, shown) => expect(pictureOf({ ...quiet, ...asked }, { ...asAsked, ...local })).toBe(shown));

  const elsewhere: Local = { picture: 'join', blank: true };
  it.each<[Partial<Asked>]>([[{ highlighted: 'q' }], [{ blank: true }], [{ joinPanel: true }], [{ ended: true }]])(
    'follows the desk again after %j', (asked) => expect(afterAsking(quiet, { ...quiet, ...asked }, elsewhere)).toEqual(asAsked));
  it('stays as chosen while the desk changes nothing', () => expect(afterAsking(quiet, { ...quiet }, elsewhere)).toBe(elsewhere));

  it('moves on and back, and stays at the ends', () => {
    expect(moved(quiet, asAsked, 1).picture).toBe('now');
    expect(moved(quiet, asAsked, -1).picture).toBe('join');
    expect(moved(quiet, { picture: 'join', blank: null }, -1).picture).toBe('join');
    expect(moved(quiet, { picture: 'now', blank: null }, 1).picture).toBe('now');
  });
  it('has the end in the place of joining once it has ended', () => {
    const ended = { ...quiet, ended: true };
    expect(pictureOf(ended, moved(ended, asAsked, 1))).toBe('top');
    expect(pictureOf(ended, moved(ended, moved(ended, asAsked, 1), -1))).toBe('end');
  });
  it('shows something again when moved out of blank', () =>
    expect(pictureOf({ ...quiet, blank: true }, moved({ ...quiet, blank: true }, asAsked, 1))).toBe('now'));
  it('blanks and comes back to the same picture', () => {
    const blank = blankToggled(quiet, { picture: 'join', blank: null });
    expect(pictureOf(quiet, blank)).toBe('blank');
    expect(pictureOf(quiet, blankToggled(quiet, blank))).toBe('join');
  });
});
