// SPDX-License-Identifier: MIT
// One short message at a time, said to the eye and to the screen reader. With something to take back it stays ten seconds.
import { signal } from '../signals';

interface Message {
  text: string;
  action?: { label: string; run: () => void } | undefined;
}

const staysMs = 6_000;
const staysWithActionMs = 10_000;

const message = signal<Message | null>(null);
let going: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, action?: Message['action']): void {
  clearTimeout(going);
  message.value = { text, action };
  going = setTimeout(() => { message.value = null; }, action ? staysWithActionMs : staysMs);
}

/** What the button on the message does, for a key. Nothing when there is nothing to take back. */
export function takeBack(): void {
  const run = message.peek()?.action?.run;
  if (run) message.value = null;
  run?.();
}

/** Stands once in a page, always there: a live region that comes with its text is not read aloud. */
export function ToastRegion() {
  const { text, action } = message.value ?? {};
  return (
    <div class="toast-place" role="status">
      {text && (
        <div class="toast">
          <span>{text}</span>
          {action && <button type="button" class="button plain" onClick={takeBack}>{action.label}</button>}
        </div>
      )}
    </div>
  );
}
