// SPDX-License-Identifier: MIT
import { words } from '../../i18n/participantLater';
import type { ParticipantStore } from '../../participantStore';

/** One topic or none, as a row of labels that wraps. */
export function TopicChoice({ store }: { store: ParticipantStore }) {
  const topics = store.topics.value;
  if (topics.length === 0) return null;
  const chosen = store.draft.now.value.topic;
  const options = [{ id: '', name: words.value.topicNone, lang: undefined }, ...topics];
  return (
    <fieldset class="topics">
      <legend class="hidden-visually">{words.value.topicLegend}</legend>
      {options.map(({ id, name, lang }) => (
        <label key={id} class="topic" lang={lang}>
          <input type="radio" name="topic" checked={chosen === id} onChange={() => store.draft.write({ topic: id })} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
