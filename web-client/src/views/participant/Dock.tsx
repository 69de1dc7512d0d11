// SPDX-License-Identifier: MIT
// The one large button in the thumb's reach; behind it opens the field to write in.
import { useSignal } from '../../signals';
import { useEffect, useElement, useRef } from '../../hooks';
import { words } from '../../i18n/participant';
import type { ParticipantStore } from '../../participantStore';
import { later } from './later';

export function Dock({ store }: { store: ParticipantStore }) {
  // Half a question from before the reload is shown again.
  const open = useSignal(store.draft.now.peek().text !== '');
  const opener = useElement<HTMLButtonElement>();
  const openedByHand = useRef(false);
  const closedByHand = useRef(false);
  useEffect(() => { if (closedByHand.current && !open.value) opener.current?.focus(); }, [open.value]);

  const Composer = later.value?.Composer;
  if (open.value && Composer) {
    const close = () => {
      closedByHand.current = true;
      open.value = false;
    };
    return <Composer store={store} openedByHand={openedByHand.current} onClose={close} onReopen={() => { open.value = true; }} />;
  }
  const openIt = () => {
    openedByHand.current = true;
    open.value = true;
  };
  return (
    <div class="dock">
      <button ref={opener} type="button" class="button primary wide" aria-busy={open.value} onClick={openIt}>
        {open.value ? words.value.oneMoment : words.value.ask}
      </button>
    </div>
  );
}
