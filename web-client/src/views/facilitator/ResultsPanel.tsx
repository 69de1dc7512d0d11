// SPDX-License-Identifier: MIT
// The link of the results page: none, waiting for the end, or open to be read.
import { useState } from 'preact/hooks';
import { facilitator } from '../../i18n/facilitator';
import { makeResultsLink, removeResultsLink } from '../../intent/setResultsLink';
import type { Store } from '../../store';
import { CopyField } from '../../ui/CopyField';
import { Qr } from '../../ui/Qr';
import { resultsLink } from '../addresses';
import { act } from './act';
import { lastDay } from './Ended';
import { deskLater } from './later';

export function ResultsPanel({ store }: { store: Store }) {
  const words = facilitator.value;
  const [asking, setAsking] = useState<'renew' | 'remove' | null>(null);
  const session = store.session.value;
  const results = session?.results ?? '';
  const ended = session?.phase === 'ended';
  const link = resultsLink(store.welcome.value?.address ?? location.origin, results);
  const more = deskLater.parts.value;
  const close = () => setAsking(null);
  const confirm = () => {
    close();
    void act(asking === 'renew' ? makeResultsLink(store) : removeResultsLink(store));
  };
  return (
    <section class="panel results-panel" aria-labelledby="results">
      <h2 id="results">{words.results}</h2>
      {results === '' ? (
        <>
          <p class="small quiet">{words.resultsNone}</p>
          <div><button type="button" class="button" onClick={() => void act(makeResultsLink(store))}>{words.makeResults}</button></div>
        </>
      ) : (
        <>
          <p class="small quiet">{ended && session ? words.resultsNow(lastDay(session)) : words.resultsBefore}</p>
          {ended && <Qr text={link} label={words.resultsQr} />}
          <CopyField label={words.link} text={link} copy={words.copy} copied={words.copied} byHand={words.copyByHand} />
          <div class="row">
            {ended && <a class="button support" href={resultsLink('', results)}>{words.seeResults}</a>}
            <button type="button" class="button plain" onClick={() => setAsking('renew')}>{words.resultsRenew}</button>
            <button type="button" class="button plain" onClick={() => setAsking('remove')}>{words.resultsRemove}</button>
          </div>
        </>
      )}
      {asking && more && <more.ResultsDialog what={asking} onClose={close} onConfirm={confirm} />}
    </section>
  );
}
