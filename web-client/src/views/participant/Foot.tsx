// SPDX-License-Identifier: MIT
import { common } from '../../i18n/common';
import { Preferences } from '../../ui/Preferences';

export function Foot() {
  const say = common.value;
  return (
    <footer class="foot">
      {location.protocol === 'http:' && <p class="quiet small">{say.plainHttp}</p>}
      <nav class="foot-links"><a href="/anonymity">{say.anonymity}</a><a href="/help">{say.help}</a></nav>
      <Preferences />
    </footer>
  );
}
