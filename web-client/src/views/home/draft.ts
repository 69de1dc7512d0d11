// SPDX-License-Identifier: MIT
// What is being filled in for a new session, and what is wrong with it. Pure: the page shows it, a test reads it.
import type { SessionSettings } from '../../keep/knownSessions';
import { expectedMax, expectedMin, roundMsDefault, roundMsMax, roundMsMin, titleBytesMax, topicNameBytesMax } from '../../limits';
import { makeId, makeJoinKey, makeSecret } from '../../wire/ids';
import type { CreateSessionBody, Lang } from '../../wire/messages';

export interface Draft {
  title: string;
  lang: Lang;
  topics: string[];
  expected: number;
  roundSeconds: number;
  lobby: boolean;
  rehearsal: boolean;
  moderation: boolean;
  password: string;
  /** What the form does not ask; a copy brings it along. Nothing: as the server has it. */
  wordList?: string | undefined;
  keepDays?: number | undefined;
}

const expectedAtFirst = 25;

export const emptyDraft = (lang: Lang): Draft => ({
  title: '', lang, topics: [], expected: expectedAtFirst, roundSeconds: roundMsDefault / 1000, lobby: true, rehearsal: false,
  moderation: false, password: '',
});

/** A new, empty session, set up as one that was: nothing that anybody asked comes along, since none of it was ever here. */
export function draftLike({ title, lang }: { title: string; lang: Lang }, settings: SessionSettings | null): Draft {
  const draft = { ...emptyDraft(lang), title };
  if (!settings) return draft;
  const { topics, roundMs, expected, moderation, wordList, keepDays } = settings;
  return { ...draft, topics: [...topics], roundSeconds: Math.round(roundMs / 1000), expected, moderation, wordList, keepDays };
}

export const settingsIn = (draft: Draft): SessionSettings => ({
  topics: writtenTopics(draft), roundMs: draft.roundSeconds * 1000, expected: draft.expected, moderation: draft.moderation,
  wordList: draft.wordList, keepDays: draft.keepDays,
});

/** What the server must make unique; drawn once per draft, so that a second try of the same draft makes no second session. */
export const drawSecrets = () => ({
  session: makeId(), join_key: makeJoinKey(), facilitator_secret: makeSecret(), presenter_secret: makeSecret(),
});
export type DrawnSecrets = ReturnType<typeof drawSecrets>;

export type Problem =
  | { field: 'title'; kind: 'missing' | 'long' }
  | { field: 'topic'; kind: 'long' | 'double'; place: number }
  | { field: 'expected' | 'round' | 'password'; kind: 'wrong' };

const bytes = (text: string) => new TextEncoder().encode(text).length;
const within = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;

export const writtenTopics = (draft: Draft): string[] => draft.topics.map((name) => name.trim()).filter(Boolean);

/** The first thing to mend, from top to bottom, or null. */
export function problemOf(draft: Draft, passwordAsked: boolean): Problem | null {
  const title = draft.title.trim();
  if (title === '') return { field: 'title', kind: 'missing' };
  if (bytes(title) > titleBytesMax) return { field: 'title', kind: 'long' };
  const seen = new Set<string>();
  for (const [place, name] of draft.topics.entries()) {
    const topic = name.trim().toLowerCase();
    if (topic === '') continue;
    if (bytes(name.trim()) > topicNameBytesMax) return { field: 'topic', kind: 'long', place };
    if (seen.has(topic)) return { field: 'topic', kind: 'double', place };
    seen.add(topic);
  }
  if (!within(draft.expected, expectedMin, expectedMax)) return { field: 'expected', kind: 'wrong' };
  if (!within(draft.roundSeconds, roundMsMin / 1000, roundMsMax / 1000)) return { field: 'round', kind: 'wrong' };
  if (passwordAsked && draft.password === '') return { field: 'password', kind: 'wrong' };
  return null;
}

export const bodyOf = (draft: Draft, drawn: DrawnSecrets): CreateSessionBody => ({
  ...drawn,
  title: { lang: draft.lang, text: draft.title.trim() },
  topics: writtenTopics(draft).map((text) => ({ lang: draft.lang, text })),
  round_ms: draft.roundSeconds * 1000,
  lobby: draft.lobby,
  rehearsal: draft.rehearsal,
  moderation: draft.moderation,
  expected: draft.expected,
  password: draft.password,
});
