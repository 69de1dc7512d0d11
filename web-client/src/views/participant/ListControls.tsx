// SPDX-License-Identifier: MIT
import type { Signal } from '../../signals';
import { words } from '../../i18n/participantLater';
import type { ParticipantStore } from '../../participantStore';
import type { Order, Sieve } from '../../replica/sift';

export function ListControls({ store, sieve, search }: { store: ParticipantStore; sieve: Signal<Sieve>; search: boolean }) {
  const text = words.value;
  const change = (to: Partial<Sieve>) => { sieve.value = { ...sieve.peek(), ...to }; };
  const topics = store.topics.value;
  const archive = sieve.value.order === 'archived' || store.questions.value.some(({ archived }) => archived);
  return (
    <>
      <select aria-label={text.order} value={sieve.value.order} onChange={(event) => change({ order: event.currentTarget.value as Order })}>
        <option value="support">{text.bySupport}</option>
        <option value="newest">{text.byRound}</option>
        <option value="answered">{text.byAnswered}</option>
        {archive && <option value="archived">{text.byArchived}</option>}
      </select>
      {topics.length > 0 && (
        <select aria-label={text.topicFilter} value={sieve.value.topic} onChange={(event) => change({ topic: event.currentTarget.value })}>
          <option value="">{text.allTopics}</option>
          {topics.map(({ id, name, lang }) => <option key={id} value={id} lang={lang}>{name}</option>)}
        </select>
      )}
      {search && <input class="input controls-search" type="search" aria-label={text.search} placeholder={text.search} value={sieve.value.words}
        onInput={(event) => change({ words: event.currentTarget.value })} />}
    </>
  );
}
