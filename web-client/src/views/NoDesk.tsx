// SPDX-License-Identifier: MIT
// A desk's page when there is no desk to show: a title, what there is to say, what can help, and the foot; or that it is still coming.
import type { ComponentChildren } from 'preact';
import { common } from '../i18n/common';
import { troubleText } from '../i18n/troubles';
import { Hat } from '../ui/Hat';
import { PageFoot } from './PageFoot';

export function NoDeskPage({ title, children }: { title: string; children: ComponentChildren }) {
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

/** A link that leads nowhere leads nowhere after reloading, and a closed session stays closed. */
const stays: readonly string[] = ['link_revoked', 'unknown_session', 'session_closed'];

interface StoppedPageProps {
  /** The reason as the connection gives it. */
  because: string;
  title?: string;
  /** Where a new link comes from, when that is not said with the reason. */
  newLink?: string;
  /** The other ways on. */
  children?: ComponentChildren;
}

export function StoppedPage({ because, title = common.value.stoppedTitle, newLink = because === 'unknown_session' ? common.value.newLink : '', children }: StoppedPageProps) {
  return (
    <NoDeskPage title={title}>
      <p role="alert">{troubleText(because)}{newLink && ` ${newLink}`}</p>
      <div class="row">
        {children}
        {!stays.includes(because) && <button type="button" class="button" onClick={() => location.reload()}>{common.value.reload}</button>}
      </div>
    </NoDeskPage>
  );
}

export function LoadingDesk({ words, trouble }: { words: string; trouble: string | null }) {
  return (
    <main class="no-desk-loading" aria-busy="true">
      <Hat size={72} />
      <p role="status">{trouble === null ? words : troubleText(trouble)}</p>
    </main>
  );
}
