// SPDX-License-Identifier: MIT
// How to join, full screen: QR, address, and the code as large as it can be.
import { presenter } from '../../i18n/presenter';
import type { Store } from '../../store';
import { groupsOfThree } from '../../ui/digits';
import { FitText } from '../../ui/FitText';
import { Qr } from '../../ui/Qr';
import { joinLink, spokenAddress } from '../addresses';
import { ScreenFoot } from './ScreenFoot';
import { ScreenHead } from './ScreenHead';

export function JoinPicture({ store }: { store: Store }) {
  const words = presenter.value;
  const welcome = store.welcome.value!;
  const code = groupsOfThree(store.session.value?.code ?? '');
  return (
    <div class="screen join-picture">
      <ScreenHead store={store} />
      <main class="join-picture-main">
        <div class="join-picture-words">
          <h1>{words.joinTitle}</h1>
          <p class="join-picture-step">{words.joinScan}<br />{words.joinAt}</p>
          <FitText class="join-picture-address" text={spokenAddress(welcome.address)} lang="" min={1.75} max={5} />
          <p class="join-picture-step">{words.joinCode}</p>
          <FitText class="join-picture-code number" text={code} lang="" min={6} max={20} oneLine />
        </div>
        <Qr text={joinLink(welcome)} label={words.joinQr} />
      </main>
      <ScreenFoot store={store} />
    </div>
  );
}
