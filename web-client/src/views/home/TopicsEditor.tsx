// SPDX-License-Identifier: MIT
// The topics of a new session: write, add, remove, reorder. Enter adds the next one, so that a list is typed in one go; the
// buttons up and down keep the focus on the topic that moves.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { home } from '../../i18n/home';
import { topicsMax } from '../../limits';
import { Icon } from '../../ui/Icon';

interface TopicsEditorProps {
  topics: string[];
  /** Place of the topic that must be mended. */
  wrong: number | null;
  onChange: (topics: string[]) => void;
}

export function TopicsEditor({ topics, wrong, onChange }: TopicsEditorProps) {
  const words = home.value;
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState<{ place: number; part: 'input' | 'up' | 'down' } | null>(null);
  const [moved, setMoved] = useState('');

  // Before the next key arrives: who types fast must not find the first letter in the topic before.
  useLayoutEffect(() => {
    if (!focus) return;
    const row = list.current?.children[focus.place];
    const wanted = row?.querySelector<HTMLElement>(`[data-part=${focus.part}]`);
    // At the end of the list the button that was pressed cannot be pressed again.
    (wanted instanceof HTMLButtonElement && wanted.disabled ? row?.querySelector<HTMLElement>('input') : wanted)?.focus();
    setFocus(null);
  }, [focus]);

  const nameAt = (place: number) => topics[place]?.trim() || words.topicLabel(place + 1);
  const write = (place: number, text: string) => onChange(topics.map((topic, at) => (at === place ? text : topic)));
  const add = (place: number) => {
    if (topics.length >= topicsMax) return;
    onChange([...topics.slice(0, place), '', ...topics.slice(place)]);
    setFocus({ place, part: 'input' });
  };
  const remove = (place: number) => {
    onChange(topics.filter((_, at) => at !== place));
    setFocus({ place: Math.max(0, place - 1), part: 'input' });
  };
  const move = (place: number, by: -1 | 1) => {
    const to = place + by;
    const next = [...topics];
    next.splice(to, 0, ...next.splice(place, 1));
    onChange(next);
    setMoved(words.topicMoved(nameAt(place), to + 1));
    setFocus({ place: to, part: by < 0 ? 'up' : 'down' });
  };
  const onKey = (place: number) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      add(place + 1);
    }
  };

  return (
    <div class="topics">
      <ol ref={list}>
        {topics.map((topic, place) => (
          <li key={place} class="topic-row">
            <input class="input" data-part="input" aria-label={words.topicLabel(place + 1)} value={topic} aria-invalid={wrong === place}
              onInput={(event) => write(place, event.currentTarget.value)} onKeyDown={onKey(place)} />
            <button type="button" class="button plain icon-only" data-part="up" disabled={place === 0}
              aria-label={words.topicUp(nameAt(place))} onClick={() => move(place, -1)}><Icon name="up" /></button>
            <button type="button" class="button plain icon-only" data-part="down" disabled={place === topics.length - 1}
              aria-label={words.topicDown(nameAt(place))} onClick={() => move(place, 1)}><Icon name="down" /></button>
            <button type="button" class="button plain icon-only"
              aria-label={words.topicRemove(nameAt(place))} onClick={() => remove(place)}><Icon name="close" /></button>
          </li>
        ))}
      </ol>
      {topics.length < topicsMax
        ? <button type="button" class="button" onClick={() => add(topics.length)}><Icon name="plus" />{words.addTopic}</button>
        : <p class="small quiet">{words.topicsFull(topicsMax)}</p>}
      <p class="hidden-visually" role="status">{moved}</p>
    </div>
  );
}
