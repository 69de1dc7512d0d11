// SPDX-License-Identifier: MIT
import { common } from '../../i18n/common';
import { words } from '../../i18n/participantLater';
import { troubleText } from '../../i18n/troubles';
import type { ParticipantStore } from '../../participantStore';

/** What is wrong with the connection, and what becomes of what is done now. */
export function troubleOf(store: ParticipantStore): string | null {
  const trouble = store.trouble.value;
  // What happens to a question that waits is said where it waits, and not twice.
  const toldBelow = store.own.value.some(({ state }) => state === 'asked');
  return trouble === 'lost' && store.session.value && !toldBelow ? words.value.offline : trouble && troubleText(trouble);
}

/** Lines that stand only while there is something to say. */
export function Conditions({ store }: { store: ParticipantStore }) {
  return (
    <>
      {store.session.value?.rehearsal && <p class="notice rehearsal">{common.value.rehearsal}</p>}
      {!store.persists.value && <p class="notice">{words.value.notPersisting}</p>}
      {store.unreadable > 0 && <p class="notice warn">{words.value.unreadable}</p>}
    </>
  );
}
