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

/** A tab that sends holds the outbox for so long unless it says again that it lives (where Web Locks are missing). */
export const outboxLeaseMs = 4_000;

/** A desk's command that could not be sent is forgotten after this: nobody wants a highlight of ten minutes ago. */
export const deskCommandWithinMs = 10_000;

/** Twice a second: a countdown of whole seconds that is never seen to skip one. */
export const countdownTickMs = 500;
