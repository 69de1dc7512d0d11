// SPDX-License-Identifier: MIT
// The phone in the room. The fragment of the address is the join key; without one there is a form for the code.
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/participant.css';
import '../../ui/theme';
import { joinKeys } from '../../keep/membership';
import { phone } from '../../keep/storage';
import { fetchAfterFirstTouch, fetchLater } from './later';
import { Participant } from './Participant';

// Another QR code scanned into the same tab changes only the fragment: start over with that session.
addEventListener('hashchange', () => location.reload());
// A phone that has taken part before may have something to show, to send or to wipe: this is no first load.
if (joinKeys(phone).length > 0) fetchLater();
else fetchAfterFirstTouch();
render(<Participant />, document.getElementById('app')!);
