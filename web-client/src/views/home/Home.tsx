// SPDX-License-Identifier: MIT
import { useEffect, useRef, useState } from 'preact/hooks';
import { home } from '../../i18n/home';
import { askHost } from '../../intent/createSession';
import { knownSessions } from '../../keep/knownSessions';
import type { HostAnswer } from '../../wire/messages';
import { Hat } from '../../ui/Hat';
import { media } from '../../ui/media';
import { say, ToastRegion } from '../../ui/Toast';
import { PageFoot } from '../PageFoot';
import { CreateSession } from './CreateSession';
import type { Draft } from './draft';
import { KnownSessions } from './KnownSessions';

/** The form, filled in like a session that was. Each copy is a new form. */
interface Copy { draft: Draft; copies: number }

const wide = media('(min-width: 1000px)');

export function Home() {
  const words = home.value;
  // Who comes back to one column came for a session that is there; a long form would stand before it.
  const [hasSessions] = useState(() => knownSessions().length > 0);
  const knownFirst = hasSessions && !wide.value;
  const [start, setStart] = useState<Copy | null>(null);
  const form = useRef<HTMLElement>(null);
  useEffect(() => { document.title = words.pageTitle; }, [words]);
  const copy = (draft: Draft) => setStart((before) => ({ draft, copies: (before?.copies ?? 0) + 1 }));
  useEffect(() => {
    if (!start) return;
    form.current?.scrollIntoView({ block: 'start' });
    form.current?.querySelector<HTMLElement>('#title')?.focus({ preventScroll: true });
    say(home.peek().copied);
  }, [start]);
  return (
    <div class="home">
      <header class="home-head">
        <Hat size={88} />
        <div>
          <h1>{words.headline}</h1>
          <p class="home-lead">{words.lead}</p>
        </div>
        <a class="button home-join" href="/">{words.joinInstead}</a>
      </header>
      <main class="home-columns">
        {knownFirst && <KnownSessions key="known" onCopy={copy} />}
        <section key="new" ref={form} class="home-new" aria-labelledby="new">
          <h2 id="new">{words.newSession}</h2>
          <NewSession start={start} />
        </section>
        {!knownFirst && <KnownSessions key="known" onCopy={copy} />}
      </main>
      <PageFoot />
      <ToastRegion />
    </div>
  );
}

/** The form, or why there is none. */
function NewSession({ start }: { start: Copy | null }) {
  const words = home.value;
  const [host, setHost] = useState<HostAnswer | 'asking' | 'unreachable'>('asking');
  const ask = async () => {
    setHost('asking');
    setHost((await askHost()) ?? 'unreachable');
  };
  useEffect(() => void ask(), []);
  if (host === 'asking') return <p class="quiet" role="status">{words.asking}</p>;
  if (host === 'unreachable') {
    return (
      <div class="notice warn" role="alert">
        <h3>{words.unreachableTitle}</h3>
        <p>{words.unreachableText}</p>
        <button type="button" class="button" onClick={ask}>{words.tryAgain}</button>
      </div>
    );
  }
  if (host.create === 'refused') {
    return (
      <div class="notice">
        <h3>{words.refusedTitle}</h3>
        <p>{words.refusedText}</p>
      </div>
    );
  }
  return <CreateSession key={start?.copies ?? 0} passwordAsked={host.create === 'password'} start={start?.draft ?? null} />;
}
