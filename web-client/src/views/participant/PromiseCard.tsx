// SPDX-License-Identifier: MIT
// What is and is not kept, in at most sixty words, once per phone.
import { useSignal } from '../../signals';
import { firstWords } from '../../i18n/first';
import { promise } from '../../i18n/promise';
import { phone } from '../../keep/storage';

const read = 'durf.promise.1';

export function PromiseCard() {
  const open = useSignal(phone.read(read) === null);
  if (!open.value) return null;
  const say = promise.value;
  const close = () => {
    phone.write(read, '1');
    open.value = false;
  };
  return (
    <section class="note promise" aria-labelledby="promise">
      <h2 id="promise">{say.title}</h2>
      <p>{say.text}</p>
      {location.protocol === 'http:' && <p>{firstWords.value.plainHttp}</p>}
      <div class="promise-foot">
        <button type="button" class="button support" onClick={close}>{say.understood}</button>
        <a href="/anonymity">{say.more}</a>
      </div>
    </section>
  );
}
