// SPDX-License-Identifier: MIT
// The sections as tabs, each with how many are in it. Arrow keys move between them, as in any row of tabs.
import { useRef } from 'preact/hooks';
import { number } from '../../i18n/index';
import { moderator } from '../../i18n/moderator';
import type { Section } from '../../replica/moderation';

interface TabsProps {
  names: readonly Section[];
  counts: Readonly<Record<Section, number>>;
  chosen: Section;
  onChoose: (name: Section) => void;
}

export function Tabs({ names, counts, chosen, onChoose }: TabsProps) {
  const words = moderator.value;
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = names[(names.indexOf(chosen) + by + names.length) % names.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next);
    (row.current?.children[names.indexOf(next)] as HTMLElement | undefined)?.focus();
  };
  return (
    <div ref={row} class="mod-tabs" role="tablist" aria-label={words.sections} onKeyDown={onKeyDown}>
      {names.map((name) => (
        <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={name === chosen} aria-controls="mod-panel" tabIndex={name === chosen ? 0 : -1}
          class={`mod-tab ${name === 'waiting' && counts.waiting > 0 ? 'calls' : ''}`} onClick={() => onChoose(name)}>
          <b class="number">{number(counts[name])}</b> <span>{words[name]}</span>
        </button>
      ))}
    </div>
  );
}
