// SPDX-License-Identifier: MIT
// The keys and the small row of buttons of a screen. The row is gone while the mouse lies still, and comes with the focus.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { chooseLang, lang } from '../../i18n/index';
import { presenter } from '../../i18n/presenter';
import { toggleFullScreen } from '../../ui/fullScreen';
import { useIdle } from '../../ui/idle';
import { KeysHelp } from '../../ui/KeysHelp';
import { useKeys } from '../../ui/keys';
import { useStayAwake } from '../../ui/stayAwake';
import { chooseTheme, theme } from '../../ui/theme';
import { screenKeys } from './keyRows';

interface ScreenKeysProps {
  onBlank?: () => void;
  onMove?: (by: 1 | -1) => void;
}

const toggleTheme = () => chooseTheme(theme.value === 'dark' ? 'light' : 'dark');
const toggleLang = () => chooseLang(lang.value === 'nl' ? 'en' : 'nl');

export function ScreenKeys({ onBlank, onMove }: ScreenKeysProps) {
  const words = presenter.value;
  const idle = useIdle();
  const [keysShown, setKeysShown] = useState(false);
  useStayAwake();
  const full = () => void toggleFullScreen();
  const back = () => onMove?.(-1);
  const on = () => onMove?.(1);
  const blank = () => onBlank?.();
  useKeys({
    f: full, d: toggleTheme, l: toggleLang, '?': () => setKeysShown(true), b: blank, '.': blank,
    ArrowLeft: back, ArrowUp: back, PageUp: back, ArrowRight: on, ArrowDown: on, PageDown: on,
  });
  return (
    <>
      <nav class={`screen-buttons ${idle ? 'idle' : ''}`} aria-label={words.keys}>
        {onBlank && <button type="button" onClick={blank}>{words.blank} <kbd>B</kbd></button>}
        <button type="button" onClick={full}>{words.fullScreen} <kbd>F</kbd></button>
        <button type="button" onClick={() => setKeysShown(true)}>{words.keys} <kbd>?</kbd></button>
      </nav>
      {idle && !keysShown && <span class="no-pointer" />}
      {keysShown && <KeysHelp title={words.keys} closeLabel={common.value.close} keys={screenKeys(onMove !== undefined)} onClose={() => setKeysShown(false)} />}
    </>
  );
}
