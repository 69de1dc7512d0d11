// SPDX-License-Identifier: MIT
// What is left of a session after its end, as the server tells it over HTTP; checked before anyone uses it.
import type { DeletedAnswer, Lang, Reason, ResultsAnswer, ResultsQuestion, SessionAnswer, Text } from './messages';
import { isCount, isObject, parseObject } from './shape';

const phases: readonly SessionAnswer['phase'][] = ['lobby', 'live', 'ended', 'closed'];
const reasons: readonly Reason[] = ['insult', 'about_a_person', 'traceable', 'off_topic', 'unclear', 'asked_already', 'author_wished'];

const isText = (value: unknown): value is string => typeof value === 'string';
const isLang = (value: unknown): value is Lang => value === 'nl' || value === 'en';
const isWritten = (value: unknown): value is Text => isObject(value) && isLang(value['lang']) && isText(value['text']);
const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] => Array.isArray(value) && value.every(isItem);
const hasCounts = (value: unknown, names: readonly string[]): boolean => isObject(value) && names.every((name) => isCount(value[name]));

export function decodeSessionAnswer(text: string): SessionAnswer | null {
  const { phase, title, code, ended_day, keep_days } = parseObject(text) ?? {};
  const known = phases.find((one) => one === phase);
  return known && isWritten(title) && isText(code) && isCount(ended_day) && isCount(keep_days)
    ? { phase: known, title, code, ended_day, keep_days } : null;
}

export function decodeDeleted(text: string): DeletedAnswer | null {
  const { session, day } = parseObject(text) ?? {};
  return isText(session) && isCount(day) ? { session, day } : null;
}

export function decodeResults(text: string): ResultsAnswer | null {
  const answer = parseObject(text);
  if (!answer) return null;
  const { title, phase, topics, questions, tally, judged } = answer;
  const whole = isWritten(title) && (phase === 'ended' || phase === 'closed') && hasCounts(answer, ['ended_day', 'until_day'])
    && isList(topics, isTopic) && isList(questions, isQuestion) && isTally(tally)
    && (judged === null || hasCounts(judged, ['yes', 'partly', 'no']));
  return whole ? (answer as unknown as ResultsAnswer) : null;
}

const isTopic = (value: unknown): value is ResultsAnswer['topics'][number] =>
  isWritten(value) && isText((value as { id?: unknown }).id);

function isQuestion(value: unknown): value is ResultsQuestion {
  if (!isObject(value)) return false;
  const { text, topic, state, support, redacted, answer, exchanges } = value;
  return isWritten(text) && isText(topic) && (state === 'open' || state === 'answered') && isCount(support)
    && typeof redacted === 'boolean' && (answer === null || isAnswer(answer)) && isList(exchanges, isExchange);
}

const isAnswer = (value: unknown): value is NonNullable<ResultsQuestion['answer']> =>
  isObject(value) && isWritten(value) && ['promise', 'role', 'day'].every((name) => isText((value as Record<string, unknown>)[name]));

const isExchange = (value: unknown): value is ResultsQuestion['exchanges'][number] =>
  isObject(value) && isWritten(value['asked']) && (value['reply'] === null || isWritten(value['reply']));

const isTally = (value: unknown): value is ResultsAnswer['tally'] =>
  isObject(value) && hasCounts(value, ['received', 'shown', 'answered', 'merged']) && isList(value['refused'], isRefused);

const isRefused = (value: unknown): value is [Reason, number] =>
  Array.isArray(value) && value.length === 2 && reasons.includes(value[0] as Reason) && isCount(value[1]);
