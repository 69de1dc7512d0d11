// SPDX-License-Identifier: MIT
// What a room asks: a hospital and a health insurer, on an ordinary Tuesday. Nobody here exists.

export const title = 'Durf te Vragen: werken aan het rooster';
export const topics = ['Werkdruk', 'Roosters', 'Veranderingen', 'Waardering'].map((text) => ({ lang: 'nl', text }));

/** Text, topic by its place, and how many support it. @type {[text: string, topic: number, support: number, lang?: 'en'][]} */
export const questions = [
  ['Waarom horen we van een reorganisatie altijd pas als alles al besloten is?', 2, 19],
  ['Wie van jullie heeft het afgelopen jaar een hele nachtdienst meegelopen?', 3, 17],
  ['Er zijn al drie collega’s weg sinds de zomer. Wanneer is het voor jullie genoeg om iets te veranderen?', 0, 16],
  ['Krijgen we de overdracht van een kwartier ooit gewoon betaald?', 1, 14],
  ['Wat gebeurt er met wat we hier vandaag vragen?', 2, 12],
  ['Mag ik nee zeggen tegen een extra dienst zonder dat het in mijn beoordeling terugkomt?', 1, 12],
  ['Hoe kan het dat er geld is voor een nieuw logo en niet voor een vaste planner?', 0, 11],
  ['We vullen elk jaar het onderzoek naar tevredenheid in. Noem eens één ding dat daardoor anders is geworden.', 3, 9],
  ['Nobody in our team was asked about the new system. Who decided, and can it still be turned back?', 2, 8, 'en'],
  ['Waarom staat het rooster pas twee weken van tevoren vast, terwijl opvang drie maanden vooruit moet?', 1, 8],
  ['Blijft de afdeling bestaan na de verhuizing, of weten jullie dat zelf ook nog niet?', 2, 7],
  ['Wanneer heeft iemand van de directie voor het laatst “dank je wel” gezegd zonder dat er een camera bij was?', 3, 6],
  ['Hoeveel uur administratie per dienst vinden jullie nog redelijk?', 0, 6],
  ['Worden de uitkomsten van de medezeggenschapsraadverkiezingen deze keer wel serieus genomen?', 2, 4],
  ['Ik durf mijn leidinggevende niet te vertellen dat het te veel is. Waar kan ik heen?', 0, 3],
  ['Kan zelf roosteren ook voor de ondersteunende diensten?', 1, 3],
  ['What do you find hardest about your own job at the moment?', 3, 2, 'en'],
  ['Waarom krijgen uitzendkrachten een betere reiskostenvergoeding dan wij?', 3, 2],
];

export const short = questions[1]?.[0] ?? '';
/** As long as a question may be. */
export const long = 'Als we elke dag met twee mensen te weinig beginnen, en dat al sinds vorig jaar bekend is, en de wachtlijst alleen maar langer wordt, hoe leggen jullie dan aan een familie uit dat hun moeder vandaag weer niet onder de douche kan, en wie van jullie komt dat samen met ons vertellen?';
/** As much as a desk may ask back, and as long as a reply may be. */
export const longAskedBack = `${'Als je zegt dat het vorig jaar beter ging, bedoel je dan de bezetting overdag of die in de nacht? '.repeat(12)}`.slice(0, 1_120).trim();
export const longReply = 'Allebei. Overdag viel het nog te dragen omdat de teamleider zelf meeliep, maar in de nacht stonden we met z’n tweeën voor achtentwintig bewoners, en als er dan iemand valt is er niemand meer die op een bel kan letten. Dat hebben we drie keer gemeld en nooit meer iets van gehoord.';
export const draft = { nl: 'Waarom mogen wij niet meepraten over', en: 'Why are we not allowed to have a say in' };
export const own = { nl: 'Wat zouden jullie doen als het jullie eigen moeder was?', en: 'What would you do if it were your own mother?' };
