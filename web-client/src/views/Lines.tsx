// SPDX-License-Identifier: MIT

/** A text with a line per item, as a list. What stands before the first full stop may stand out. */
export function Lines({ text, lead = false, ordered = false }: { text: string; lead?: boolean; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List class="lines">
      {text.split('\n').map((line) => {
        const end = lead ? line.indexOf('. ') + 1 : 0;
        return <li key={line}>{end > 0 && <b>{line.slice(0, end)}</b>}{line.slice(end)}</li>;
      })}
    </List>
  );
}
