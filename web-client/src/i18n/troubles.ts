// SPDX-License-Identifier: MIT
import { first } from './first';
import { catalogue } from './index';

/** What is wrong with the connection, by the reason that `store.trouble` gives. */
export const troubles = catalogue({
  nl: {
    lost: first.nl.lost,
    stopping: 'De server start opnieuw. De verbinding komt vanzelf terug.',
    resync: 'De pagina haalt de laatste stand op.',
    too_slow: 'De verbinding is traag. De pagina haalt zo de laatste stand op.',
    session_full: 'De sessie is vol. Deze pagina probeert het elke halve minuut opnieuw.',
    code_budget: 'Er zijn te veel codes geprobeerd. Gebruik de QR-code, of wacht tien seconden.',
    unavailable: 'De sessie kan nu niet draaien. Deze pagina probeert het elke halve minuut opnieuw.',
    too_much: 'Er komt nu te veel tegelijk van dit netwerk. Deze pagina probeert het elke halve minuut opnieuw.',
    link_revoked: 'Deze link is ingetrokken. Vraag de begeleider om een nieuwe.',
    unknown_session: 'Er is geen sessie met deze code of link. Misschien is ze afgelopen, of is de link ingetrokken.',
    bad_message: 'De pagina en de server begrijpen elkaar niet. Laad de pagina opnieuw.',
    session_closed: 'De sessie is gesloten. De hoed is leeg.',
    reload: 'Er is een nieuwe versie van deze pagina. Laad de pagina opnieuw.',
    by_us: 'De verbinding is gesloten.',
  },
  en: {
    lost: first.en.lost,
    stopping: 'The server is starting again. The connection comes back by itself.',
    resync: 'The page is fetching the latest state.',
    too_slow: 'The connection is slow. The page will fetch the latest state in a moment.',
    session_full: 'The session is full. This page tries again every half minute.',
    code_budget: 'Too many codes have been tried. Use the QR code, or wait ten seconds.',
    unavailable: 'The session cannot run now. This page tries again every half minute.',
    too_much: 'Too much is coming from this network at once. This page tries again every half minute.',
    link_revoked: 'This link was revoked. Ask the facilitator for a new one.',
    unknown_session: 'There is no session with this code or link. Perhaps it is over, or the link was revoked.',
    bad_message: 'The page and the server do not understand each other. Reload the page.',
    session_closed: 'The session was closed. The hat is empty.',
    reload: 'There is a new version of this page. Reload the page.',
    by_us: 'The connection was closed.',
  },
});

export const troubleText = (reason: string): string => (troubles.value as Readonly<Record<string, string>>)[reason] ?? troubles.value.lost;
