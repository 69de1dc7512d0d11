// SPDX-License-Identifier: MIT
// The session is closed. What this phone kept of it is gone before this is on the screen.
import { useMemo } from '../../hooks';
import { firstWords } from '../../i18n/first';
import { words } from '../../i18n/participantLater';
import { phone } from '../../keep/storage';
import { wipeSession } from '../../keep/wipeSession';
import { hatItself } from '../../ui/hatPaths';

/** The part of the brim that a note is in front of, while there is one. */
const brimBehindNote = 'M24.2 14.9A30 10.5 0 0 1 45.3 15.4L44.2 20.1A18 5.2 0 0 0 23.4 19.5Z';

export function HatIsEmpty({ joinKey }: { joinKey: string }) {
  useMemo(() => {
    wipeSession(phone, joinKey);
    history.replaceState(null, '', '/');
    document.title = firstWords.peek().appName;
  }, [joinKey]);
  const text = words.value;
  return (
    <main class="room hat-empty">
      <svg class="hat" viewBox="0 0 64 64" width="112" height="112" aria-hidden="true" fill="currentColor" stroke="currentColor" stroke-width=".4">
        <path d={hatItself + brimBehindNote} />
      </svg>
      <div role="status"><h1>{text.hatEmpty}</h1><p>{text.hatEmptyWhy}</p></div>
    </main>
  );
}
