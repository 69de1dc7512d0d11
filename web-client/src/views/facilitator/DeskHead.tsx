// SPDX-License-Identifier: MIT
// Above everything: which session, which phase, how many phones, when the next round is, and what is wrong if anything is.
import { troubleText } from '../../i18n/troubles';
import { deskHead } from '../../i18n/deskHead';
import { countdown } from '../../i18n/index';
import { life } from '../../i18n/life';
import type { Store } from '../../store';
import { Hat } from '../../ui/Hat';
import { Icon } from '../../ui/Icon';
import { Ring } from '../../ui/Ring';

/** @param home whether this desk belongs to someone with sessions of their own to go back to */
export function DeskHead({ store, home = true }: { store: Store; home?: boolean }) {
  const words = deskHead.value;
  const session = store.session.value;
  const people = session?.people ?? 0;
  const trouble = store.trouble.value;
  return (
    <header class="desk-head">
      {home ? <a class="desk-home" href="/home" aria-label={words.allSessions}><Hat size={40} /></a> : <span class="desk-home"><Hat size={40} /></span>}
      <div class="desk-name">
        <h1 lang={session?.lang}>{session?.title}</h1>
        <p class="desk-facts">
          <span class={`phase ${session?.phase}`}>{session ? life.value[session.phase ?? 'lobby'] : ''}</span>
          <span title={words.peopleHint}><Icon name="people" />{words.people(people)}</span>
        </p>
      </div>
      <RoundClock store={store} />
      <div class="desk-trouble" role="status">
        {trouble !== null && <p class="notice warn">{troubleText(trouble)}</p>}
      </div>
    </header>
  );
}

/** Kept apart: it moves twice a second, and nothing else of the head need be drawn with it. */
export function RoundClock({ store }: { store: Store }) {
  const words = deskHead.value;
  const left = store.roundLeftMs.value;
  const every = store.session.value?.round_ms ?? 0;
  if (left === null || every === 0) return null;
  return (
    <div class="round-clock" role="timer" aria-label={`${words.round} ${words.roundIn(countdown(left))}`}>
      <Ring share={left / every}><span class="number" aria-hidden="true">{countdown(left)}</span></Ring>
      <span class="small quiet" aria-hidden="true">{words.round}</span>
    </div>
  );
}
