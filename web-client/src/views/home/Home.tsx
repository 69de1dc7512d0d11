// SPDX-License-Identifier: MIT
import { useEffect, useState } from 'preact/hooks';
import { home } from '../../i18n/home';
import { askHost } from '../../intent/createSession';
import type { HostAnswer } from '../../wire/messages';
import { Hat } from '../../ui/Hat';
import { PageFoot } from '../PageFoot';
import { CreateSession } from './CreateSession';
import { KnownSessions } from './KnownSessions';

export function Home() {
  const words = home.value;
  useEffect(() => { document.title = words.pageTitle; }, [words]);
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
        <section class="home-new" aria-labelledby="new">
          <h2 id="new">{words.newSession}</h2>
          <NewSession />
        </section>
        <KnownSessions />
      </main>
      <PageFoot />
    </div>
  );
}

/** The form, or why there is none. */
function NewSession() {
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
  return <CreateSession passwordAsked={host.create === 'password'} />;
}
