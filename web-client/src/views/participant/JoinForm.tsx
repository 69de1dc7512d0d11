// SPDX-License-Identifier: MIT
// The door: six digits, in any grouping. Scanning needs no page: the phone's own camera opens the link.
import { useSignal } from '../../signals';
import { useEffect, useRef } from 'preact/hooks';
import { codeFrom, openDoor } from '../../door';
import { words } from '../../i18n/participantLater';
import { troubleText } from '../../i18n/troubles';
import { phone } from '../../keep/storage';
import type { Store } from '../../store';

export type JoinProblem = 'linkBroken' | 'sessionGone' | 'codeShort' | 'codeUnknown' | null;

export function JoinForm({ problem: given, onEntered }: { problem: JoinProblem; onEntered: (joinKey: string) => void }) {
  const say = words.value;
  const typed = useSignal('');
  const problem = useSignal<JoinProblem>(given);
  const door = useSignal<Store | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const view = door.value?.connection.value;
  const refused = view?.at === 'stopped';
  const unknown = refused && view.because === 'unknown_session';
  const busy = door.value !== null && !refused;
  const trouble = door.value && !unknown
    ? (view?.at === 'waiting' && view.because !== 'lost' ? view.because : door.value.trouble.value)
    : null;
  const wrong = unknown ? 'codeUnknown' : problem.value;
  const shown = wrong && say[wrong];

  useEffect(() => () => door.peek()?.stop(), []);
  useEffect(() => { if (unknown) field.current?.focus(); }, [unknown]);

  const submit = (event: Event) => {
    event.preventDefault();
    door.peek()?.stop();
    const code = codeFrom(typed.peek());
    problem.value = code === null ? 'codeShort' : null;
    door.value = code === null ? null : openDoor(phone, code, onEntered);
    if (code === null) field.current?.focus();
  };

  return (
    <form class="door-form" onSubmit={submit} noValidate>
      <div class="field">
        <label for="code">{say.joinCode}</label>
        <input id="code" ref={field} class="input door-code number" inputMode="numeric" autocomplete="off" maxLength={12}
          placeholder="000 000" value={typed.value} aria-invalid={shown ? 'true' : undefined} aria-describedby="code-problem code-hint"
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            problem.value = null;
            door.peek()?.stop();
            door.value = null;
          }} />
        <p id="code-problem" class="problem" role="alert">{shown}</p>
      </div>
      <button class="button primary wide" aria-disabled={busy}>{busy ? say.joinBusy : say.joinGo}</button>
      {trouble && <p class="notice warn" role="status">{troubleText(trouble)}</p>}
      <p id="code-hint" class="quiet">{say.joinHint}</p>
    </form>
  );
}
