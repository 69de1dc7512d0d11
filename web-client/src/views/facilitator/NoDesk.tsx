// SPDX-License-Identifier: MIT
// The desk's page when there is no desk to show: which of the reasons, what is safe, and where to go from here.
import type { ComponentChildren } from 'preact';
import { facilitator } from '../../i18n/facilitator';
import { troubles } from '../../i18n/common';
import { Hat } from '../../ui/Hat';
import type { Role } from '../../wire/messages';
import { deskLink } from '../addresses';
import { PageFoot } from '../PageFoot';

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

const ToHome = () => <a class="button primary" href="/home">{facilitator.value.toHome}</a>;

export function NoSecret() {
  const words = facilitator.value;
  return <Page title={words.noSecretTitle}><p>{words.noSecretText}</p><ToHome /></Page>;
}

export function WrongRole({ role, secret }: { role: Role; secret: string }) {
  const words = facilitator.value;
  return (
    <Page title={words.wrongRoleTitle}>
      <p>{words.wrongRoleText}</p>
      {role !== 'participant' && <a class="button primary" href={deskLink('', role, secret)}>{words.openThat}</a>}
    </Page>
  );
}

/** @param because the reason as the connection gives it */
export function Stopped({ because }: { because: string }) {
  const words = facilitator.value;
  const reasons = troubles.value as Readonly<Record<string, string>>;
  if (because === 'session_closed') return <Page title={words.closedTitle}><p role="alert">{words.closedText}</p><ToHome /></Page>;
  return (
    <Page title={words.stoppedTitle}>
      <p role="alert">{reasons[because] ?? troubles.value.lost}</p>
      <div class="row">
        <ToHome />
        <button type="button" class="button" onClick={() => location.reload()}>{words.reload}</button>
      </div>
    </Page>
  );
}

export function Loading({ trouble }: { trouble: string | null }) {
  const reasons = troubles.value as Readonly<Record<string, string>>;
  return (
    <main class="no-desk-loading" aria-busy="true">
      <Hat size={72} />
      <p role="status">{trouble === null ? facilitator.value.loading : reasons[trouble] ?? troubles.value.lost}</p>
    </main>
  );
}
