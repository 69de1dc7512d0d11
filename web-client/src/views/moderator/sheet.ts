// SPDX-License-Identifier: MIT
// Which sheet is open over the board. By ids and not by questions: what it is about may change, or go, while it is open.

export type Sheet =
  | { readonly is: 'menu' | 'merge' | 'redact' | 'label'; readonly question: string }
  | { readonly is: 'refuse'; readonly questions: readonly string[] }
  | { readonly is: 'refuseReply' | 'redactReply'; readonly question: string; readonly place: number }
  | { readonly is: 'words' }
  | { readonly is: 'keys' };
