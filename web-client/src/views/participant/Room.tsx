// SPDX-License-Identifier: MIT
// The session on a phone, from top to bottom: what it is called, what is wrong if anything, what happens now, the hat, and
// the questions. The dock with the one large button comes before the list for keys and screen readers, and below it by eye.
import { useEffect } from 'preact/hooks';
import { firstWords } from '../../i18n/first';
import { countdown } from '../../i18n/index';
import { words } from '../../i18n/participant';
import type { ParticipantStore } from '../../participantStore';
import { Hat } from '../../ui/Hat';
import { Dock } from './Dock';
import { Highlighted } from './Highlighted';
import { later } from './later';
import { PromiseCard } from './PromiseCard';
import { QuestionList } from './QuestionList';

export function Room({ store }: { store: ParticipantStore }) {
  const session = store.session.value;
  const more = later.value;
  useEffect(() => { if (session?.title) document.title = session.title; }, [session?.title]);
  useEffect(() => { if (store.rehearsalsWiped.value > 0 && more) more.say(more.words.value.rehearsalOver); }, [store.rehearsalsWiped.value, more]);

  return (
    <>
      <header class="top">
        <Hat size={30} />
        <h1 lang={session?.lang}>{session?.title ?? firstWords.value.appName}</h1>
        <Timer store={store} />
      </header>
      <Conditions store={store} />
      {session ? (
        <main class="room">
          <PromiseCard />
          <Highlighted store={store} />
          {more && <more.InTheHat store={store} />}
          <Dock store={store} />
          {more && <more.OwnQuestions store={store} />}
          <QuestionList store={store} />
        </main>
      ) : (
        <main class="room coming-in"><Hat size={96} /><p class="quiet">{words.value.comingIn}</p></main>
      )}
    </>
  );
}

/** Lines that stand only while there is something to say. */
function Conditions({ store }: { store: ParticipantStore }) {
  const trouble = store.trouble.value;
  const text = trouble === 'lost' && store.session.value
    ? words.value.offline
    : trouble && later.value?.troubleText(trouble);
  return (
    <section class="conditions" aria-label={firstWords.value.appName}>
      <div role="status">{trouble && <p class="notice warn">{text ?? words.value.offline}</p>}</div>
      {store.session.value?.rehearsal && <p class="notice rehearsal">{firstWords.value.rehearsal}</p>}
      {!store.persists.value && <p class="notice">{later.value?.words.value.notPersisting}</p>}
      {store.unreadable > 0 && <p class="notice warn">{later.value?.words.value.unreadable}</p>}
    </section>
  );
}

function Timer({ store }: { store: ParticipantStore }) {
  const left = store.timerLeftMs.value;
  return left === null ? null : <p class="top-timer number" role="timer">{words.value.timer(countdown(left))}</p>;
}
