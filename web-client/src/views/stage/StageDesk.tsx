// SPDX-License-Identifier: MIT
// The stage: for whoever answers, with a tablet in the hand. Shows why, when there is no stage to show.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { troubles } from '../../i18n/common';
import { stage } from '../../i18n/stage';
import type { Store } from '../../store';
import { Hat } from '../../ui/Hat';
import { useStayAwake } from '../../ui/stayAwake';
import { ToastRegion } from '../../ui/Toast';
import { deskLink } from '../addresses';
import { PageFoot } from '../PageFoot';
import { StageParts } from './StageParts';

export function StageDesk({ store }: { store: Store }) {
  const connection = store.connection.value;
  useStayAwake();
  return (
    <>
      {connection.at === 'stopped' ? <Stopped because={connection.because} /> : <OpenStage store={store} />}
      <ToastRegion />
    </>
  );
}

function OpenStage({ store }: { store: Store }) {
  const welcome = store.welcome.value;
  const session = store.session.value;
  const title = session?.title;
  useEffect(() => { if (title !== undefined) document.title = `${title} · Durf`; }, [title]);
  if (welcome && welcome.role !== 'stage' && welcome.role !== 'facilitator') return <WrongRole role={welcome.role} />;
  if (!welcome || !session) return <Loading trouble={store.trouble.value} />;
  return <StageParts store={store} />;
}

function Page({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="no-desk">
      <main>
        <Hat size={72} />
        <h1>{title}</h1>
        {children}
      </main>
      <PageFoot />
    </div>
  );
}

function WrongRole({ role }: { role: 'moderator' | 'presenter' | 'participant' }) {
  const words = stage.value;
  return (
    <Page title={words.wrongRoleTitle}>
      <p>{words.wrongRoleText}</p>
      {role !== 'participant' && <a class="button primary" href={deskLink('', role, location.hash.slice(1))}>{words.openThat}</a>}
    </Page>
  );
}

/** @param because the reason as the connection gives it */
function Stopped({ because }: { because: string }) {
  const words = stage.value;
  const reasons = troubles.value as Readonly<Record<string, string>>;
  const again = () => {
    history.replaceState(null, '', '/stage');
    location.reload();
  };
  return (
    <Page title={because === 'session_closed' ? words.closedTitle : words.stoppedTitle}>
      <p role="alert">{reasons[because] ?? troubles.value.lost}</p>
      <div class="row">
        <button type="button" class="button primary" onClick={again}>{words.pairAgain}</button>
        <button type="button" class="button" onClick={() => location.reload()}>{words.reload}</button>
      </div>
    </Page>
  );
}

function Loading({ trouble }: { trouble: string | null }) {
  const reasons = troubles.value as Readonly<Record<string, string>>;
  return (
    <main class="no-desk-loading" aria-busy="true">
      <Hat size={72} />
      <p role="status">{trouble === null ? stage.value.loading : reasons[trouble] ?? troubles.value.lost}</p>
    </main>
  );
}
