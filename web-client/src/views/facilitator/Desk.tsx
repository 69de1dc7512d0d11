// SPDX-License-Identifier: MIT
// The facilitator's desk. On a phone: what is going on, the questions, and one wide button in the thumb's reach, all else in
// sheets. On a wide screen the same parts stand beside each other. Nothing exists on one of them only.
import { signal } from '../../signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { common, troubles } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { rememberSession } from '../../keep/knownSessions';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { Icon, type IconName } from '../../ui/Icon';
import { SkipLink } from '../../ui/SkipLink';
import { media } from '../../ui/media';
import { ToastRegion } from '../../ui/Toast';
import { useKeys } from '../../ui/keys';
import { LoadingDesk } from '../NoDesk';
import { PageFoot } from '../PageFoot';
import { DeskHead } from './DeskHead';
import { deskView, DeskViews } from './DeskViews';
import { Ended } from './Ended';
import { JoinPanel } from './JoinPanel';
import { deskLater } from './later';
import { LinksPanel } from './LinksPanel';
import { Stopped, WrongRole } from './NoDesk';
import { Now } from './Now';
import { PrimaryAction } from './PrimaryAction';
import { QuestionList } from './QuestionList';
import { Rehearsal } from './Rehearsal';
import { ResultsPanel } from './ResultsPanel';
import { RoundsPanel } from './RoundsPanel';
import { toggleBlank, toggleJoinPanel } from './screen';
import { ScreenPanel } from './ScreenPanel';
import { SessionPanel } from './SessionPanel';
import { TimerPanel } from './TimerPanel';


type SheetName = 'screen' | 'join' | 'links' | 'more';

const wide = media('(min-width: 1000px)');
const sheet = signal<SheetName | null>(null);

export function Desk({ store, secret }: { store: Store; secret: string }) {
  const connection = store.connection.value;
  const more = deskLater.parts.value;
  return (
    <>
      {connection.at === 'stopped' ? <Stopped because={connection.because} /> : <OpenDesk store={store} secret={secret} />}
      {more && <more.FreshLinkDialog store={store} />}
      {more && <more.LinkCard store={store} />}
      <ToastRegion />
    </>
  );
}

function OpenDesk({ store, secret }: { store: Store; secret: string }) {
  const welcome = store.welcome.value;
  const session = store.session.value;
  useRemembered(store, secret);

  if (welcome && welcome.role !== 'facilitator') return <WrongRole role={welcome.role} secret={secret} />;
  if (!welcome || !session) return <LoadingDesk words={facilitator.value.loading} trouble={store.trouble.value} />;
  return <Parts store={store} secret={secret} />;
}

/** This browser finds the session again from its home page, also when only the archive is left of it. */
function useRemembered(store: Store, secret: string): void {
  const welcome = store.welcome.value;
  // One text, so that a frame about something else is no change: a name has no line breaks.
  const topics = store.topics.value.map(({ name }) => name ?? '').join('\n');
  const { title, lang, code = '', results = '', round_ms: roundMs = 0, expected = 0, moderation = false, word_list: wordList, keep_days: keepDays } = store.session.value ?? {};
  useEffect(() => {
    if (!welcome || welcome.role !== 'facilitator' || title === undefined || lang === undefined) return;
    document.title = `${title} · Durf`;
    rememberSession({
      session: welcome.session, title, lang, code, secrets: { facilitator: secret }, results,
      settings: { topics: topics === '' ? [] : topics.split('\n'), roundMs, expected, moderation, wordList, keepDays },
    });
  }, [welcome, topics, title, lang, code, results, roundMs, expected, moderation, wordList, keepDays]);
}

function Parts({ store, secret }: { store: Store; secret: string }) {
  const moderating = deskView.value === 'moderation';
  const more = deskLater.parts.value;
  return (
    <div class={`desk ${moderating ? 'mod-desk' : ''}`}>
      <SkipLink to={moderating ? 'mod-panel' : 'questions'}>{facilitator.value.skip}</SkipLink>
      <DeskHead store={store} />
      <LaterFails store={store} />
      <Rehearsal store={store} />
      <Ended store={store} />
      <DeskViews store={store} secret={secret} />
      {moderating ? <Moderation store={store} /> : <Questions store={store} secret={secret} />}
      {more && <more.QuestionSheets store={store} />}
    </div>
  );
}

/** What was tapped for is still to come. When the session itself is cut off, the head says that already. */
function LaterFails({ store }: { store: Store }) {
  return <div role="status">{deskLater.fails.value && store.trouble.value === null && <p class="notice warn">{troubles.value.lost}</p>}</div>;
}

/** Everything of the moderator's desk, keys included: while it is there, the keys of the questions rest. */
function Moderation({ store }: { store: Store }) {
  const more = deskLater.parts.value;
  return (
    <>
      {more ? <main><more.Board store={store} /></main> : <LoadingDesk words={facilitator.value.loading} trouble={null} />}
      <div class="desk-foot"><PageFoot /></div>
    </>
  );
}

function Questions({ store, secret }: { store: Store; secret: string }) {
  const words = facilitator.value;
  const later = deskLater.parts.value;
  const [keysShown, setKeysShown] = useState(false);
  const ended = store.session.value?.phase === 'ended';
  useKeys({
    b: () => void toggleBlank(store),
    j: () => { if (!ended) void toggleJoinPanel(store); },
    '/': () => document.getElementById('search')?.focus(),
    '?': () => setKeysShown(true),
  });

  const screen = <><ScreenPanel store={store} />{!ended && <TimerPanel store={store} />}</>;
  const links = <LinksPanel store={store} />;
  // Once it is over, what came of it is what people ask for, and nobody is called in any more.
  const resultsFirst = wide.value && ended;
  const more = (
    <>
      <SessionPanel store={store} />
      {!resultsFirst && <ResultsPanel store={store} />}
      <RoundsPanel store={store} />
      <button type="button" class="button keys-button" onClick={() => { sheet.value = null; setKeysShown(true); }}>
        <Icon name="keys" />{words.keys}
      </button>
    </>
  );

  return (
    <>
      <div class="desk-columns">
        {wide.value && <aside class="desk-tools" aria-label={words.tools}>{screen}{more}</aside>}
        <main class="desk-main">
          <Now store={store} />
          {wide.value && <PrimaryAction store={store} secret={secret} />}
          <QuestionList store={store} />
        </main>
        {wide.value && <aside class="desk-ways-in" aria-label={words.join}>{ended ? <ResultsPanel store={store} /> : <JoinPanel store={store} />}{links}</aside>}
      </div>
      {wide.value ? <div class="desk-foot"><PageFoot /></div> : <BottomBar store={store} secret={secret} />}
      {!wide.value && sheet.value === 'screen' && <Sheet name="screen" title={words.screen}>{screen}</Sheet>}
      {!wide.value && !ended && sheet.value === 'join' && <Sheet name="join" title={words.join}><JoinPanel store={store} /></Sheet>}
      {!wide.value && sheet.value === 'links' && <Sheet name="links" title={words.links}>{links}</Sheet>}
      {!wide.value && sheet.value === 'more' && <Sheet name="more" title={words.more}>{more}<PageFoot /></Sheet>}
      {keysShown && later && <later.KeysHelp title={words.keys} closeLabel={common.value.close} keys={later.facilitatorKeys()} onClose={() => setKeysShown(false)} />}
    </>
  );
}

function Sheet({ name, title, children }: { name: SheetName; title: string; children: ComponentChildren }) {
  return <Dialog title={title} closeLabel={common.value.close} class={`sheet sheet-${name}`} onClose={() => { sheet.value = null; }}>{children}</Dialog>;
}

/** In the thumb's reach: the one thing to do now, and the way to all else. */
function BottomBar({ store, secret }: { store: Store; secret: string }) {
  const words = facilitator.value;
  const all: [SheetName, IconName, string][] = [
    ['screen', 'screen', words.screen], ['join', 'people', words.join], ['links', 'link', words.links], ['more', 'more', words.more],
  ];
  const ways = all.filter(([way]) => way !== 'join' || store.session.value?.phase !== 'ended');
  return (
    <footer class="desk-bar">
      <PrimaryAction store={store} secret={secret} />
      <div class="desk-ways">
        {ways.map(([way, icon, label]) => (
          <button key={way} type="button" class="desk-way" aria-haspopup="dialog" onClick={() => { sheet.value = way; }}>
            <Icon name={icon} /><span>{label}</span>
          </button>
        ))}
      </div>
    </footer>
  );
}
