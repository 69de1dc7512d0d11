// SPDX-License-Identifier: MIT
// The session has ended: thanks, and where to read what was answered and promised, for as long as that stands.
import { isoOfDayNumber, longDay } from '../../i18n/days';
import { presenter } from '../../i18n/presenter';
import type { Store } from '../../store';
import { Hat } from '../../ui/Hat';
import { Qr } from '../../ui/Qr';
import { resultsLink } from '../addresses';
import { refusedWhy } from '../refusedWhy';
import { TallyLine } from '../TallyLine';
import { ScreenHead } from './ScreenHead';

export function EndPicture({ store }: { store: Store }) {
  const words = presenter.value;
  const { results = '', ended_day: endedDay = 0, keep_days: keepDays = 0 } = store.session.value ?? {};
  const address = store.welcome.value?.address ?? location.origin;
  return (
    <div class="screen end-picture">
      <ScreenHead store={store} />
      <main class={`end-main ${results ? 'with-results' : ''}`}>
        <div class="end-words">
          <Hat size="15rem" />
          <h1>{words.endTitle}</h1>
          <p>{results ? words.endScan : words.endNoLink}</p>
          {results && endedDay > 0 && <p class="end-until">{words.endUntil(longDay(isoOfDayNumber(endedDay + keepDays)))}</p>}
        </div>
        {results && <Qr text={resultsLink(address, results)} label={words.endQr} />}
      </main>
      <TallyLine store={store} why={refusedWhy} />
    </div>
  );
}
