// SPDX-License-Identifier: MIT
// The types of everything on the wire, as in include/durf/protocol/PROTOCOL.md. Types only: no code may creep in here.
import type { Id } from './ids';

export type Lang = 'nl' | 'en';
/** Text that a person wrote, with the language it was written in. */
export interface Text { lang: Lang; text: string }

// --- from the page -----------------------------------------------------------------------------------------------------

export interface Resume { epoch: string; frame: number }
export type Join = { key: string } | { code: string };

export type Hello =
  | { t: 'hello'; protocol: number; role: 'participant'; token: Id; join: Join; resume?: Resume }
  | { t: 'hello'; protocol: number; role: 'desk'; secret: Id; resume?: Resume }
  | { t: 'hello'; protocol: number; role: 'pairing' };

/** What travels in a command, by its type. One name from here to the server's log. */
export interface CommandBodies {
  submit_question: { question: Id; topic: Id | ''; text: Text; secret: Id };
  withdraw_question: { question: Id; secret: Id };
  upvote_question: { question: Id; revision: number; up: boolean };
  open_lobby: Record<string, never>;
  go_live: Record<string, never>;
  begin_for_real: Record<string, never>;
  highlight_question: { question: Id };
  mark_answered: { question: Id };
  reopen_question: { question: Id };
  clear_highlight: Record<string, never>;
  set_screen: { blank: boolean; join_panel: boolean };
  start_timer: { duration_ms: number };
  stop_timer: Record<string, never>;
  lengthen_rounds: { round_ms: number };
  create_link: { link: Id; role: DeskRole; label: string; secret: Id };
  renew_link: { link: Id; secret: Id };
  revoke_link: { link: Id };
  confirm_pairing: { code: string; link: Id; label: string; secret: Id };
}
export type CommandType = keyof CommandBodies;
export type Command = { [T in CommandType]: { t: 'command'; id: Id; type: T; body: CommandBodies[T] } }[CommandType];
export type ToServer = Hello | Command | { t: 'ping' };

// --- from the server ---------------------------------------------------------------------------------------------------

export type DeskRole = 'facilitator' | 'presenter';
export type Role = 'participant' | DeskRole;

export interface Welcome { t: 'welcome'; build: string; role: Role; session: Id; join_key: string; epoch: string; address: string }
export interface Frame { t: 'frame' | 'snapshot'; epoch: string; n: number; put: Put[]; remove: Remove[] }
export interface ClockMessage {
  t: 'clock';
  round: { left_ms: number; every_ms: number } | null;
  timer: { left_ms: number; of_ms: number } | null;
}
export type RejectionCode =
  | 'not_allowed' | 'not_now' | 'too_late' | 'unknown_question' | 'unknown_topic' | 'unknown_link'
  | 'text_empty' | 'text_forbidden' | 'text_too_long' | 'one_per_round' | 'hat_full' | 'questions_full' | 'links_full'
  | 'id_taken' | 'not_yours' | 'out_of_range' | 'only_longer' | 'last_link' | 'unknown_pairing' | 'too_fast' | 'disk_full';
export type Params = Readonly<Record<string, number>>;
/** `code` is any text: a server that is newer than this page may know codes that the page does not. */
export type Reply =
  | { t: 'reply'; id: Id; ok: true; receipt?: string }
  | { t: 'reply'; id: Id; ok: false; code: RejectionCode | (string & {}); params: Params };
export interface Pairing { t: 'pairing'; code: string; left_ms: number }
export interface Paired { t: 'paired'; role: DeskRole; secret: Id }
export type FromServer = Welcome | Frame | ClockMessage | Reply | Pairing | Paired | { t: 'pong' };

// --- entities ------------------------------------------------------------------------------------------------------------

export interface SessionFields {
  title: string; lang: Lang; phase: 'lobby' | 'live'; rehearsal: boolean;
  round: number; round_ms: number; round_tokens_min: number; round_waits_max: number;
  highlighted: Id | ''; timer_ms: number; blank: boolean; join_panel: boolean;
  code: string; people: number; expected: number;
}
export interface TopicFields { name: string; lang: Lang; place: number }
export interface QuestionFields {
  text: string; lang: Lang; topic: Id | ''; state: 'open' | 'highlighted' | 'answered';
  support: number; round: number; place: number;
}
export interface ReceiptFields { state: 'held'; waits: number }
export interface LinkFields { role: DeskRole; label: string }

export interface Entities {
  session: SessionFields; topic: TopicFields; question: QuestionFields; receipt: ReceiptFields; link: LinkFields;
}
export type Collection = keyof Entities;
export type Put = { [C in Collection]: readonly [C, string, Partial<Entities[C]>] }[Collection];
export type Remove = readonly [Collection, string];

// --- http ----------------------------------------------------------------------------------------------------------------

export interface HostAnswer { create: 'open' | 'password' | 'refused'; address: string; build: string }
export interface CreateSessionBody {
  session: Id; title: Text; topics: Text[]; round_ms: number; lobby: boolean; rehearsal: boolean; expected: number;
  join_key: string; facilitator_secret: Id; presenter_secret: Id; password: string;
}
