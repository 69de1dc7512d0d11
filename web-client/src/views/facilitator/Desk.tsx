// SPDX-License-Identifier: MIT
// The facilitator's desk. On a phone: what is going on, the questions, and one wide button in the thumb's reach, all else in
// sheets. On a wide screen the same parts stand beside each other. Nothing exists on one of them only.
import { signal } from '../../signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { rememberSession } from '../../keep/knownSessions';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { Icon, type IconName } from '../../ui/Icon';
import { KeysHelp } from '../../ui/KeysHelp';
import { SkipLink } from '../../ui/SkipLink';
import { media } from '../../ui/media';
import { ToastRegion } from '../../ui/Toast';
import { useKeys } from '../../ui/keys';
import { facilitatorKeys } from '../keyRows';
import { PageFoot } from '../PageFoot';
import { DeskHead } from './DeskHead';
import { FreshLinkDialog } from './FreshLink';
import { JoinPanel } from './JoinPanel';
import { LinksPanel } from './LinksPanel';
import { Loading, Stopped, WrongRole } from './NoDesk';
import { Now } from './Now';
import { PrimaryAction } from './PrimaryAction';
import { QuestionList } from './QuestionList';
import { Rehearsal } from './Rehearsal';
import { RoundsPanel } from './RoundsPanel';
import { ScreenPanel } from './ScreenPanel';
import { TimerPanel } from './TimerPanel';
import { toggleBlank, toggleJoinPanel } from './wishes';

type SheetName = 'screen' | 'join' | 'links' | 'more';

const wide = media('(min-width: 1000px)');
const sheet = signal<SheetName | null>(null);

export function Desk({ store, secret }: { store: Store; secret: string }) {
  const connection = store.connection.value;
  return (
    <>
      {connection.at === 'stopped' ? <Stopped because={connection.because} /> : <OpenDesk store={store} secret={secret} />}
      <FreshLinkDialog store={store} />
      <ToastRegion />
    </>
  );
}

function OpenDesk({ store, secret }: { store: Store; secret: string }) {
  const welcome = store.welcome.value;
  const session = store.session.value;
  const { title, lang, code } = session ?? {};
  useEffect(() => {
    if (!welcome || welcome.role !== 'facilitator' || title === undefined || lang === undefined) return;
    document.title = `${title} · Durf`;
    rememberSession({ session: welcome.session, title, lang, code: code ?? '', secrets: { facilitator: secret } });
  }, [welcome, title, lang, code]);

  if (welcome && welcome.role !== 'facilitator') return <WrongRole secret={secret} />;
  if (!welcome || !session) return <Loading trouble={store.trouble.value} />;
  return <Parts store={store} />;
}

function Parts({ store }: { store: Store }) {
  const words = facilitator.value;
  const [keysShown, setKeysShown] = useState(false);
  useKeys({
    b: () => void toggleBlank(store),
    j: () => void toggleJoinPanel(store),
    '/': () => document.getElementById('search')?.focus(),
    '?': () => setKeysShown(true),
  });

  const screen = <><ScreenPanel store={store} /><TimerPanel store={store} /></>;
  const links = <LinksPanel store={store} />;
  const more = (
    <>
      <RoundsPanel store={store} />
      <button type="button" class="button keys-button" onClick={() => { sheet.value = null; setKeysShown(true); }}>
        <Icon name="keys" />{words.keys}
      </button>
    </>
  );

  return (
    <div class="desk">
      <SkipLink to="questions">{words.skip}</SkipLink>
      <DeskHead store={store} />
      <Rehearsal store={store} />
      <div class="desk-columns">
        {wide.value && <aside class="desk-tools" aria-label={words.tools}>{screen}{more}</aside>}
        <main class="desk-main">
          <Now store={store} />
          {wide.value && <PrimaryAction store={store} />}
          <QuestionList store={store} />
        </main>
        {wide.value && <aside class="desk-ways-in" aria-label={words.join}><JoinPanel store={store} />{links}</aside>}
      </div>
      {wide.value ? <div class="desk-foot"><PageFoot /></div> : <BottomBar store={store} />}
      {!wide.value && sheet.value === 'screen' && <Sheet name="screen" title={words.screen}>{screen}</Sheet>}
      {!wide.value && sheet.value === 'join' && <Sheet name="join" title={words.join}><JoinPanel store={store} /></Sheet>}
      {!wide.value && sheet.value === 'links' && <Sheet name="links" title={words.links}>{links}</Sheet>}
      {!wide.value && sheet.value === 'more' && <Sheet name="more" title={words.more}>{more}<PageFoot /></Sheet>}
      {keysShown && <KeysHelp title={words.keys} closeLabel={common.value.close} keys={facilitatorKeys()} onClose={() => setKeysShown(false)} />}
    </div>
  );
}

function Sheet({ name, title, children }: { name: SheetName; title: string; children: ComponentChildren }) {
  return <Dialog title={title} closeLabel={common.value.close} class={`sheet sheet-${name}`} onClose={() => { sheet.value = null; }}>{children}</Dialog>;
}

/** In the thumb's reach: the one thing to do now, and the way to all else. */
function BottomBar({ store }: { store: Store }) {
  const words = facilitator.value;
  const ways: [SheetName, IconName, string][] = [
    ['screen', 'screen', words.screen], ['join', 'people', words.join], ['links', 'link', words.links], ['more', 'clock', words.more],
  ];
  return (
    <footer class="desk-bar">
      <PrimaryAction store={store} />
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
