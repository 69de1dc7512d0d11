// SPDX-License-Identifier: MIT
// The session on a phone, from top to bottom: what it is called, what is wrong if anything, what happens now, the hat, and
// the questions. The dock with the one large button comes before the list for keys and screen readers, and below it by eye.
import { useEffect } from '../../hooks';
import { firstWords } from '../../i18n/first';
import { words } from '../../i18n/participant';
import type { ParticipantStore } from '../../participantStore';
import { Hat } from '../../ui/Hat';
import { Dock } from './Dock';
import { Highlighted } from './Highlighted';
import { fetchLater, later, laterFails } from './later';
import { PromiseCard } from './PromiseCard';
import { QuestionList } from './QuestionList';
import { Timer } from './Timer';

export function Room({ store }: { store: ParticipantStore }) {
  const session = store.session.value;
  const more = later.value;
  const trouble = store.trouble.value;
  // The later part is needed before a first touch when another tab of this phone has asked, in a rehearsal, where people must
  // know that what they ask is thrown away, and when the server has told why it refuses, for which the first part has no words.
  // So do what was asked back, which would push the list down under a first touch, and the end, which has to be told.
  const ended = session?.phase === 'ended';
  const needsMore = store.own.value.length > 0 || session?.rehearsal || (trouble && trouble !== 'lost') || ended || store.replica.value.ask_back.size > 0;
  useEffect(() => { if (needsMore) fetchLater(); }, [needsMore]);
  useEffect(() => more?.tend(store), [more]);
  useEffect(() => { if (session?.title) document.title = session.title; }, [session?.title]);
  useEffect(() => { if (store.rehearsalsWiped.value > 0 && more) more.say(more.words.value.rehearsalOver); }, [store.rehearsalsWiped.value, more]);

  return (
    <>
      <header class="top">
        <Hat size={30} />
        <h1 lang={session?.lang}>{session?.title ?? firstWords.value.appName}</h1>
        <Timer store={store} />
      </header>
      <section class="conditions" aria-label={firstWords.value.appName}>
        <Trouble store={store} />
        {more && <more.Conditions store={store} />}
      </section>
      {session ? (
        <main class="room">
          <PromiseCard />
          <Highlighted store={store} />
          {more && <more.Above store={store} />}
          {!ended && <Dock store={store} />}
          {more && <more.OwnQuestions store={store} />}
          <QuestionList store={store} />
          {more && <more.Tally store={store} />}
        </main>
      ) : (
        <main class="room coming-in"><Hat size={96} /><p class="quiet">{words.value.comingIn}</p></main>
      )}
    </>
  );
}

/** A live region that is there before it has something to say. The first part knows one sentence, for a network that is gone. */
function Trouble({ store }: { store: ParticipantStore }) {
  const lost = laterFails.value || store.trouble.value === 'lost';
  const text = later.value ? later.value.troubleOf(store) : lost && firstWords.value.lost;
  return <div role="status">{text && <p class="notice warn">{text}</p>}</div>;
}
