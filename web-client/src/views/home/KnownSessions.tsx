// SPDX-License-Identifier: MIT
// The sessions that this browser can open, newest first, and what can be done with each without opening it.
import { useState } from 'preact/hooks';
import { home } from '../../i18n/home';
import { forgetSession, knownSessions, type KnownSession } from '../../keep/knownSessions';
import { phone } from '../../keep/storage';
import { DeletedDialog, type Deleted } from './DeletedDialog';
import type { Draft } from './draft';
import { OneSession } from './OneSession';
import { useSessionStates } from './sessionStates';

export function KnownSessions({ onCopy }: { onCopy: (draft: Draft) => void }) {
  const words = home.value;
  const [sessions, setSessions] = useState(knownSessions);
  const [states, ask] = useSessionStates(sessions);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  /** After a deed: what this browser knows may have grown. The order stays, nothing jumps under a finger. */
  const lookAgain = async (known: KnownSession) => {
    const now = knownSessions();
    setSessions((before) => before.map((one) => now.find(({ session }) => session === one.session) ?? one));
    await ask(known);
  };
  const forget = (session: string) => {
    forgetSession(session);
    setSessions(knownSessions());
  };
  return (
    <section class="known" aria-labelledby="known">
      <h2 id="known" tabIndex={-1}>{words.sessions}</h2>
      {!phone.persists() && <p class="notice">{words.notKept}</p>}
      {sessions.length === 0 && <p class="quiet">{words.noSessions}</p>}
      <ul class="known-list">
        {sessions.map((known) => (
          <OneSession key={known.session} known={known} state={states.get(known.session)} ask={() => lookAgain(known)} onCopy={onCopy}
            onForget={() => forget(known.session)} onDeleted={(receipt) => { forget(known.session); setDeleted(receipt); }} />
        ))}
      </ul>
      {deleted && <DeletedDialog deleted={deleted} onClose={() => setDeleted(null)} />}
    </section>
  );
}
