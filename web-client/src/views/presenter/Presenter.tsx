// SPDX-License-Identifier: MIT
// The projector. One message at a time; reads only. The last picture stays through a lost connection, with a small mark.
import { useEffect, useRef, useState } from 'preact/hooks';
import { troubleText } from '../../i18n/troubles';
import { lang, langIsChosen } from '../../i18n/index';
import { presenter } from '../../i18n/presenter';
import { rememberSession } from '../../keep/knownSessions';
import type { Store } from '../../store';
import { EmptyHat } from '../../ui/EmptyHat';
import { Hat } from '../../ui/Hat';
import { Icon } from '../../ui/Icon';
import { EndPicture } from './EndPicture';
import { JoinPicture } from './JoinPicture';
import { NowPicture } from './NowPicture';
import { afterAsking, asAsked, blankToggled, moved, pictureOf, type Asked } from './picture';
import { ScreenKeys } from './ScreenKeys';
import { TopPicture } from './TopPicture';

export function Presenter({ store, secret }: { store: Store; secret: string }) {
  const words = presenter.value;
  const connection = store.connection.value;
  const session = store.session.value;
  const welcome = store.welcome.value;
  const [local, setLocal] = useState(asAsked);
  const asked: Asked = {
    blank: session?.blank ?? false, joinPanel: session?.join_panel ?? false, highlighted: session?.highlighted ?? '',
    ended: session?.phase === 'ended',
  };
  const before = useRef(asked);
  useEffect(() => {
    const last = before.current;
    before.current = asked;
    setLocal((chosen) => afterAsking(last, asked, chosen));
  }, [asked.blank, asked.joinPanel, asked.highlighted, asked.ended]);

  const { title, lang: sessionLang, code } = session ?? {};
  useEffect(() => {
    // A projector is nobody's own: until someone chooses at the screen, it speaks the language of the session.
    if (sessionLang && !langIsChosen()) lang.value = sessionLang;
    if (!welcome || title === undefined || !sessionLang) return;
    document.title = `${title} · Durf`;
    if (welcome.role === 'presenter') {
      rememberSession({ session: welcome.session, title, lang: sessionLang, code: code ?? '', secrets: { presenter: secret } });
    }
  }, [welcome, title, sessionLang, code]);

  if (connection.at === 'stopped') return <StoppedScreen because={connection.because} />;
  if (!session || !welcome) {
      const trouble = store.trouble.value;
    return (
      <main class="screen screen-message">
        <Hat size="12rem" />
        <p role="status">{trouble === null ? words.loading : troubleText(trouble)}</p>
        <ScreenKeys />
      </main>
    );
  }

  const shown = pictureOf(asked, local);
  return (
    <>
      {shown === 'blank' && <main class="screen blank"><h1 class="hidden-visually">{words.blankStatus}</h1><Hat size="4rem" mono /></main>}
      {shown === 'join' && <JoinPicture store={store} />}
      {shown === 'end' && <EndPicture store={store} />}
      {shown === 'now' && <NowPicture store={store} />}
      {shown === 'top' && <TopPicture store={store} />}
      {store.trouble.value !== null && <p class="kept-picture" role="status"><Icon name="link" />{words.keptPicture}</p>}
      <ScreenKeys onBlank={() => setLocal(blankToggled(asked, local))} onMove={(by) => setLocal(moved(asked, local, by))} />
    </>
  );
}

function StoppedScreen({ because }: { because: string }) {
  const words = presenter.value;
  const again = () => {
    history.replaceState(null, '', '/presenter');
    location.reload();
  };
  return (
    <main class="screen screen-message">
      {because === 'session_closed' ? <EmptyHat size="12rem" /> : <Hat size="12rem" />}
      <h1>{because === 'session_closed' ? words.closed : words.stopped}</h1>
      <p role="alert">{troubleText(because)}</p>
      <button type="button" class="button primary" onClick={again}>{words.pairAgain}</button>
      <ScreenKeys />
    </main>
  );
}
