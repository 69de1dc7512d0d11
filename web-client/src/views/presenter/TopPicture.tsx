// SPDX-License-Identifier: MIT
// Nothing is being answered: what has the most support, in large type. As many as fit whole, since half a question is none.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { presenter } from '../../i18n/presenter';
import { inOrder, queueOf } from '../../replica/queue';
import type { Store } from '../../store';
import { Hat } from '../../ui/Hat';
import { useMovedNotes } from '../../ui/movedNotes';
import { refusedWhy } from '../refusedWhy';
import { TallyLine } from '../TallyLine';
import { JoinCorner } from './JoinCorner';
import { ScreenFoot } from './ScreenFoot';
import { ScreenHead } from './ScreenHead';

const topShown = 8;
/** So few have room for larger type. */
const fewShown = 3;

export function TopPicture({ store }: { store: Store }) {
  const words = presenter.value;
  const questions = store.questions.value;
  const top = useMemo(() => inOrder(queueOf(questions, [], 'support')).slice(0, topShown), [questions]);
  const list = useRef<HTMLOListElement>(null);
  useWholeOnly(list, top);
  useMovedNotes(list, top);
  return (
    <div class="screen top-picture">
      <ScreenHead store={store} />
      <main class="top">
        {top.length > 0 ? (
          <>
            <h1>{words.top}</h1>
            <ol ref={list} class={`top-list ${top.length <= fewShown ? 'few' : ''}`}>
              {top.map((question) => (
                <li key={question.id} data-id={question.id} class="note">
                  <b class="number" aria-label={words.support(question.support ?? 0)}>{question.support}</b>
                  <p lang={question.lang}>{question.text}</p>
                </li>
              ))}
            </ol>
          </>
        ) : (
          <div class="top-waiting">
            <Hat size="20rem" />
            <h1>{questions.length > 0 ? words.allAnswered : store.session.value?.phase === 'lobby' ? words.waitingLobby : words.waitingLive}</h1>
          </div>
        )}
      </main>
      <JoinCorner store={store} />
      <TallyLine store={store} why={refusedWhy} />
      <ScreenFoot store={store} />
    </div>
  );
}

/** Hides what does not fit whole into the list, from the first one on that would be cut. */
function useWholeOnly(list: { current: HTMLElement | null }, shown: unknown): void {
  useLayoutEffect(() => {
    const outer = list.current;
    if (!outer) return;
    const fit = () => {
      const notes = [...outer.children] as HTMLElement[];
      for (const note of notes) note.hidden = false;
      const cut = notes.findIndex((note, at) => at > 0 && note.offsetTop - outer.offsetTop + note.offsetHeight > outer.clientHeight);
      if (cut > 0) for (const note of notes.slice(cut)) note.hidden = true;
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(outer);
    return () => watcher.disconnect();
  }, [shown]);
}
