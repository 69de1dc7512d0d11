// SPDX-License-Identifier: MIT
// Moderation itself, without a page around it: tally, switch and the four sections. On a phone one section at a time; on a wide
// screen what waits stands beside the rest. The facilitator's desk can show it too.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { moderator } from '../../i18n/moderator';
import { itemsOf, sections, type Item, type Section as SectionName } from '../../replica/moderation';
import type { Store } from '../../store';
import { holdsWords } from '../../text/plain';
import { Icon } from '../../ui/Icon';
import { useKeys, type Keys } from '../../ui/keys';
import { media } from '../../ui/media';
import { takeBack } from '../../ui/Toast';
import { BulkBar } from './BulkBar';
import { can } from '../../replica/moderation';
import { doDeed } from './deeds';
import { deedKeys } from './keys';
import { ModerationSwitch } from './ModerationSwitch';
import { Section, type Picking } from './Section';
import type { Sheet } from './sheet';
import { OpenSheet } from './sheets';
import { Tabs } from './Tabs';
import { Tally } from './Tally';
import { approveOneReply, holdBackOneReply } from './wishes';

const wide = media('(min-width: 1000px)');
/** Fewer are seen at a glance. */
const searchFrom = 6;

const holding = (items: readonly Item[], searched: string): readonly Item[] => {
  const holds = holdsWords(searched);
  return items.filter(({ question }) => holds(question.text ?? ''));
};

export function Board({ store }: { store: Store }) {
  const words = moderator.value;
  const replica = store.replica.value;
  const items = useMemo(() => itemsOf(replica), [replica.question, replica.ask_back]);
  const [chosen, setChosen] = useState<SectionName>('waiting');
  const [searched, setSearched] = useState('');
  // What the page shows. Nothing is ever chosen, or done to several at once, that is not in here.
  const found = useMemo(() => ({ ...items, shown: holding(items.shown, searched) }), [items, searched]);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const board = useRef<HTMLDivElement>(null);
  /** Only the one that is meant: by the time that a dialog says it was closed, a key may have opened another. */
  const close = (meant: Sheet) => setSheet((now) => (now === meant ? null : now));

  const counts = Object.fromEntries(sections.map((name) => [name, items[name].length])) as Record<SectionName, number>;
  const beside = wide.value;
  const names = beside ? sections.filter((name) => name !== 'waiting') : sections;
  const current = beside && chosen === 'waiting' ? 'shown' : chosen;
  const choose = (name: SectionName) => {
    setChosen(name);
    setPicking(null);
    if (name !== current) setSearched('');
    // Far down in one list, the beginning of the next one is out of sight.
    requestAnimationFrame(() => document.getElementById(`mod-${name}`)?.parentElement?.scrollIntoView({ block: 'nearest' }));
  };

  const search = (text: string) => {
    setSearched(text);
    // What the search hides is not chosen any more, nor again when the search goes.
    const left = new Set(holding(items.shown, text).map(({ id }) => id));
    setPicking((now) => (now?.section === 'shown' ? { ...now, ids: new Set([...now.ids].filter((id) => left.has(id))) } : now));
  };

  const notes = () => [...(board.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
  const focused = (): Item | undefined => {
    const id = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    return id === undefined ? undefined : sections.flatMap((name) => items[name]).find((item) => item.id === id);
  };
  const move = (by: 1 | -1) => {
    const all = notes();
    const at = all.findIndex((note) => note.contains(document.activeElement));
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  // A key without a chosen question chooses the first: nothing is done to what nobody looks at.
  const withFocused = (run: (item: Item) => void) => () => {
    const item = focused();
    if (item) run(item);
    else move(1);
  };
  const onDeedKey = (key: string) => withFocused(({ question, reply }) => {
    if (reply) {
      const waits = reply.askBack.state === 'pending';
      if (key === 'a' && waits) void approveOneReply(store, reply);
      if (key === 'r' && waits) setSheet({ is: 'refuseReply', question: question.id, place: reply.place });
      if (key === 'b' && !waits) void holdBackOneReply(store, reply);
      if (key === 'c') setSheet({ is: 'redactReply', question: question.id, place: reply.place });
      return;
    }
    const deed = deedKeys[key]?.find((one) => can(question, one));
    if (deed) doDeed(store, setSheet, question, deed);
  });
  const pickFocused = withFocused(({ id, question, reply }) => {
    if (reply) return;
    const name = sections.find((one) => items[one].some((item) => item.question === question)) ?? 'waiting';
    if (name === 'aside') return;
    // From what is chosen now, not from what was drawn last: two quick keys come before the page is drawn again.
    setPicking((now) => {
      const ids = new Set(now?.section === name ? now.ids : []);
      if (!ids.delete(id)) ids.add(id);
      return ids.size > 0 ? { section: name, ids } : null;
    });
  });
  const keys: Keys = {
    ArrowDown: () => move(1), ArrowUp: () => move(-1), u: takeBack, x: pickFocused,
    '/': () => { choose('shown'); requestAnimationFrame(() => document.getElementById('mod-search')?.focus()); },
    '?': () => setSheet({ is: 'keys' }),
    ...Object.fromEntries(Object.keys(deedKeys).map((key) => [key, onDeedKey(key)])),
    ...Object.fromEntries(sections.map((name, place) => [String(place + 1), () => choose(name)])),
  };
  useKeys(keys);
  const onEnter = (event: KeyboardEvent) => {
    const item = focused();
    if (event.key !== 'Enter' || !item || item.reply || !(event.target as HTMLElement).matches('[data-id]')) return;
    event.preventDefault();
    setSheet({ is: 'menu', question: item.id });
  };

  // What a sheet is about may be withdrawn under the moderator's eyes. It then closes, and the focus is not lost with it.
  const about = sheet && 'question' in sheet ? sheet.question : undefined;
  useEffect(() => { if (about !== undefined && !replica.question.has(about)) setSheet(null); }, [about, replica.question]);

  // A window that becomes narrow hides a section with what was chosen in it.
  const shownPicking = picking && (picking.section === current || (beside && picking.section === 'waiting')) ? picking : null;
  const section = (name: SectionName) => (
    <Section key={name} store={store} name={name} items={found[name]} total={counts[name]} picking={picking} onPicking={setPicking} open={setSheet}
      {...(name === 'shown' && (counts.shown >= searchFrom || searched !== '') && { searched, onSearch: search })} />
  );
  return (
    <div ref={board} class="mod-board" id="mod-board" tabIndex={-1} onKeyDown={onEnter}>
      <aside class="mod-tools" aria-label={words.tools}>
        <Tally store={store} />
        <ModerationSwitch store={store} open={setSheet} />
        <button type="button" class="button plain mod-keys" aria-haspopup="dialog" onClick={() => setSheet({ is: 'keys' })}><Icon name="keys" />{words.keys}</button>
      </aside>
      {beside && section('waiting')}
      <div class="mod-rest">
        <Tabs names={names} counts={counts} chosen={current} onChoose={choose} />
        <div role="tabpanel" id="mod-panel" aria-labelledby={`tab-${current}`}>{section(current)}</div>
      </div>
      {shownPicking && <BulkBar store={store} items={found[shownPicking.section]} picking={shownPicking} onPicking={setPicking} open={setSheet} />}
      {sheet && <OpenSheet store={store} sheet={sheet} open={setSheet} close={() => close(sheet)} refused={() => setPicking(null)} />}
    </div>
  );
}
