// SPDX-License-Identifier: MIT
// The desk's page when there is no desk to show: which of the reasons, what is safe, and where to go from here.
import { facilitator } from '../../i18n/facilitator';
import type { Role } from '../../wire/messages';
import { deskLink } from '../addresses';
import { NoDeskPage, StoppedPage } from '../NoDesk';

const ToHome = () => <a class="button primary" href="/home">{facilitator.value.toHome}</a>;

export function NoSecret() {
  const words = facilitator.value;
  return <NoDeskPage title={words.noSecretTitle}><p>{words.noSecretText}</p><ToHome /></NoDeskPage>;
}

export function WrongRole({ role, secret }: { role: Role; secret: string }) {
  const words = facilitator.value;
  return (
    <NoDeskPage title={words.wrongRoleTitle}>
      <p>{words.wrongRoleText}</p>
      {role !== 'participant' && <a class="button primary" href={deskLink('', role, secret)}>{words.openThat}</a>}
    </NoDeskPage>
  );
}

/** @param because the reason as the connection gives it */
export function Stopped({ because }: { because: string }) {
  const words = facilitator.value;
  if (because === 'session_closed') return <NoDeskPage title={words.closedTitle}><p role="alert">{words.closedText}</p><ToHome /></NoDeskPage>;
  return <StoppedPage because={because} {...(because === 'unknown_session' && { newLink: words.linkFromWhom })}><ToHome /></StoppedPage>;
}
