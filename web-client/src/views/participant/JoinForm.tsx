// SPDX-License-Identifier: MIT
// The door: six digits, in any grouping. Scanning needs no page: the phone's own camera opens the link. What happens with the
// digits comes with the first touch (doorKeeper.ts); who is faster than the network waits at a button that says so.
import { useSignal } from '../../signals';
import { useEffect, useElement, useMemo } from '../../hooks';
import { firstWords } from '../../i18n/first';
import { words } from '../../i18n/participant';
import { fetchLater, later, laterFails } from './later';

/** Why somebody stands at the door who had a link. */
export type Arrival = 'linkBroken' | 'sessionGone' | null;

export function JoinForm({ arrival, onEntered }: { arrival: Arrival; onEntered: (joinKey: string) => void }) {
  const say = words.value;
  const more = later.value;
  const door = useMemo(() => more?.doorKeeper(arrival, onEntered), [more]);
  const typed = useSignal('');
  const submitted = useSignal(false);
  const field = useElement<HTMLInputElement>();
  const { busy, problem, trouble } = door?.view.value ?? { busy: submitted.value, trouble: laterFails.value && firstWords.value.lost };

  useEffect(() => {
    if (arrival) fetchLater();  // to tell why
    return () => door?.leave();
  }, [door]);
  useEffect(() => {
    if (!door || !submitted.value) return;
    submitted.value = false;
    door.knock(typed.peek(), () => field.current?.focus());
  }, [door, submitted.value]);

  return (
    <form class="door-form" noValidate onSubmit={(event) => {
      event.preventDefault();
      submitted.value = true;
    }}>
      <div class="field">
        <label for="code">{say.joinCode}</label>
        <input id="code" ref={field} class="input door-code number" inputMode="numeric" autocomplete="off" maxLength={12}
          placeholder="000 000" value={typed.value} aria-invalid={problem ? 'true' : undefined} aria-describedby="code-problem code-hint"
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            submitted.value = false;
            door?.leave();
          }} />
        <p id="code-problem" class="problem" role="alert">{problem}</p>
      </div>
      <button class="button primary wide" aria-disabled={busy}>{busy ? say.oneMoment : say.joinGo}</button>
      {trouble && <p class="notice warn" role="status">{trouble}</p>}
      {more && <p id="code-hint" class="quiet">{more.words.value.joinHint}</p>}
    </form>
  );
}
