// SPDX-License-Identifier: MIT
// The sessions that this browser has desk links for. Kept on this device only; forgetting one forgets its secrets.
import { phone } from './storage';
import { isObject } from '../wire/shape';
import type { Id } from '../wire/ids';
import type { DeskRole, Lang } from '../wire/messages';

export interface KnownSession {
  session: Id;
  title: string;
  lang: Lang;
  code: string;
  secrets: Partial<Record<DeskRole, Id>>;
  /** Of the results page; `''` or nothing: there is none, as far as this browser knows. */
  results?: Id | '' | undefined;
  /** How the session was set up, so that a copy can be made when nothing of it is left. */
  settings?: SessionSettings | undefined;
}

export interface SessionSettings {
  topics: string[];
  roundMs: number;
  expected: number;
  moderation: boolean;
  /** Nothing: not known in this browser, which may not have seen the desk yet. */
  wordList?: string | undefined;
  keepDays?: number | undefined;
}

const place = 'durf.sessions.1';
/** The oldest goes when there are more: a list that nobody tidies must not fill the storage that the outbox needs. */
const knownSessionsMax = 50;

const isKnown = (value: unknown): value is KnownSession =>
  isObject(value) && typeof value['session'] === 'string' && typeof value['title'] === 'string' &&
  (value['lang'] === 'nl' || value['lang'] === 'en') && typeof value['code'] === 'string' && isObject(value['secrets']);

/** Newest first. */
export function knownSessions(): KnownSession[] {
  try {
    const kept: unknown = JSON.parse(phone.read(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKnown) : [];
  } catch {
    return [];
  }
}

const write = (sessions: KnownSession[]) => phone.write(place, JSON.stringify(sessions.slice(0, knownSessionsMax)));

/** What this browser kept may be of a page that was older, or of nobody's making. */
export function settingsOf({ settings }: KnownSession): SessionSettings | null {
  if (!isObject(settings)) return null;
  const { topics, roundMs, expected, moderation, wordList = '', keepDays = 0 } = settings;
  const whole = Array.isArray(topics) && topics.every((topic) => typeof topic === 'string')
    && Number.isSafeInteger(roundMs) && Number.isSafeInteger(expected) && typeof moderation === 'boolean'
    && typeof wordList === 'string' && Number.isSafeInteger(keepDays);
  return whole ? settings : null;
}

/** Adds what is newly known; what was known before and is not said now stays, secrets of other desks among it. */
export function rememberSession(known: KnownSession): void {
  const others = knownSessions();
  const before = others.find(({ session }) => session === known.session);
  const merged = {
    ...known, secrets: { ...before?.secrets, ...known.secrets },
    results: known.results ?? before?.results, settings: known.settings ?? before?.settings,
  };
  write([merged, ...others.filter(({ session }) => session !== known.session)]);
}

export function forgetSession(session: Id): void {
  write(knownSessions().filter((known) => known.session !== session));
}
