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

/** Why a text was refused. A fixed list: words of the moderator's own could be aimed at somebody. */
export type Reason = 'insult' | 'about_a_person' | 'traceable' | 'off_topic' | 'unclear' | 'asked_already' | 'author_wished';
export type Verdict = 'yes' | 'partly' | 'no';

type Nothing = Record<string, never>;
interface OfQuestion { question: Id }
/** `place` says which ask-back of the question, from 0. */
interface OfReply { question: Id; place: number }

/** What travels in a command, by its type. One name from here to the server's log. */
export interface CommandBodies {
  // participants
  submit_question: { question: Id; topic: Id | ''; text: Text; secret: Id };
  withdraw_question: { question: Id; secret: Id };
  upvote_question: { question: Id; revision: number; up: boolean };
  wish_hidden: { question: Id; secret: Id };
  /** The secret is the question's. */
  reply_to_ask_back: { question: Id; place: number; text: Text; secret: Id };
  judge_answer: { question: Id; verdict: Verdict; secret: Id };
  // facilitator and stage
  highlight_question: OfQuestion;
  mark_answered: OfQuestion;
  reopen_question: OfQuestion;
  clear_highlight: Nothing;
  /** `text` and `promise` empty: the card is taken away. `day` is YYYY-MM-DD. */
  write_answer: { question: Id; text: Text; promise: string; role: string; day: string };
  ask_back: { question: Id; text: Text };
  set_note: { question: Id; note: string };
  set_screen: { blank: boolean; join_panel: boolean };
  start_timer: { duration_ms: number };
  stop_timer: Nothing;
  // facilitator and moderator
  approve_question: OfQuestion;
  hold_back_question: OfQuestion;
  restore_question: OfQuestion;
  undo_merge: OfQuestion;
  refuse_question: { question: Id; reason: Reason };
  approve_reply: OfReply;
  refuse_reply: { question: Id; place: number; reason: Reason };
  hold_back_reply: OfReply;
  /** In code points: where the blocks begin, how many they cover, how long the text is that the moderator sees. */
  redact_question: { question: Id; from: number; count: number; of: number };
  redact_reply: { question: Id; place: number; from: number; count: number; of: number };
  label_question: { question: Id; label: string };
  pin_question: { question: Id; pinned: boolean };
  archive_question: { question: Id; archived: boolean };
  merge_question: { question: Id; into: Id };
  set_moderation: { on: boolean };
  set_word_list: { words: string };
  // facilitator
  open_lobby: Nothing;
  go_live: Nothing;
  begin_for_real: Nothing;
  end_session: Nothing;
  close_session: Nothing;
  rename_session: { title: Text };
  change_join_code: Nothing;
  set_keep_days: { days: number };
  /** Empty: there is no results page any more. */
  set_results_link: { secret: Id | '' };
  lengthen_rounds: { round_ms: number };
  create_link: { link: Id; role: DeskRole; label: string; secret: Id };
  renew_link: { link: Id; secret: Id };
  revoke_link: { link: Id };
  confirm_pairing: { code: string; link: Id; role: PairedRole; label: string; secret: Id };
}
export type CommandType = keyof CommandBodies;
export type Command = { [T in CommandType]: { t: 'command'; id: Id; type: T; body: CommandBodies[T] } }[CommandType];
export type ToServer = Hello | Command | { t: 'ping' };

// --- from the server ---------------------------------------------------------------------------------------------------

export type DeskRole = 'facilitator' | 'moderator' | 'stage' | 'presenter';
/** What a screen without a link can become. */
export type PairedRole = 'presenter' | 'stage';
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
  | 'id_taken' | 'not_yours' | 'out_of_range' | 'only_longer' | 'last_link' | 'unknown_pairing'
  | 'unknown_reply' | 'cannot_merge' | 'changed_meanwhile' | 'ask_backs_full' | 'too_fast' | 'disk_full';
export type Params = Readonly<Record<string, number>>;
/** `code` is any text: a server that is newer than this page may know codes that the page does not. */
export type Reply =
  | { t: 'reply'; id: Id; ok: true; receipt?: string }
  | { t: 'reply'; id: Id; ok: false; code: RejectionCode | (string & {}); params: Params };
export interface Pairing { t: 'pairing'; code: string; left_ms: number }
export interface Paired { t: 'paired'; role: PairedRole; secret: Id }
export type FromServer = Welcome | Frame | ClockMessage | Reply | Pairing | Paired | { t: 'pong' };

// --- entities ------------------------------------------------------------------------------------------------------------
// Who receives a field stands in PROTOCOL.md. A page that is not among them has it as `undefined` (see Entity).

export type Phase = 'lobby' | 'live' | 'ended';

export interface SessionFields {
  title: string; lang: Lang; phase: Phase; rehearsal: boolean; moderation: boolean;
  round: number; round_ms: number; round_tokens_min: number; round_waits_max: number;
  highlighted: Id | ''; timer_ms: number; code: string;
  tally_received: number; tally_shown: number; tally_answered: number; tally_merged: number; tally_refused: number;
  refused_insult: number; refused_about_a_person: number; refused_traceable: number; refused_off_topic: number;
  refused_unclear: number; refused_asked_already: number; refused_author_wished: number;
  judged_yes: number; judged_partly: number; judged_no: number;
  /** Days since 1970-01-01; 0: not ended. */
  ended_day: number; keep_days: number;
  results: Id | '';
  /** Desks only, from here on. */
  blank: boolean; join_panel: boolean; people: number; expected: number; pending: number; word_list: string;
}
export interface TopicFields { name: string; lang: Lang; place: number }
export interface QuestionFields {
  text: string; lang: Lang; topic: Id | '';
  /** `pending`, `refused` and `merged` are seen by those who moderate alone. */
  state: 'open' | 'highlighted' | 'answered' | 'pending' | 'refused' | 'merged';
  support: number; round: number; place: number; redacted: boolean; pinned: boolean; archived: boolean;
  /** Desks only, from here on. */
  label: string; hiding_wished: boolean; note: string; reason: Reason | ''; into: Id | ''; told: boolean;
}
export interface ReceiptFields { state: 'held' | 'pending' | 'refused'; waits: number; reason: Reason | '' }
/** Its id is the merged question's. */
export interface MergeFields { into: Id }
/** Its id is the question's. */
export interface AnswerFields { text: string; lang: Lang; promise: string; role: string; day: string }
/** Its id is the question's, a dot, and the number of the ask-back from 0. */
export interface AskBackFields {
  text: string; lang: Lang;
  /** `pending` and `refused` are seen by those who moderate alone. */
  state: 'asked' | 'replied' | 'pending' | 'refused';
  reply: string; reply_lang: Lang | '';
  /** Those who moderate alone. */
  reason: Reason | '';
}
export interface LinkFields { role: DeskRole; label: string }

export interface Entities {
  session: SessionFields; topic: TopicFields; question: QuestionFields; receipt: ReceiptFields; link: LinkFields;
  merge: MergeFields; answer: AnswerFields; ask_back: AskBackFields;
}
export type Collection = keyof Entities;
export type Put = { [C in Collection]: readonly [C, string, Partial<Entities[C]>] }[Collection];
export type Remove = readonly [Collection, string];

// --- http ----------------------------------------------------------------------------------------------------------------

export interface HostAnswer { create: 'open' | 'password' | 'refused'; address: string; build: string }
export interface CreateSessionBody {
  session: Id; title: Text; topics: Text[]; round_ms: number; lobby: boolean; rehearsal: boolean; moderation: boolean; expected: number;
  join_key: string; facilitator_secret: Id; presenter_secret: Id; password: string;
}
/** `code` is `''` and only the archive is left once it is `closed`. */
export interface SessionAnswer { phase: Phase | 'closed'; title: Text; code: string; ended_day: number; keep_days: number }
/** The receipt of a deletion: what is gone, and on which day. */
export interface DeletedAnswer { session: Id; day: number }

export interface ResultsAnswer {
  title: Text; phase: 'ended' | 'closed'; ended_day: number; until_day: number;
  topics: ResultsTopic[]; questions: ResultsQuestion[]; tally: ResultsTally;
  judged: { yes: number; partly: number; no: number } | null;
}
export interface ResultsTopic { id: Id; lang: Lang; text: string }
export interface ResultsQuestion {
  text: Text; topic: Id | ''; state: 'open' | 'answered'; support: number; redacted: boolean;
  answer: { lang: Lang; text: string; promise: string; role: string; day: string } | null;
  exchanges: { asked: Text; reply: Text | null }[];
}
export interface ResultsTally {
  received: number; shown: number; answered: number; merged: number;
  /** Without reasons that nobody had. */
  refused: [Reason, number][];
}
