// SPDX-License-Identifier: MIT
// After the end: until when everything is kept, the way back, and the way to the archive.
import { useState } from 'preact/hooks';
import { isoOfDayNumber, longDay } from '../../i18n/days';
import { facilitator } from '../../i18n/facilitator';
import { life } from '../../i18n/life';
import { closeSession } from '../../intent/closeSession';
import type { Session } from '../../replica/replica';
import type { Store } from '../../store';
import { say } from '../../ui/Toast';
import { act } from './act';
import { deskLater } from './later';
import { startAgain } from './wishes';

/** Of a session that has ended. */
export const lastDay = ({ ended_day: ended = 0, keep_days: days = 0 }: Session): string => longDay(isoOfDayNumber(ended + days));

export function Ended({ store }: { store: Store }) {
  const words = facilitator.value;
  const [closing, setClosing] = useState(false);
  const session = store.session.value;
  const more = deskLater.parts.value;
  const close = async () => {
    if (await act(closeSession(store))) say(life.value.saidClosed);
  };
  if (session?.phase !== 'ended') return null;
  return (
    <section class="band" aria-label={words.endedTitle}>
      <p><b>{words.endedTitle}</b> {words.endedText(lastDay(session))}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void startAgain(store)}>{life.value.again}</button>
        {!session.rehearsal && <button type="button" class="button" onClick={() => setClosing(true)}>{life.value.close}</button>}
      </div>
      {closing && more && <more.CloseDialog onClose={() => setClosing(false)} onConfirm={() => void close()} />}
    </section>
  );
}
