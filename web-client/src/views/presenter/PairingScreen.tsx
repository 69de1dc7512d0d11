// SPDX-License-Identifier: MIT
// A screen without a link: six characters, as large as the room, and what to do with them.
import { useEffect, useState } from 'preact/hooks';
import { presenter } from '../../i18n/presenter';
import { countdown } from '../../i18n/index';
import type { Store } from '../../store';
import { groupsOfThree } from '../../ui/digits';
import { Hat } from '../../ui/Hat';
import { ScreenKeys } from './ScreenKeys';

interface PairingScreenProps {
  store: Store;
  onPaired: (secret: string) => void;
}

export function PairingScreen({ store, onPaired }: PairingScreenProps) {
  const words = presenter.value;
  const pairing = store.pairing.value;
  const paired = store.paired.value;
  useEffect(() => { document.title = `${words.pairTitle} · Durf`; }, [words]);
  useEffect(() => { if (paired) onPaired(paired.secret); }, [paired]);
  return (
    <main class="screen pairing-screen">
      <div class="pairing-words">
        <Hat size="6rem" />
        <h1>{words.pairTitle}</h1>
        <p class="pairing-left">{pairing && <Left key={pairing.code} ms={pairing.left_ms} />}</p>
      </div>
      <div class="pairing-show" role="status">
        {pairing
          ? <p class="pairing-big" aria-label={[...pairing.code].join(' ')}>{groupsOfThree(pairing.code)}</p>
          : <p class="pairing-wait">{store.trouble.value === null ? words.pairWait : words.pairLost}</p>}
      </div>
      <ol class="pairing-steps">{words.pairSteps.split('\n').map((step) => <li key={step}>{step}</li>)}</ol>
      <ScreenKeys />
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
