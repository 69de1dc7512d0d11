// SPDX-License-Identifier: MIT
// The moderator's page: the board, or the reason why there is none.
import { useEffect } from 'preact/hooks';
import { moderator } from '../../i18n/moderator';
import type { Store } from '../../store';
import { SkipLink } from '../../ui/SkipLink';
import { ToastRegion } from '../../ui/Toast';
import { deskLink } from '../addresses';
import { DeskHead } from '../facilitator/DeskHead';
import { LoadingDesk, NoDeskPage, StoppedPage } from '../NoDesk';
import { PageFoot } from '../PageFoot';
import { Board } from './Board';

export function Moderator({ store, secret }: { store: Store; secret: string }) {
  const connection = store.connection.value;
  return (
    <>
      {connection.at === 'stopped' ? <StoppedPage because={connection.because} /> : <OpenDesk store={store} secret={secret} />}
      <ToastRegion />
    </>
  );
}

function OpenDesk({ store, secret }: { store: Store; secret: string }) {
  const words = moderator.value;
  const welcome = store.welcome.value;
  const session = store.session.value;
  const { title, pending = 0 } = session ?? {};
  // A moderator who looks at something else sees in the tab that something waits.
  useEffect(() => { if (title !== undefined) document.title = `${pending > 0 ? `(${pending}) ` : ''}${words.desk} · ${title}`; }, [title, pending, words]);
  if (welcome && welcome.role !== 'moderator' && welcome.role !== 'facilitator') {
    return (
      <NoDeskPage title={words.wrongRoleTitle}>
        <p>{words.wrongRoleText}</p>
        {welcome.role !== 'participant' && <a class="button primary" href={deskLink('', welcome.role, secret)}>{words.openThat}</a>}
      </NoDeskPage>
    );
  }
  if (!welcome || !session) return <LoadingDesk words={words.loading} trouble={store.trouble.value} />;
  return (
    <div class="desk mod-desk">
      <SkipLink to="mod-board">{words.skip}</SkipLink>
      <DeskHead store={store} home={welcome.role === 'facilitator'} />
      <main><Board store={store} /></main>
      <div class="desk-foot"><PageFoot /></div>
    </div>
  );
}

export function NoSecret() {
  const words = moderator.value;
  return <NoDeskPage title={words.noSecretTitle}><p>{words.noSecretText}</p></NoDeskPage>;
}
