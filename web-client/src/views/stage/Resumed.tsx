// SPDX-License-Identifier: MIT
// Above a form that opens with what was typed before: says so, and takes it away for whoever wants to begin from what was saved.
import { stage } from '../../i18n/stage';

export function Resumed({ draft: { resumed, drop } }: { draft: { resumed: boolean; drop: () => void } }) {
  const words = stage.value;
  if (!resumed) return null;
  return (
    <p class="row small" role="status">
      <span>{words.unsaved}</span>
      <button type="button" class="button plain" onClick={drop}>{words.throwAway}</button>
    </p>
  );
}
