// SPDX-License-Identifier: MIT
// Where one's question is while the room cannot see it yet. Never its text: someone may be looking along.
import { countdown } from '../../i18n/index';
import { words } from '../../i18n/participantLater';
import type { ParticipantStore } from '../../participantStore';
import { stageOf, type Stage } from '../../replica/stage';
import { Hat } from '../../ui/Hat';
import { Ring } from '../../ui/Ring';
import { say } from '../../ui/Toast';
import { useEffect, useRef } from '../../hooks';

const unseen: readonly Stage['is'][] = ['kept', 'sending', 'held'];
/** And of these, what became of it when it left the hat. */
const outcomes = { open: 'cameOut', pending: 'cameToModerator', hidden: 'wasHidden' } as const;

export function InTheHat({ store }: { store: ParticipantStore }) {
  const connected = store.connection.value.at === 'open';
  const stages = store.own.value.map((own) => ({ own, stage: stageOf(own, store.replica.value, connected) }));
  const waiting = stages.find(({ stage }) => unseen.includes(stage.is));

  // What was seen waiting here and is elsewhere now, came out before these eyes. A refusal is not said aloud: somebody may be
  // looking along, and it stands behind a tap.
  const before = useRef(new Set<string>());
  useEffect(() => {
    for (const { own, stage } of stages) {
      const outcome = before.current.has(own.id) && outcomes[stage.is as keyof typeof outcomes];
      if (outcome) say(words.value[outcome]);
    }
    // A moderator who has looked at it is news too.
    before.current = new Set(stages.filter(({ stage }) => stage.is === 'pending' || unseen.includes(stage.is)).map(({ own }) => own.id));
  });

  return (
    <div aria-live="polite">
      {waiting && (
        <section class="in-hat" aria-label={words.value.hatLabel} data-stage={waiting.stage.is}>
          <HatWithTime store={store} />
          <Where store={store} stage={waiting.stage} />
        </section>
      )}
    </div>
  );
}

function HatWithTime({ store }: { store: ParticipantStore }) {
  const left = store.roundLeftMs.value;
  const length = store.session.value?.round_ms;
  return <Ring share={left !== null && length ? left / length : 0} class="in-hat-ring"><Hat size={44} class="in-hat-hat" /></Ring>;
}

/** Not read aloud at every second: the countdown is left out of the live region, and the number stands in the text once. */
function Where({ store, stage }: { store: ParticipantStore; stage: Stage }) {
  const text = words.value;
  const left = store.roundLeftMs.value;
  const few = store.session.value?.round_tokens_min ?? 0;
  const waitsMax = store.session.value?.round_waits_max ?? 0;

  if (stage.is === 'kept') return <p>{text.keptOffline}</p>;
  if (stage.is !== 'held') return <p>{text.sending}</p>;
  if (left === null) return <p>{text.heldLobby}</p>;
  const time = countdown(left);
  // When one question has waited enough, all that are in the hat come out with it.
  const longest = Math.max(stage.waits, ...[...store.replica.value.receipt.values()].map(({ waits }) => waits ?? 0));
  const last = longest >= waitsMax && waitsMax > 0;
  return (
    <div>
      <p class="number" aria-live="off">{stage.waits === 0 || last ? text.held(time) : text.heldSlow(time)}</p>
      {few > 1 && stage.waits === 0 && !last && waitsMax > 0 && <p class="quiet small">{text.heldFew(few, waitsMax)}</p>}
      {(stage.waits > 0 || last) && <p class="small">{last ? text.waitedLast : text.waited(few)}</p>}
    </div>
  );
}
