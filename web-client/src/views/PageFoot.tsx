// SPDX-License-Identifier: MIT
// The foot of the pages of the desks: what is kept, help, language and colours.
import { common } from '../i18n/common';
import { Preferences } from '../ui/Preferences';

export function PageFoot() {
  const words = common.value;
  return (
    <footer class="page-foot">
      <nav>
        <a href="/anonymity">{words.anonymity}</a>
        <a href="/help">{words.help}</a>
      </nav>
      <Preferences />
    </footer>
  );
}
