// SPDX-License-Identifier: MIT
// Light, dark, or what the system says; remembered on this device where storage is allowed.
import { signal } from '../signals';
import { phone } from '../keep/storage';

export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const place = 'durf.theme';

function remembered(): Theme {
  const kept = phone.read(place);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
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
  phone.write(place, wish);
}
