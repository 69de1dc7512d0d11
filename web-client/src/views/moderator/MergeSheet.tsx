// SPDX-License-Identifier: MIT
// Into which question? Those that seem to ask the same come first, then the others by support.
import { useMemo, useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import { targetsOf } from '../../replica/moderation';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { holdsWords } from '../../text/plain';
import { similar } from '../../text/similar';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { merge } from './wishes';

interface MergeSheetProps { store: Store; question: Question; onClose: () => void }

export function MergeSheet({ store, question, onClose }: MergeSheetProps) {
  const words = moderator.value;
  const [searched, setSearched] = useState('');
  const all = store.replica.value.question;
  const targets = useMemo(() => targetsOf(question, all.values()).sort((a, b) => (b.support ?? 0) - (a.support ?? 0)), [question, all]);
  const like = useMemo(() => similar(question.text ?? '', targets), [question.text, targets]);
  const holds = holdsWords(searched);
  const found = (some: readonly Question[]) => some.filter(({ text = '' }) => holds(text));
  const groups = [[words.mergeLike, found(like)], [words.mergeOthers, found(targets.filter((one) => !like.includes(one)))]] as const;
  const into = (id: string) => { onClose(); void merge(store, question, id); };
  return (
    <Dialog title={words.mergeTitle} closeLabel={common.value.close} class="mod-merge" onClose={onClose}>
      <blockquote class="mod-quote" lang={question.lang}>{question.text}</blockquote>
      <p class="small quiet">{words.mergeHint}{question.state === 'pending' && ` ${words.mergePendingHint}`}</p>
      {targets.length > 0 && (
        <div class="search">
          <Icon name="search" />
          <input class="input" type="search" autoComplete="off" aria-label={words.mergeSearch} placeholder={words.mergeSearch} value={searched}
            onInput={(event) => setSearched(event.currentTarget.value)} />
        </div>
      )}
      {groups.map(([title, some]) => some.length > 0 && (
        <section key={title} class="mod-targets" aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {some.map(({ id, text, lang, support = 0 }) => (
              <li key={id}>
                <button type="button" class="mod-target" onClick={() => into(id)}>
                  <span lang={lang}>{text}</span> <span class="small quiet">{words.support(support)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.every(([, some]) => some.length === 0) && <p role="status">{targets.length > 0 ? words.emptyFound : words.mergeNone}</p>}
    </Dialog>
  );
}
