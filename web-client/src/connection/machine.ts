// SPDX-License-Identifier: MIT
/** Why a connection is not there, and comes back by itself. */
export type Because = 'lost' | 'stopping' | 'resync' | 'too_slow' | 'session_full' | 'code_budget' | 'unavailable';
/** Why a connection does not come back. */
export type Stop = 'link_revoked' | 'unknown_session' | 'bad_message' | 'reload' | 'by_us';
/** What the rest of the page may know of the connection. */
export type ConnectionView =
  | { readonly at: 'idle' }
  | { readonly at: 'connecting'; readonly again: boolean }
  | { readonly at: 'open' }
  | { readonly at: 'waiting'; readonly because: Because }
  | { readonly at: 'stopped'; readonly because: Stop };
