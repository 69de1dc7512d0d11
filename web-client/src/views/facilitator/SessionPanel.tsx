// SPDX-License-Identifier: MIT
// The session itself: its title, its code, how long it is kept, and its end.
import { useState } from 'preact/hooks';
import { rejectionText } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { life } from '../../i18n/life';
import { changeJoinCode } from '../../intent/changeJoinCode';
import { renameSession } from '../../intent/renameSession';
import { setKeepDays } from '../../intent/setKeepDays';
import { keepDaysDefault, keepDaysMax, keepDaysMin } from '../../limits';
import type { Store } from '../../store';
import { say } from '../../ui/Toast';
import { act } from './act';
import { deskLater } from './later';
import { end } from './wishes';

export function SessionPanel({ store }: { store: Store }) {
  const words = facilitator.value;
  const lifeWords = life.value;
  const [asking, setAsking] = useState<'rename' | 'code' | 'end' | null>(null);
  const session = store.session.value;
  const more = deskLater.parts.value;
  const { title = '', lang = 'nl', phase, keep_days: keepDays = keepDaysDefault, results = '' } = session ?? {};
  const close = () => setAsking(null);
  const rename = async (text: string) => {
    if (await act(renameSession(store, { lang, text }))) say(lifeWords.renamed);
  };
  const change = async () => {
    close();
    if (await act(changeJoinCode(store))) say(lifeWords.codeChanged);
  };
  return (
    <section class="panel" aria-labelledby="session">
      <h2 id="session">{words.session}</h2>
      <div class="row">
        <button type="button" class="button" onClick={() => setAsking('rename')}>{lifeWords.rename}</button>
        <button type="button" class="button" onClick={() => setAsking('code')}>{lifeWords.changeCode}</button>
      </div>
      <KeepDays key={keepDays} store={store} days={keepDays} />
      {phase !== 'ended' && <div><button type="button" class="button" onClick={() => setAsking('end')}>{lifeWords.end}</button></div>}
      {asking === 'rename' && more && <more.RenameDialog title={title} lang={lang} onClose={close} onSave={(text) => void rename(text)} />}
      {asking === 'code' && more && <more.CodeDialog onClose={close} onConfirm={() => void change()} />}
      {asking === 'end' && more && <more.EndDialog keepDays={keepDays} hasResults={results !== ''} onClose={close} onEnd={(withResults) => void end(store, withResults)} />}
    </section>
  );
}

function KeepDays({ store, days }: { store: Store; days: number }) {
  const words = facilitator.value;
  const [written, setWritten] = useState(days);
  const [problem, setProblem] = useState('');
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (!(Number.isInteger(written) && written >= keepDaysMin && written <= keepDaysMax)) {
      return setProblem(rejectionText('out_of_range', { min: keepDaysMin, max: keepDaysMax }));
    }
    if (await act(setKeepDays(store, written))) say(words.keepDaysSaved(written));
  };
  return (
    <form class="keep-days" noValidate onSubmit={onSubmit}>
      <label for="keep-days">{words.keepDays}</label>
      <div class="input-unit">
        <input class="input number" id="keep-days" type="number" inputMode="numeric" min={keepDaysMin} max={keepDaysMax} aria-describedby="keep-days-hint"
          value={Number.isNaN(written) ? '' : written} aria-invalid={problem !== ''}
          onInput={(event) => { setWritten(event.currentTarget.valueAsNumber); setProblem(''); }} />
        <span>{words.keepDaysUnit}</span>
        <button type="submit" class="button" disabled={written === days}>{words.save}</button>
      </div>
      <p class="problem small" role="alert">{problem}</p>
      <p class="small quiet" id="keep-days-hint">{words.keepDaysHint(keepDaysMin, keepDaysMax)}</p>
    </form>
  );
}
