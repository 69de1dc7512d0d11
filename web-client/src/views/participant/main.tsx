// SPDX-License-Identifier: MIT
// The phone in the room. The fragment of the address is the join key; without one there is a form for the code.
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/participant.css';
import '../../ui/theme';
import { fetchLater } from './later';
import { Participant } from './Participant';

// Another QR code scanned into the same tab changes only the fragment: start over with that session.
addEventListener('hashchange', () => location.reload());
render(<Participant />, document.getElementById('app')!);
fetchLater();
