// SPDX-License-Identifier: MIT
// Asked before the link of the results stops working.
import { facilitator } from '../../i18n/facilitator';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import { AskFirst } from '../life/AskFirst';

export function ResultsDialog({ what, onConfirm, onClose }: { what: 'renew' | 'remove'; onConfirm: () => void; onClose: () => void }) {
  const { resultsRenew, resultsRemove } = facilitator.value;
  const { resultsRenewText, resultsRemoveText } = facilitatorLater.value;
  return what === 'renew'
    ? <AskFirst title={resultsRenew} lines={[resultsRenewText]} confirm={resultsRenew} onClose={onClose} onConfirm={onConfirm} />
    : <AskFirst title={resultsRemove} lines={[resultsRemoveText]} confirm={resultsRemove} grave onClose={onClose} onConfirm={onConfirm} />;
}
