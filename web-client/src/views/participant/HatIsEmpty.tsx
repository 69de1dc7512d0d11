// SPDX-License-Identifier: MIT
// The session is closed. What this phone kept of it is gone before this is on the screen.
import { useMemo } from '../../hooks';
import { firstWords } from '../../i18n/first';
import { words } from '../../i18n/participantLater';
import { phone } from '../../keep/storage';
import { wipeSession } from '../../keep/wipeSession';
import { EmptyHat } from '../../ui/EmptyHat';

export function HatIsEmpty({ joinKey }: { joinKey: string }) {
  useMemo(() => {
    wipeSession(phone, joinKey);
    history.replaceState(null, '', '/');
    document.title = firstWords.peek().appName;
  }, [joinKey]);
  const text = words.value;
  return (
    <main class="room hat-empty">
      <EmptyHat size={112} />
      <div role="status"><h1>{text.hatEmpty}</h1><p>{text.hatEmptyWhy}</p></div>
    </main>
  );
}
