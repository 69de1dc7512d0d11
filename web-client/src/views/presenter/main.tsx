// SPDX-License-Identifier: MIT
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/presenter.css';
import '../../ui/theme';
import { isId } from '../../wire/ids';
import { presenter } from '../../i18n/presenter';
import { createDeskStore, createPairingStore, type Store } from '../../store';
import { deskLink } from '../addresses';
import { PairingScreen } from './PairingScreen';
import { Presenter } from './Presenter';
import { ScreenKeys } from './ScreenKeys';

const root = document.getElementById('app')!;

function open(secret: string): void {
  const store = createDeskStore(secret);
  store.start();
  render(<Presenter key="presenter" store={store} secret={secret} />, root);
}

/** A paired screen keeps its link in the address, so that a pulled cable or a restart comes back to the same place. */
function pair(): void {
  const store = createPairingStore();
  store.start();
  render(<Unpaired key="pairing" store={store} />, root);
}

function Unpaired({ store }: { store: Store }) {
  const words = presenter.value;
  return (
    <PairingScreen store={store} title={words.pairTitle} steps={words.pairSteps} onPaired={({ role, secret }) => {
      store.stop();
      // The facilitator chose what this screen becomes, whatever it was opened as.
      if (role !== 'presenter') return location.replace(deskLink('', role, secret));
      history.replaceState(null, '', `#${secret}`);
      open(secret);
    }}>
      <ScreenKeys />
    </PairingScreen>
  );
}

const secret = location.hash.slice(1);
if (isId(secret)) open(secret);
else pair();
addEventListener('hashchange', () => location.reload());
