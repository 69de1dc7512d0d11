// SPDX-License-Identifier: MIT
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/desk.css';
import '../../styles/moderator.css';
import '../../ui/theme';
import { createDeskStore } from '../../store';
import { isId } from '../../wire/ids';
import { Moderator, NoSecret } from './Moderator';

const secret = location.hash.slice(1);
const root = document.getElementById('app')!;
if (isId(secret)) {
  const store = createDeskStore(secret);
  store.start();
  render(<Moderator store={store} secret={secret} />, root);
} else {
  render(<NoSecret />, root);
}
// Another link pasted into the same tab is another desk.
addEventListener('hashchange', () => location.reload());
