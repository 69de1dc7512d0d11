// SPDX-License-Identifier: MIT
// Hands things made in the page to the person: a file to keep, or text on the clipboard. Both work on plain http.
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The click has only been queued: an address that is taken back at once downloads nothing in some browsers.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** False when neither way works: then the text stands there to be selected by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard interface on plain http: the older way needs an element that holds the text.
    const holder = document.createElement('textarea');
    holder.value = text;
    holder.readOnly = true;
    holder.className = 'hidden-visually';
    (document.querySelector('dialog[open]') ?? document.body).append(holder);
    holder.select();
    const done = document.execCommand('copy');
    holder.remove();
    return done;
  }
}
