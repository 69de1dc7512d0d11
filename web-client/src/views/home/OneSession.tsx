// SPDX-License-Identifier: MIT
// One session of this browser: what it is called, where it is in its life, the ways in, and a menu for the rest.
import { useState } from 'preact/hooks';
import { isoOfDayNumber, longDay } from '../../i18n/days';
import { home } from '../../i18n/home';
import { life } from '../../i18n/life';
import type { KnownSession } from '../../keep/knownSessions';
import { groupsOfThree } from '../../ui/digits';
import { Icon } from '../../ui/Icon';
import type { SessionAnswer } from '../../wire/messages';
import type { Deleted } from './DeletedDialog';
import type { Draft } from './draft';
import { SessionMenu, type Deed } from './SessionMenu';
import { DeedDialog } from './DeedDialog';
import type { SessionState } from './sessionStates';

interface OneSessionProps {
  known: KnownSession;
  /** Undefined when this browser has no facilitator's link for it. */
  state: SessionState | undefined;
  ask: () => Promise<void>;
  onCopy: (draft: Draft) => void;
  onForget: () => void;
  onDeleted: (deleted: Deleted) => void;
}

export function OneSession({ known, state, ask, onCopy, onForget, onDeleted }: OneSessionProps) {
  const words = home.value;
  const [deed, setDeed] = useState<Deed | 'menu' | null>(null);
  const told = typeof state === 'object' ? state : null;
  const closed = told?.phase === 'closed';
  const gone = state === 'gone';
  const title = told?.title.text ?? known.title;
  const code = closed ? '' : told?.code || known.code;
  const { facilitator, presenter } = known.secrets;
  return (
    <li class="note known-session">
      <h3 lang={told?.title.lang ?? known.lang}>{title}</h3>
      <p class="known-state" role="status">{stateLine(state, told)}</p>
      {code !== '' && !gone && <p class="quiet">{words.code} <span class="number">{groupsOfThree(code)}</span></p>}
      <div class="row">
        {facilitator && !closed && !gone && <a class="button support" href={`/desk#${facilitator}`}>{words.openDesk}</a>}
        {known.results && (closed || told?.phase === 'ended') && <a class={`button ${closed ? 'support' : ''}`} href={`/results#${known.results}`}>{words.openResults}</a>}
        {presenter && !closed && !gone && told?.phase !== 'ended' && <a class="button" href={`/presenter#${presenter}`}>{words.openPresenter}</a>}
        {state === 'unknown' && <button type="button" class="button" onClick={() => void ask()}>{words.stateAgain}</button>}
        <button type="button" class="button plain known-more" aria-haspopup="dialog" aria-label={words.moreLabel(title)} onClick={() => setDeed('menu')}>
          <Icon name="more" /><span>{words.more}</span>
        </button>
      </div>
      {deed === 'menu' && <SessionMenu known={known} title={title} told={told} onCopy={onCopy} onChoose={setDeed} onClose={() => setDeed(null)} />}
      {deed !== null && deed !== 'menu' && (
        <DeedDialog deed={deed} known={known} title={title} told={told} onDone={ask} onForget={onForget} onDeleted={onDeleted} onClose={() => setDeed(null)} />
      )}
    </li>
  );
}

function stateLine(state: SessionState | undefined, told: SessionAnswer | null) {
  const words = home.value;
  if (told === null) {
    return <span class="quiet">{{ asking: words.stateAsking, gone: words.stateGone, unknown: words.stateUnknown, none: words.stateNoLink }[typeof state === 'string' ? state : 'none']}</span>;
  }
  const { phase, ended_day: ended, keep_days: days } = told;
  return (
    <>
      <span class={`phase ${phase}`}>{life.value[phase]}</span>
      {ended > 0 && <span class="quiet">{life.value.keptUntil(longDay(isoOfDayNumber(ended + days)))}</span>}
    </>
  );
}
