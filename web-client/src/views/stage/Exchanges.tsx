// SPDX-License-Identifier: MIT
// What was asked back and what came out of the hat in reply. One that a moderator looks at still counts as on its way.
import { stage } from '../../i18n/stage';
import type { AskBack } from '../../replica/replica';

export function Exchanges({ exchanges }: { exchanges: readonly AskBack[] }) {
  const words = stage.value;
  if (exchanges.length === 0) return null;
  return (
    <ul class="exchanges">
      {exchanges.map((exchange) => (
        <li key={exchange.id}>
          <p class="exchange-label">{words.asked}</p>
          <p lang={exchange.lang} dir="auto">{exchange.text}</p>
          {exchange.state === 'replied'
            ? <><p class="exchange-label replied">{words.replied}</p><p class="exchange-reply" lang={exchange.reply_lang || undefined} dir="auto">{exchange.reply}</p></>
            : <p class="quiet">{words.replyWaits}</p>}
        </li>
      ))}
    </ul>
  );
}
