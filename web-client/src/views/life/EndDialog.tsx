// SPDX-License-Identifier: MIT
// What ending means, in plain words, before it happens. It can be taken back, and says so.
import { useState } from 'preact/hooks';
import { isoDay, longDay } from '../../i18n/days';
import { lifeDialogs } from '../../i18n/lifeDialogs';
import { AskFirst } from './AskFirst';

interface EndDialogProps {
  keepDays: number;
  /** There is a results page already: then nobody need choose. */
  hasResults: boolean;
  onEnd: (withResults: boolean) => void;
  onClose: () => void;
}

export function EndDialog({ keepDays, hasResults, onEnd, onClose }: EndDialogProps) {
  const words = lifeDialogs.value;
  const [withResults, setWithResults] = useState(true);
  const last = new Date();
  last.setDate(last.getDate() + keepDays);
  return (
    <AskFirst title={words.endTitle} confirm={words.endConfirm} onClose={onClose}
      lines={[words.endHat, words.endNoMore, words.endStill, words.endKept(keepDays, longDay(isoDay(last))), words.endUndo]}
      onConfirm={() => { onClose(); onEnd(!hasResults && withResults); }}>
      {!hasResults && (
        <label class="tick">
          <input type="checkbox" checked={withResults} onChange={(event) => setWithResults(event.currentTarget.checked)} />
          <span><b>{words.endResults}</b><span class="small quiet">{words.endResultsHint}</span></span>
        </label>
      )}
    </AskFirst>
  );
}
