// SPDX-License-Identifier: MIT
// The first screen of someone who comes without a link.
import { words } from '../../i18n/participant';
import { Hat } from '../../ui/Hat';
import { JoinForm, type Arrival } from './JoinForm';

export function Door({ arrival, onEntered }: { arrival: Arrival; onEntered: (joinKey: string) => void }) {
  return (
    <main class="door">
      <div class="door-mark"><Hat size={112} /></div>
      <h1>{words.value.tagline}</h1>
      <JoinForm arrival={arrival} onEntered={onEntered} />
    </main>
  );
}
