// SPDX-License-Identifier: MIT
// Light, dark, or what the system says; remembered on this device where storage is allowed.
import { signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const place = 'durf.theme';

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(place);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export const theme = signal<Theme>(remembered());
show(theme.value);

export function chooseTheme(wish: Theme): void {
  theme.value = wish;
  show(wish);
  try {
    if (wish === 'system') localStorage.removeItem(place);
    else localStorage.setItem(place, wish);
  } catch {
    // Storage refused: the choice holds for as long as the page is open.
  }
}
