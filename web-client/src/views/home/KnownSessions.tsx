// SPDX-License-Identifier: MIT
// The sessions that this browser can open, newest first.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { home } from '../../i18n/home';
import { forgetSession, knownSessions, type KnownSession } from '../../keep/knownSessions';
import { phone } from '../../keep/storage';
import { Dialog } from '../../ui/Dialog';
import { groupsOfThree } from '../../ui/digits';

export function KnownSessions() {
  const words = home.value;
  const [sessions, setSessions] = useState(knownSessions);
  const [leaving, setLeaving] = useState<KnownSession | null>(null);
  const forget = () => {
    if (leaving) forgetSession(leaving.session);
    setSessions(knownSessions());
    setLeaving(null);
  };
  return (
    <section class="known" aria-labelledby="known">
      <h2 id="known">{words.sessions}</h2>
      {!phone.persists() && <p class="notice">{words.notKept}</p>}
      {sessions.length === 0 && <p class="quiet">{words.noSessions}</p>}
      <ul class="known-list">
        {sessions.map((known) => (
          <li key={known.session} class="note known-session">
            <h3 lang={known.lang}>{known.title}</h3>
            <p class="quiet">{words.code} <span class="number">{groupsOfThree(known.code)}</span></p>
            <div class="row">
              {known.secrets.facilitator && <a class="button support" href={`/desk#${known.secrets.facilitator}`}>{words.openDesk}</a>}
              {known.secrets.presenter && <a class="button" href={`/presenter#${known.secrets.presenter}`}>{words.openPresenter}</a>}
              <button type="button" class="button plain" aria-label={words.forgetLabel(known.title)} onClick={() => setLeaving(known)}>{words.forget}</button>
            </div>
          </li>
        ))}
      </ul>
      {leaving && (
        <Dialog title={words.forgetTitle} closeLabel={common.value.close} onClose={() => setLeaving(null)}>
          <p><b lang={leaving.lang}>{leaving.title}</b></p>
          <p>{words.forgetText}</p>
          <div class="row end">
            <button type="button" class="button" onClick={() => setLeaving(null)}>{common.value.cancel}</button>
            <button type="button" class="button warn" onClick={forget}>{words.forgetConfirm}</button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
