// SPDX-License-Identifier: MIT
// Every limit of the pages, with its reason. What the server enforces too is in include/durf/domain/limits.hpp.

export const protocolVersion = 1;

/** A question fits on a projector at a size that the last row can read. Bytes are what the server counts. */
export const questionGraphemesMax = 280;
export const questionTextBytesMax = 1120;

/** Commands that wait on the phone. One question and some taps per round is normal; hundreds would mean a loop. */
export const outboxCommandsMax = 100;
/** Own questions that the phone remembers, and for how long: a phone is borrowed, sold, looked at. */
export const ownQuestionsMax = 100;
export const ownKeptDaysMax = 14;

/** Back-off with full jitter: doubling from the base, so that a room of phones does not return as one. */
export const retryBaseMs = 500;
export const retryCapMs = 15_000;
export const retryTooSlowMs = 5_000;
export const retryRefusedMs = 30_000;
export const retryCodeBudgetMs = 10_000;

/** No welcome, no reply, no pong within these: the connection is dead, whatever the browser thinks. */
export const welcomeWithinMs = 10_000;
export const replyWithinMs = 6_000;
export const pongWithinMs = 3_000;

/** A connection that lived so long counts as good: the next loss starts with the shortest wait again. */
export const settledAfterMs = 10_000;
/** A hiccup shorter than this is not worth a word on the screen. */
export const troubleAfterMs = 2_000;
/** The part of the page that comes with the first touch: a request that takes longer has failed, and then it is asked for again. */
export const laterWithinMs = 10_000;
export const laterAgainMs = 2_000;
/** The server asked for less haste (too_fast): the outbox pauses so long. */
export const outboxPauseMs = 2_000;

/** A tab that sends holds the outbox for so long unless it says again that it lives. */
export const outboxLeaseMs = 4_000;

/** A desk's command that could not be sent is forgotten after this: nobody wants a highlight of ten minutes ago. */
export const deskCommandWithinMs = 10_000;

/** Nobody is interrupted while typing: advice comes in a pause. Two likenesses are read, ten are not. */
export const adviceAfterMs = 700;
export const similarShownMax = 2;

/** Twice a second: a countdown of whole seconds that is never seen to skip one. */
export const countdownTickMs = 500;

/** What the desks may type, in bytes as the server counts them. */
export const titleBytesMax = 240;
export const topicNameBytesMax = 160;
export const linkLabelBytesMax = 80;
export const topicsMax = 12;
export const labelBytesMax = 80;
/** Blocks may be longer than what they cover. More than this is not a redaction: refuse the question. */
export const redactedTextBytesMax = 2 * questionTextBytesMax;
export const wordListBytesMax = 4_000;
export const answerTextBytesMax = 2_400;
export const answerRoleBytesMax = 160;
export const noteBytesMax = 2_400;
export const askBackTextBytesMax = 1_120;
/** Of one question: after that, talk. */
export const askBacksMax = 3;

/** Then phones are told of a merge, and it cannot be undone any more. */
export const mergeUndoMs = 10_000;
/** Fewer could be matched with those who were answered: until then the totals are 0. */
export const verdictsShownFrom = 5;

/** How long a session is kept after its end. */
export const keepDaysMin = 1;
export const keepDaysDefault = 14;
export const keepDaysMax = 90;

/** Rounds shorter than 5 s are one person; longer than 10 minutes nobody waits. */
export const roundMsMin = 5_000;
export const roundMsDefault = 20_000;
export const roundMsMax = 600_000;

export const expectedMin = 2;
export const expectedMax = 100_000;
/** Under 12 people a text is soon known by its style, under 5 there is hardly anyone else it could be. */
export const expectedSmall = 12;
export const expectedVerySmall = 5;

export const pairingCodeLength = 6;
