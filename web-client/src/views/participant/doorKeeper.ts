// SPDX-License-Identifier: MIT
// What happens at the door once digits are handed in, and what is said there meanwhile.
import { codeFrom, openDoor } from '../../door';
import { words } from '../../i18n/participantLater';
import { troubleText } from '../../i18n/troubles';
import { phone } from '../../keep/storage';
import { batch, computed, effect, signal, type ReadonlySignal } from '../../signals';
import type { Store } from '../../store';
import type { Arrival } from './JoinForm';

type Problem = Arrival | 'codeShort' | 'codeUnknown';

export interface DoorView {
  readonly busy: boolean;
  readonly problem: string | null;
  readonly trouble: string | null;
}

export interface DoorKeeper {
  readonly view: ReadonlySignal<DoorView>;
  /** `refused` is called when there is no such code. */
  knock(typed: string, refused: () => void): void;
  /** Whoever types anew is not waiting any more. */
  leave(): void;
}

export function doorKeeper(arrival: Arrival, entered: (joinKey: string) => void): DoorKeeper {
  const problem = signal<Problem>(arrival);
  const door = signal<Store | null>(null);
  let stopWatching = () => {};

  const isUnknown = ({ connection }: Store) => connection.value.at === 'stopped' && connection.value.because === 'unknown_session';
  const leave = () => batch(() => {
    stopWatching();
    door.peek()?.stop();
    door.value = null;
    problem.value = null;
  });

  return {
    leave,
    knock(typed, refused) {
      leave();
      const code = codeFrom(typed);
      if (code === null) {
        problem.value = 'codeShort';
        return refused();
      }
      const opening = openDoor(phone, code, entered);
      door.value = opening;
      stopWatching = effect(() => {
        if (!isUnknown(opening)) return;
        problem.value = 'codeUnknown';
        refused();
      });
    },
    view: computed(() => {
      const store = door.value;
      return {
        busy: store !== null && store.connection.value.at !== 'stopped',
        problem: problem.value && words.value[problem.value],
        trouble: store && !isUnknown(store) ? troubleOf(store) : null,
      };
    }),
  };
}

/** A refusal that has a reason is told at once; a network that is slow only after a while. */
function troubleOf({ connection, trouble }: Store): string | null {
  const view = connection.value;
  const reason = view.at === 'waiting' && view.because !== 'lost' ? view.because : trouble.value;
  return reason && troubleText(reason);
}
