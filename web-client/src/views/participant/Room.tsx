// SPDX-License-Identifier: MIT
// The session on a phone, from top to bottom: what it is called, what is wrong if anything, what happens now, the hat, and
// the questions. The dock with the one large button comes before the list for keys and screen readers, and below it by eye.
import { useEffect } from 'preact/hooks';
import { firstWords } from '../../i18n/first';
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
        {more && <more.Timer store={store} />}
      </header>
      {more && <more.Conditions store={store} />}
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
