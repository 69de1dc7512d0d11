// SPDX-License-Identifier: MIT
// Every refusal in words, calm and without blame.
import type { Params } from '../wire/messages';
import { catalogue, number } from './index';

/** Why a command was refused: what happened, what is safe, what to do. */
export const rejections = catalogue({
  nl: {
    not_allowed: 'Dat kan niet vanaf dit scherm.',
    not_now: 'Dat kan nu niet in deze sessie.',
    too_late: 'Te laat: deze vraag wordt of is al beantwoord.',
    unknown_question: 'Deze vraag is er niet meer.',
    unknown_topic: 'Dit thema is er niet meer. Kies een ander thema.',
    unknown_link: 'Deze link is er niet meer.',
    text_empty: 'Er staat nog niets. Schrijf eerst je tekst.',
    text_forbidden: 'Er staan tekens in die niet mogen. Typ de tekst opnieuw in plaats van te plakken.',
    text_too_long: (_: Params) => 'De tekst is te lang. Maak hem korter en probeer het opnieuw.',
    one_per_round: 'Je hebt al een vraag in deze ronde. Na de ronde kun je de volgende stellen.',
    hat_full: 'De hoed is vol. Na de volgende ronde is er weer plaats.',
    questions_full: 'Er zijn genoeg vragen voor deze sessie. Stem mee op wat er al staat.',
    links_full: (params: Params) => `Er zijn al ${number(params['max'] ?? 0)} links. Trek er eerst een in.`,
    id_taken: 'Dit ging mis bij het maken. Probeer het nog een keer.',
    not_yours: 'Deze vraag is niet vanaf deze telefoon gesteld.',
    out_of_range: (params: Params) => `Kies een getal van ${number(params['min'] ?? 0)} tot en met ${number(params['max'] ?? 0)}.`,
    only_longer: 'Rondes kunnen binnen een sessie alleen langer worden.',
    last_link: 'Dit is de laatste link voor begeleiders. Vernieuw hem als hij in verkeerde handen is.',
    unknown_pairing: 'Geen scherm toont deze code. Kijk of de code nog dezelfde is.',
    too_fast: 'Dat ging te snel. Wacht even en probeer het opnieuw.',
    disk_full: 'De server heeft geen ruimte meer en heeft dit niet bewaard. Probeer het later opnieuw.',
    sessions_full: (params: Params) => `Er zijn al ${number(params['max'] ?? 0)} sessies op deze server. Vraag de beheerder om ruimte.`,
    wrong_password: 'Het wachtwoord klopt niet.',
    bad_message: 'De server begreep dit niet. Laad de pagina opnieuw.',
    no_connection: 'Geen verbinding. Er is niets verstuurd. Probeer het opnieuw als de verbinding terug is.',
    no_answer: 'Er kwam geen antwoord. Kijk op het scherm of het gelukt is.',
    outbox_full: 'Er wacht al veel op deze telefoon. Als de verbinding terug is, gaat dat eerst weg.',
    unknown: 'Dat is niet gelukt. Laad de pagina opnieuw.',
  },
  en: {
    not_allowed: 'That cannot be done from this screen.',
    not_now: 'That cannot be done in this session now.',
    too_late: 'Too late: this question is being answered or was answered.',
    unknown_question: 'This question is gone.',
    unknown_topic: 'This topic is gone. Choose another topic.',
    unknown_link: 'This link is gone.',
    text_empty: 'There is nothing yet. Write your text first.',
    text_forbidden: 'It holds characters that are not allowed. Type the text instead of pasting it.',
    text_too_long: (_: Params) => 'The text is too long. Make it shorter and try again.',
    one_per_round: 'You have a question in this round already. After the round you can ask the next one.',
    hat_full: 'The hat is full. There is room again after the next round.',
    questions_full: 'There are enough questions for this session. Support what is there already.',
    links_full: (params: Params) => `There are ${number(params['max'] ?? 0)} links already. Revoke one first.`,
    id_taken: 'Something went wrong while making this. Try once more.',
    not_yours: 'This question was not asked from this phone.',
    out_of_range: (params: Params) => `Choose a number from ${number(params['min'] ?? 0)} to ${number(params['max'] ?? 0)}.`,
    only_longer: 'Within a session rounds can only become longer.',
    last_link: 'This is the last facilitator link. Renew it if it is in the wrong hands.',
    unknown_pairing: 'No screen shows this code. See whether the code is still the same.',
    too_fast: 'That went too fast. Wait a moment and try again.',
    disk_full: 'The server has no room left and did not keep this. Try again later.',
    sessions_full: (params: Params) => `There are ${number(params['max'] ?? 0)} sessions on this server already. Ask its administrator for room.`,
    wrong_password: 'The password is not right.',
    bad_message: 'The server did not understand this. Reload the page.',
    no_connection: 'No connection. Nothing was sent. Try again when the connection is back.',
    no_answer: 'No answer came. See on the screen whether it worked.',
    outbox_full: 'Much is waiting on this phone already. That leaves first when the connection is back.',
    unknown: 'That did not work. Reload the page.',
  },
});

/** A refusal in words. A code that this page does not know still gets an honest sentence. */
export function rejectionText(code: string, params: Params = {}): string {
  const words = rejections.value as Readonly<Record<string, string | ((params: Params) => string)>>;
  const word = (Object.hasOwn(words, code) ? words[code] : undefined) ?? rejections.value.unknown;
  return typeof word === 'function' ? word(params) : word;
}
