// SPDX-License-Identifier: MIT
// A screen without a link: six characters, as large as the room, and what to do with them. A projector and a tablet alike; which
// of the two it becomes is for the facilitator to choose.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { presenter } from '../../i18n/presenter';
import { countdown } from '../../i18n/index';
import type { Store } from '../../store';
import { groupsOfThree } from '../../ui/digits';
import { Hat } from '../../ui/Hat';
import type { Paired } from '../../wire/messages';

interface PairingScreenProps {
  store: Store;
  title: string;
  /** One on each line. */
  steps: string;
  onPaired: (paired: Paired) => void;
  children?: ComponentChildren;
}

export function PairingScreen({ store, title, steps, onPaired, children }: PairingScreenProps) {
  const words = presenter.value;
  const pairing = store.pairing.value;
  const paired = store.paired.value;
  useEffect(() => { document.title = `${title} · Durf`; }, [title]);
  useEffect(() => { if (paired) onPaired(paired); }, [paired]);
  return (
    <main class="screen pairing-screen">
      <div class="pairing-words">
        <Hat size="6rem" />
        <h1>{title}</h1>
        <p class="pairing-left">{pairing && <Left key={pairing.code} ms={pairing.left_ms} />}</p>
      </div>
      <div class="pairing-show" role="status">
        {pairing
          ? <p class="pairing-big" aria-label={[...pairing.code].join(' ')}>{groupsOfThree(pairing.code)}</p>
          : <p class="pairing-wait">{store.trouble.value === null ? words.pairWait : words.pairLost}</p>}
      </div>
      <ol class="pairing-steps">{steps.split('\n').map((step) => <li key={step}>{step}</li>)}</ol>
      {children}
    </main>
  );
}

/** Counts by itself from what the server said was left. */
function Left({ ms }: { ms: number }) {
  const [left, setLeft] = useState(ms);
  useEffect(() => {
    const end = performance.now() + ms;
    const ticking = setInterval(() => setLeft(Math.max(0, end - performance.now())), 500);
    return () => clearInterval(ticking);
  }, [ms]);
  return <span class="number">{presenter.value.pairLeft(countdown(left))}</span>;
}
