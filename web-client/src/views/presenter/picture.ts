// SPDX-License-Identifier: MIT
// Which picture the projector shows. Pure: what the desk asked for, what was chosen at the projector itself, and what just
// happened. The desk wins with each change it makes; in between, the arrow keys and the blank key of the screen do.
export type Picture = 'join' | 'end' | 'top' | 'now';

/** In the order of the arrow keys. Nobody joins a session that has ended: what remains of it takes that place. */
export const picturesOf = ({ ended }: Pick<Asked, 'ended'>): readonly Picture[] => [ended ? 'end' : 'join', 'top', 'now'];

/** What the session says about the screen. */
export interface Asked {
  blank: boolean;
  joinPanel: boolean;
  highlighted: string;
  ended: boolean;
}

/** What was chosen at the screen itself; null: as the desk asks. */
export interface Local {
  picture: Picture | null;
  blank: boolean | null;
}

export const asAsked: Local = { picture: null, blank: null };

const asked = ({ joinPanel, highlighted, ended }: Asked): Picture =>
  ended ? (highlighted ? 'now' : 'end') : joinPanel ? 'join' : highlighted ? 'now' : 'top';

export const pictureOf = (wish: Asked, local: Local): Picture | 'blank' =>
  (local.blank ?? wish.blank) ? 'blank' : local.picture ?? asked(wish);

/** The desk changed something: a new highlight brings its question back, whatever was chosen at the screen. */
export const afterAsking = (before: Asked, now: Asked, local: Local): Local =>
  before.blank === now.blank && before.joinPanel === now.joinPanel && before.highlighted === now.highlighted && before.ended === now.ended
    ? local : asAsked;

/** One picture on or back; at the ends it stays. */
export function moved(wish: Asked, local: Local, by: 1 | -1): Local {
  const pictures = picturesOf(wish);
  const shown = pictureOf({ ...wish, blank: false }, { ...local, blank: false }) as Picture;
  const at = Math.min(pictures.length - 1, Math.max(0, pictures.indexOf(shown) + by));
  return { picture: pictures[at]!, blank: false };
}

export const blankToggled = (wish: Asked, local: Local): Local => ({ ...local, blank: !(local.blank ?? wish.blank) });
