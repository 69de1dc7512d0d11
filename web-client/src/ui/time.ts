// SPDX-License-Identifier: MIT
// "0:22" from milliseconds. Rounded up, so that a clock never shows 0:00 while there is still time.
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
