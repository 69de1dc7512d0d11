// SPDX-License-Identifier: MIT
// The session's phase and the length of its rounds. Longer only: the ratchet turns one way, and the page says so first.
import { useState } from 'preact/hooks';
import { facilitator } from '../../i18n/facilitator';
import { lengthenRounds } from '../../intent/lengthenRounds';
import { openLobby } from '../../intent/openLobby';
import { roundMsMax } from '../../limits';
import type { Store } from '../../store';
import { say } from '../../ui/Toast';
import { act } from './act';
import { deskLater } from './later';

const offeredSeconds = [30, 60, 120, 300, roundMsMax / 1000];
const offeredAtOnce = 3;

export function RoundsPanel({ store }: { store: Store }) {
  const words = facilitator.value;
  const session = store.session.value;
  const more = deskLater.parts.value;
  const [asking, setAsking] = useState<number | null>(null);
  const seconds = Math.round((session?.round_ms ?? 0) / 1000);
  const longer = offeredSeconds.filter((offered) => offered > seconds).slice(0, offeredAtOnce);
  const lengthen = async (to: number) => {
    setAsking(null);
    if (await act(lengthenRounds(store, to * 1000))) say(words.lengthened(to));
  };
  return (
    <section class="panel" aria-labelledby="rounds">
      <h2 id="rounds">{words.rounds}</h2>
      <p>{words.roundsNow(seconds)}</p>
      <p class="small quiet">{words.roundsHint}</p>
      <div class="row">
        {longer.map((to) => <button key={to} type="button" class="button preset" onClick={() => setAsking(to)}>{words.lengthenTo(to)}</button>)}
        {longer.length === 0 && <p class="small quiet">{words.roundsLongest}</p>}
      </div>
      {session?.phase === 'live' && (
        <div class="panel-part">
          <button type="button" class="button" onClick={() => void act(openLobby(store))}>{words.openLobby}</button>
          <p class="small quiet">{words.openLobbyText}</p>
        </div>
      )}
      {asking !== null && more && <more.LengthenDialog seconds={asking} onClose={() => setAsking(null)} onConfirm={() => void lengthen(asking)} />}
    </section>
  );
}
