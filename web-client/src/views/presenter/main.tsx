// SPDX-License-Identifier: MIT
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/presenter.css';
import '../../ui/theme';
import { isId } from '../../wire/ids';
import { createDeskStore, createPairingStore } from '../../store';
import { PairingScreen } from './PairingScreen';
import { Presenter } from './Presenter';

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
  render(<PairingScreen key="pairing" store={store} onPaired={(secret) => {
    store.stop();
    history.replaceState(null, '', `#${secret}`);
    open(secret);
  }} />, root);
}

const secret = location.hash.slice(1);
if (isId(secret)) open(secret);
else pair();
addEventListener('hashchange', () => location.reload());
