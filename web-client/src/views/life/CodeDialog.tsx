// SPDX-License-Identifier: MIT
// Asked before the code on posters and slides stops working.
import { lifeDialogs } from '../../i18n/lifeDialogs';
import { AskFirst } from './AskFirst';

export function CodeDialog({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  const words = lifeDialogs.value;
  return (
    <AskFirst title={words.changeCodeTitle} lines={[words.changeCodeText]} confirm={words.changeCodeConfirm} onClose={onClose} onConfirm={onConfirm} />
  );
}
