// SPDX-License-Identifier: MIT
// What one tap of a moderator means: the intent, a word about it, and for ten seconds the way back. Shared by buttons, keys and
// swipes, and by one question as by several.
import { rejectionText } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import { reasonText } from '../../i18n/reasons';
import { approveQuestion } from '../../intent/approveQuestion';
import { approveReply } from '../../intent/approveReply';
import { archiveQuestion } from '../../intent/archiveQuestion';
import { holdBackQuestion } from '../../intent/holdBackQuestion';
import { holdBackReply } from '../../intent/holdBackReply';
import { labelQuestion } from '../../intent/labelQuestion';
import { mergeQuestion } from '../../intent/mergeQuestion';
import { pinQuestion } from '../../intent/pinQuestion';
import { redactQuestion } from '../../intent/redactQuestion';
import { redactReply } from '../../intent/redactReply';
import { refuseQuestion } from '../../intent/refuseQuestion';
import { refuseReply } from '../../intent/refuseReply';
import { restoreQuestion } from '../../intent/restoreQuestion';
import { setModeration } from '../../intent/setModeration';
import { setWordList } from '../../intent/setWordList';
import { undoMerge } from '../../intent/undoMerge';
import { can, type Reply } from '../../replica/moderation';
import type { Question } from '../../replica/replica';
import type { Outcome, Store } from '../../store';
import type { Stretch } from '../../text/redaction';
import { say } from '../../ui/Toast';
import type { Reason } from '../../wire/messages';
import { act } from '../facilitator/act';

/** Does it for each and says the first refusal. Gives those for whom it was done. */
async function each(ids: readonly string[], wish: (id: string) => Promise<Outcome>): Promise<string[]> {
  const outcomes = await Promise.all(ids.map(async (id) => ({ id, outcome: await wish(id) })));
  const refused = outcomes.find(({ outcome }) => !outcome.ok)?.outcome;
  if (refused && !refused.ok) say(refused.code === 'questions_full' ? moderator.value.full : rejectionText(refused.code, refused.params));
  return outcomes.flatMap(({ id, outcome }) => (outcome.ok ? [id] : []));
}

/** Says what was done, with the way back. Nothing done: nothing to say, the refusal was said already. */
function done(ids: readonly string[], text: string, back: (id: string) => Promise<Outcome>): void {
  if (ids.length > 0) say(text, { label: moderator.value.undo, run: () => void each(ids, back) });
}

export async function approve(store: Store, ids: readonly string[]): Promise<void> {
  const approved = await each(ids, (id) => approveQuestion(store, id));
  done(approved, moderator.value.saidApproved(approved.length), (id) => holdBackQuestion(store, id));
}

export async function holdBack(store: Store, id: string): Promise<void> {
  done(await each([id], () => holdBackQuestion(store, id)), moderator.value.saidHeldBack, () => approveQuestion(store, id));
}

export async function refuse(store: Store, ids: readonly string[], reason: Reason): Promise<void> {
  const refused = await each(ids, (id) => refuseQuestion(store, id, reason));
  done(refused, moderator.value.saidRefused(refused.length, reasonText(reason)), (id) => restoreQuestion(store, id));
}

/** @param questions as they are now: the way back needs the reasons of before */
export async function restore(store: Store, questions: readonly Question[]): Promise<void> {
  const reasons = new Map(questions.map(({ id, reason }) => [id, reason || 'off_topic'] as const));
  const restored = await each([...reasons.keys()], (id) => restoreQuestion(store, id));
  done(restored, moderator.value.saidRestored(restored.length), (id) => refuseQuestion(store, id, reasons.get(id) ?? 'off_topic'));
}

export async function pin(store: Store, { id, pinned = false }: Question): Promise<void> {
  const words = moderator.value;
  done(await each([id], () => pinQuestion(store, id, !pinned)), pinned ? words.saidUnpinned : words.saidPinned, () => pinQuestion(store, id, pinned));
}

export async function archive(store: Store, ids: readonly string[], archived: boolean): Promise<void> {
  const words = moderator.value;
  const put = await each(ids, (id) => archiveQuestion(store, id, archived));
  done(put, archived ? words.saidArchived(put.length) : words.saidUnarchived, (id) => archiveQuestion(store, id, !archived));
}

/** What still waits is approved on the way: only what is open can be merged, and who asked it keeps the support. */
export async function merge(store: Store, { id, state }: Question, into: string): Promise<void> {
  const waited = state === 'pending';
  if (waited && (await each([id], () => approveQuestion(store, id))).length === 0) return;
  const merged = await each([id], () => mergeQuestion(store, id, into));
  // It was approved only to be merged.
  if (merged.length === 0 && waited) void holdBackQuestion(store, id);
  if (merged.length === 0) return;
  // Until the phones are told of it, or somebody else takes it apart.
  const holds = () => { const now = store.replica.value.question.get(id); return now !== undefined && can(now, 'undoMerge'); };
  say(moderator.value.saidMerged, { label: moderator.value.undo, run: () => void unmerge(store, id, waited), holds });
}

export async function unmerge(store: Store, id: string, waitsAgain = false): Promise<void> {
  const outcome = await undoMerge(store, id);
  if (!outcome.ok) return say(outcome.code === 'too_late' ? moderator.value.mergeTold : rejectionText(outcome.code, outcome.params));
  if (waitsAgain) void act(holdBackQuestion(store, id));
  say(moderator.value.saidUnmerged);
}

function sayRedacted(outcome: Outcome): void {
  say(outcome.ok ? moderator.value.saidRedacted : outcome.code === 'changed_meanwhile' ? moderator.value.redactChanged
    : rejectionText(outcome.code, outcome.params));
}

export async function redact(store: Store, id: string, text: string, stretches: readonly Stretch[]): Promise<void> {
  sayRedacted(await redactQuestion(store, id, text, stretches));
}

export async function redactOneReply(store: Store, question: string, place: number, text: string, stretches: readonly Stretch[]): Promise<void> {
  sayRedacted(await redactReply(store, question, place, text, stretches));
}

export async function label(store: Store, id: string, text: string): Promise<void> {
  const before = store.replica.peek().question.get(id)?.label ?? '';
  done(await each([id], () => labelQuestion(store, id, text)), text === '' ? moderator.value.saidUnlabelled : moderator.value.saidLabelled,
    () => labelQuestion(store, id, before));
}

export async function approveOneReply(store: Store, { question: { id }, place }: Reply): Promise<void> {
  done(await each([id], () => approveReply(store, id, place)), moderator.value.saidReplyApproved, () => holdBackReply(store, id, place));
}

export async function refuseOneReply(store: Store, question: string, place: number, reason: Reason): Promise<void> {
  const waited = store.replica.value.ask_back.get(`${question}.${place}`)?.state === 'pending';
  done(await each([question], () => refuseReply(store, question, place, reason)), moderator.value.saidReplyRefused(reasonText(reason)),
    () => (waited ? holdBackReply : approveReply)(store, question, place));
}

/** Approved or refused, it waits again. @param reply as it is now: the way back needs to know which, and why */
export async function holdBackOneReply(store: Store, { question: { id }, place, askBack: { state, reason } }: Reply): Promise<void> {
  done(await each([id], () => holdBackReply(store, id, place)), moderator.value.saidHeldBack,
    () => (state === 'refused' ? refuseReply(store, id, place, reason || 'off_topic') : approveReply(store, id, place)));
}

export async function switchModeration(store: Store): Promise<void> {
  const on = !(store.session.value?.moderation ?? false);
  if (await act(setModeration(store, on))) say(on ? moderator.value.saidOn : moderator.value.saidOff);
}

export async function saveWords(store: Store, words: string): Promise<boolean> {
  const saved = await act(setWordList(store, words));
  if (saved) say(moderator.value.wordsSaved);
  return saved;
}
