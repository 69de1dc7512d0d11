// SPDX-License-Identifier: MIT
// The first screen of someone who comes without a link.
import { words } from '../../i18n/participant';
import { Hat } from '../../ui/Hat';
import type { JoinProblem } from './JoinForm';
import { later } from './later';

export function Door({ problem, onEntered }: { problem: JoinProblem; onEntered: (joinKey: string) => void }) {
  const JoinForm = later.value?.JoinForm;
  return (
    <main class="door">
      <div class="door-mark"><Hat size={112} /></div>
      <h1>{words.value.tagline}</h1>
      {JoinForm && <JoinForm problem={problem} onEntered={onEntered} />}
    </main>
  );
}
