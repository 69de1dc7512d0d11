// SPDX-License-Identifier: MIT
import { common } from '../../i18n/common';
import { later } from './later';

export function Foot() {
  const say = common.value;
  const Preferences = later.value?.Preferences;
  return (
    <footer class="foot">
      {location.protocol === 'http:' && <p class="quiet small">{say.plainHttp}</p>}
      <nav class="foot-links"><a href="/anonymity">{say.anonymity}</a><a href="/help">{say.help}</a></nav>
      {Preferences && <Preferences />}
    </footer>
  );
}
