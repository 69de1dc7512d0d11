// SPDX-License-Identifier: MIT
// The speaker's own note, in its place under the question: read at a glance, written without leaving the question.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { common } from '../../i18n/common';
import { stage } from '../../i18n/stage';
import { setNote } from '../../intent/setNote';
import { noteBytesMax } from '../../limits';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { bytesOf, TextArea } from '../../ui/TextArea';
import { act } from '../facilitator/act';
import { useDraft, type Drafts } from './useDraft';

export const noteDrafts: Drafts<string> = new Map();

interface SpeakerNoteProps {
  store: Store;
  question: Question;
  writes: boolean;
  onWrite: (writes: boolean) => void;
}

export function SpeakerNote({ store, question, writes, onWrite }: SpeakerNoteProps) {
  const words = stage.value;
  const note = question.note ?? '';
  if (writes) return <NoteForm store={store} question={question.id} note={note} onDone={() => onWrite(false)} />;
  if (!note) return null;
  return (
    <section class="stage-note-own" aria-label={words.note}>
      <p class="exchange-label">{words.note}</p>
      <p class="keeps-lines" dir="auto">{note}</p>
    </section>
  );
}

function NoteForm({ store, question, note, onDone }: { store: Store; question: string; note: string; onDone: () => void }) {
  const words = stage.value;
  const draft = useDraft(noteDrafts, store, question, note);
  const text = draft.value.trim();
  const form = useRef<HTMLFormElement>(null);
  // At once: whoever pressed the key is typing already.
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (bytesOf(text) > noteBytesMax || !await act(setNote(store, question, text))) return;
    draft.drop();
    onDone();
  };
  const onCancel = () => {
    draft.drop();
    onDone();
  };
  return (
    <form ref={form} class="stage-note-form" onSubmit={onSubmit}>
      <TextArea label={words.note} hint={words.noteHint} value={draft.value} rows={3} bytesMax={noteBytesMax} tooLong={words.tooLong}
        onInput={draft.write} onSend={() => form.current?.requestSubmit()} />
      <div class="row end">
        <button type="button" class="button" onClick={onCancel}>{common.value.cancel}</button>
        <button type="submit" class="button support">{words.save}</button>
      </div>
    </form>
  );
}
