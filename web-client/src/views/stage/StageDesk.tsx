// SPDX-License-Identifier: MIT
// The stage: for whoever answers, with a tablet in the hand. Shows why, when there is no stage to show.
import { useEffect } from 'preact/hooks';
import { stage } from '../../i18n/stage';
import type { Store } from '../../store';
import { useStayAwake } from '../../ui/stayAwake';
import { ToastRegion } from '../../ui/Toast';
import { deskLink } from '../addresses';
import { LoadingDesk, NoDeskPage, StoppedPage } from '../NoDesk';
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
  if (!welcome || !session) return <LoadingDesk words={stage.value.loading} trouble={store.trouble.value} />;
  return <StageParts store={store} />;
}

function WrongRole({ role }: { role: 'moderator' | 'presenter' | 'participant' }) {
  const words = stage.value;
  return (
    <NoDeskPage title={words.wrongRoleTitle}>
      <p>{words.wrongRoleText}</p>
      {role !== 'participant' && <a class="button primary" href={deskLink('', role, location.hash.slice(1))}>{words.openThat}</a>}
    </NoDeskPage>
  );
}

/** @param because the reason as the connection gives it */
function Stopped({ because }: { because: string }) {
  const words = stage.value;
  const again = () => {
    history.replaceState(null, '', '/stage');
    location.reload();
  };
  return (
    <StoppedPage because={because} {...(because === 'session_closed' && { title: words.closedTitle })}>
      <button type="button" class="button primary" onClick={again}>{words.pairAgain}</button>
    </StoppedPage>
  );
}
