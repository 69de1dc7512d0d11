// SPDX-License-Identifier: MIT
// Language and colours, for the one who is looking.
import { Choice } from './Choice';
import { chooseTheme, theme } from './theme';
import { common } from '../i18n/common';
import { chooseLang, lang } from '../i18n/index';

export function Preferences() {
  const words = common.value;
  return (
    <div class="preferences">
      <Choice legend={words.language} legendHidden value={lang.value} onChoose={chooseLang}
        options={[{ value: 'nl', label: words.dutch, lang: 'nl' }, { value: 'en', label: words.english, lang: 'en' }]} />
      <Choice legend={words.theme} legendHidden value={theme.value} onChoose={chooseTheme}
        options={[{ value: 'system', label: words.themeSystem }, { value: 'light', label: words.themeLight }, { value: 'dark', label: words.themeDark }]} />
    </div>
  );
}
