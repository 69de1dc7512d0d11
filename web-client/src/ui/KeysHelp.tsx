// SPDX-License-Identifier: MIT
// The overlay that `?` opens: which key does what.
import { Dialog } from './Dialog';

export type KeyRows = readonly (readonly [keys: readonly string[], meaning: string])[];

interface KeysHelpProps {
  title: string;
  closeLabel: string;
  keys: KeyRows;
  onClose: () => void;
}

export function KeysHelp({ title, closeLabel, keys, onClose }: KeysHelpProps) {
  return (
    <Dialog title={title} closeLabel={closeLabel} onClose={onClose} class="keys-help">
      <KeysTable keys={keys} />
    </Dialog>
  );
}

export function KeysTable({ keys }: Pick<KeysHelpProps, 'keys'>) {
  return (
    <dl class="keys-table">
      {keys.map(([names, meaning]) => (
        <div key={names.join()}>
          <dt>{names.map((name) => <kbd key={name}>{name}</kbd>)}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
