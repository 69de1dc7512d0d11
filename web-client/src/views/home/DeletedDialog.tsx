// SPDX-License-Identifier: MIT
// The receipt of a deletion, to take along: after this neither the server nor this browser knows that there was a session.
import { common } from '../../i18n/common';
import { isoOfDayNumber, longDay } from '../../i18n/days';
import { home } from '../../i18n/home';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import type { DeletedAnswer } from '../../wire/messages';

export interface Deleted extends DeletedAnswer { title: string }

export function DeletedDialog({ deleted: { title, day, session }, onClose }: { deleted: Deleted; onClose: () => void }) {
  const words = home.value;
  return (
    <Dialog title={words.deletedTitle} closeLabel={common.value.close} onClose={onClose}>
      <p>{words.deletedText}</p>
      <CopyField label={words.receipt} text={words.receiptText(title, longDay(isoOfDayNumber(day)), session)} rows={3}
        copy={words.copy} copied={words.copyDone} byHand={words.copyByHand} />
    </Dialog>
  );
}
