// SPDX-License-Identifier: MIT
// The first stop of the Tab key: past the head, to what the page is about. It moves the focus by itself, since the fragment of a
// desk's address is its secret and must stay.

export function SkipLink({ to, children }: { to: string; children: string }) {
  const skip = (event: Event) => {
    event.preventDefault();
    document.getElementById(to)?.focus();
  };
  return <a class="skip" href={`#${to}`} onClick={skip}>{children}</a>;
}
