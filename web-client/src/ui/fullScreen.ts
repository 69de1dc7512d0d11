// SPDX-License-Identifier: MIT
// Whole screen and back. Refused by some browsers (iPhone): then nothing happens, and the page works as it did.
export async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // Not allowed here.
  }
}
