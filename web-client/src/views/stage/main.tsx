// SPDX-License-Identifier: MIT
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/desk.css';
import '../../styles/stage.css';
import '../../ui/theme';
import { stage } from '../../i18n/stage';
import { createDeskStore, createPairingStore, type Store } from '../../store';
import { isId } from '../../wire/ids';
import { deskLink } from '../addresses';
import { PageFoot } from '../PageFoot';
import { PairingScreen } from '../presenter/PairingScreen';
import { StageDesk } from './StageDesk';

const root = document.getElementById('app')!;

function open(secret: string): void {
  const store = createDeskStore(secret);
  store.start();
  render(<StageDesk key="stage" store={store} />, root);
}

function Unpaired({ store }: { store: Store }) {
  const words = stage.value;
  return (
    <PairingScreen store={store} title={words.pairTitle} steps={words.pairSteps} onPaired={({ role, secret }) => {
      store.stop();
      // The facilitator chose what this screen becomes, whatever it was opened as.
      if (role !== 'stage') return location.replace(deskLink('', role, secret));
      history.replaceState(null, '', `#${secret}`);
      open(secret);
    }}>
      <PageFoot />
    </PairingScreen>
  );
}

function pair(): void {
  const store = createPairingStore();
  store.start();
  render(<Unpaired key="pairing" store={store} />, root);
}

const secret = location.hash.slice(1);
if (isId(secret)) open(secret);
else pair();
// Another link pasted into the same tab is another stage.
addEventListener('hashchange', () => location.reload());
