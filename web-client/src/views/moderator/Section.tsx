// SPDX-License-Identifier: MIT
// One section of the board as a list: its heading, choosing several at once, and its cards.
import { useMemo, useRef } from 'preact/hooks';
import { moderator } from '../../i18n/moderator';
import { targetsOf, type Item, type Section as SectionName } from '../../replica/moderation';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { prepare, similarAmong, type Prepared } from '../../text/similar';
import { Hat } from '../../ui/Hat';
import { Icon } from '../../ui/Icon';
import { useMovedNotes } from '../../ui/movedNotes';
import { useSteadyFocus } from '../../ui/steadyFocus';
import type { OpenSheet } from './deeds';
import { QuestionCard } from './QuestionCard';
import { ReplyCard } from './ReplyCard';

/** Several are being chosen in one section: which. */
export interface Picking { readonly section: SectionName; readonly ids: ReadonlySet<string> }

interface SectionProps {
  store: Store;
  name: SectionName;
  /** Those to show; a search may hide others. */
  items: readonly Item[];
  total: number;
  /** With them there is a field to search in. */
  searched?: string;
  onSearch?: (text: string) => void;
  picking: Picking | null;
  onPicking: (picking: Picking | null | ((now: Picking | null) => Picking | null)) => void;
  open: OpenSheet;
}

export function Section({ store, name, items, total, searched, onSearch, picking, onPicking, open }: SectionProps) {
  const words = moderator.value;
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const topics = store.topics.value;
  useMovedNotes(list, items);
  useSteadyFocus(list, items, heading);

  const all = store.replica.value.question;
  const shown = useMemo(() => (name === 'waiting' ? prepare([...all.values()].filter(({ state }) => state === 'open' || state === 'highlighted')) : []), [all, name]);
  const picked = picking?.section === name ? picking.ids : null;
  const pickable = items.filter(({ reply }) => !reply);
  const onPick = (id: string) => {
    onPicking((now) => {
      const ids = new Set(now?.section === name ? now.ids : []);
      if (!ids.delete(id)) ids.add(id);
      return { section: name, ids };
    });
  };
  const title = words[`${name}Title`];
  return (
    <section class={`mod-section mod-${name}`} aria-labelledby={`mod-${name}`}>
      <div class="mod-section-head">
        <h2 id={`mod-${name}`} ref={heading} tabIndex={-1}>{title}</h2>
        <p class="small quiet" role="status">{name === 'waiting' ? words.countedWaiting(total) : words.countedQuestions(total)}</p>
        {pickable.length > 1 && name !== 'aside' && (
          <button type="button" class="button plain" aria-pressed={picked !== null}
            onClick={() => onPicking(picked ? null : { section: name, ids: new Set() })}>
            <Icon name="tick" />{picked ? words.selectDone : words.select}
          </button>
        )}
      </div>
      {onSearch && (
        <div class="search">
          <Icon name="search" />
          <input class="input" id="mod-search" type="search" autoComplete="off" aria-label={words.search} placeholder={words.search} value={searched}
            onInput={(event) => onSearch(event.currentTarget.value)}
            onKeyDown={(event) => { if (event.key === 'Escape') { onSearch(''); event.currentTarget.blur(); } }} />
        </div>
      )}
      {items.length === 0 && <div class="empty"><Hat size={64} /><p>{emptyText(store, name, total > 0)}</p></div>}
      <ul ref={list} class="mod-list">
        {items.map((item) => (item.reply
          ? <ReplyCard key={item.id} store={store} reply={item.reply} open={open} />
          : <QuestionCard key={item.id} store={store} item={item} topic={topics.find(({ id }) => id === item.question.topic)}
              like={likest(item, shown)} picked={picked ? picked.has(item.id) : null} onPick={onPick} open={open} />))}
      </ul>
    </section>
  );
}

const likest = ({ question }: Item, shown: readonly Prepared<Question>[]): Question | undefined =>
  (shown.length === 0 ? undefined : similarAmong(question.text ?? '', shown, 1).find((one) => targetsOf(question, [one]).length > 0));

function emptyText(store: Store, name: SectionName, narrowed: boolean): string {
  const words = moderator.value;
  if (narrowed) return words.emptyFound;
  if (name === 'shown') return words.emptyShown;
  if (name === 'refused') return words.emptyRefused;
  if (name === 'aside') return words.emptyAside;
  if (store.session.value?.phase === 'lobby') return words.emptyLobby;
  return store.session.value?.moderation ? words.emptyOn : words.emptyOff;
}
