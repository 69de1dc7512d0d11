// SPDX-License-Identifier: MIT
// Short messages, said to the eye and to the screen reader. What can be taken back stays ten seconds, each act its own ten: who takes
// back the last one sees the one before it, for as long as that has left.
import { signal } from '../signals';

interface Action {
  label: string;
  run: () => void;
  /** Whether there is still something to take back. Followed while the message is shown. */
  holds?: () => boolean;
}
interface Message {
  text: string;
  action?: Action | undefined;
}

const staysMs = 6_000;
const staysWithActionMs = 10_000;

/** Newest first: at most one that only tells, before the acts that can be taken back. */
const said = signal<readonly Message[]>([]);

const actsOf = (messages: readonly Message[]) => messages.filter(({ action }) => action);

export function say(text: string, action?: Action): void {
  const message = { text, action };
  said.value = [message, ...actsOf(said.peek())];
  setTimeout(() => { said.value = said.peek().filter((one) => one !== message); }, action ? staysWithActionMs : staysMs);
}

const newestAct = () => said.value.find(({ action }) => action && (action.holds?.() ?? true));

/** What the button on the message does, for a key. Nothing when there is nothing to take back. */
export function takeBack(): void {
  const act = newestAct();
  if (!act) return;
  said.value = actsOf(said.peek()).filter((one) => one !== act);
  act.action?.run();
}

/** Stands once in a page, always there: a live region that comes with its text is not read aloud. */
export function ToastRegion() {
  const newest = said.value[0];
  const act = newestAct();
  return (
    <div class="toast-place" role="status">
      {newest && !newest.action && <div class="toast"><span>{newest.text}</span></div>}
      {act && (
        <div class="toast">
          <span>{act.text}</span>
          <button type="button" class="button plain" onClick={takeBack}>{act.action?.label}</button>
        </div>
      )}
    </div>
  );
}
