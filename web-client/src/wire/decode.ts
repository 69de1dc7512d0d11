// SPDX-License-Identifier: MIT
// The only place that parses what the server says. Strict about the shape of what the page knows, blind to what it does not:
// a member, a collection or a message that is new goes by unseen.
import type { ClockMessage, Collection, DeskRole, Frame, FromServer, PairedRole, Put, Remove, Reply, Role } from './messages';
import { isCount, isObject, paramsOf, parseObject, type Shape } from './shape';

/** `unknown`: well formed, but nothing for this page. `garbled`: not what the protocol allows, a bug of one of the sides. */
export type Decoded = FromServer | 'unknown' | 'garbled';

/** What no phone is sent, the phone's page is built without: it would pay for it before it sees a question (tools/build.mjs). */
const desks = import.meta.env.MODE !== 'participant';

/** Which fields a collection has; what a field is does not depend on where it stands, and what is not listed below is text. */
const fields: Record<Collection, string> = {
  session: 'title lang phase rehearsal moderation round round_ms round_tokens_min round_waits_max highlighted timer_ms code'
    + ' tally_received tally_shown tally_answered tally_merged tally_refused refused_insult refused_about_a_person refused_traceable'
    + ' refused_off_topic refused_unclear refused_asked_already refused_author_wished judged_yes judged_partly judged_no'
    + ' ended_day keep_days results' + (desks ? ' blank join_panel people expected pending word_list' : ''),
  topic: 'name lang place',
  question: 'text lang topic state support round place redacted pinned archived' + (desks ? ' label hiding_wished note reason into told' : ''),
  receipt: 'state waits reason',
  merge: 'into',
  answer: 'text lang promise role day',
  ask_back: 'text lang state reply reply_lang reason',
  link: desks ? 'role label' : '',
};
const counts = /^(round.*|timer_ms|tally_.*|refused_.*|judged_.*|ended_day|keep_days|people|expected|pending|place|support|waits)$/;
const flags = /^(rehearsal|moderation|blank|join_panel|redacted|pinned|archived|hiding_wished|told)$/;

export function decodeMessage(text: string): Decoded {
  const message = parseObject(text);
  if (!message || typeof message['t'] !== 'string') return 'garbled';
  switch (message['t']) {
    case 'welcome': return decodeWelcome(message);
    case 'frame':
    case 'snapshot': return decodeFrame(message, message['t']);
    case 'clock': return decodeClock(message);
    case 'reply': return decodeReply(message);
    case 'pong': return { t: 'pong' };
    default: return desks ? decodePairing(message) : 'unknown';
  }
}

/** What a screen hears that has no link yet. */
function decodePairing({ t, code, left_ms, role, secret }: Shape): Decoded {
  switch (t) {
    case 'pairing': return isText(code) && isCount(left_ms) ? { t, code, left_ms } : 'garbled';
    case 'paired': return isPaired(role) && isText(secret) ? { t, role, secret } : 'garbled';
    default: return 'unknown';
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isPaired = (value: unknown): value is PairedRole => value === 'presenter' || value === 'stage';
const isDesk = (value: unknown): value is DeskRole => value === 'facilitator' || value === 'moderator' || isPaired(value);
const isRole = (value: unknown): value is Role => value === 'participant' || isDesk(value);

function decodeWelcome({ build, role, session, join_key, epoch, address }: Shape): Decoded {
  const whole = isText(build) && isRole(role) && isText(session) && isText(join_key) && isText(epoch) && isText(address);
  return whole ? { t: 'welcome', build, role, session, join_key, epoch, address } : 'garbled';
}

function decodeFrame(message: Shape, t: Frame['t']): Decoded {
  const { epoch, n, put = [], remove = [] } = message;
  if (!isText(epoch) || !isCount(n) || !Array.isArray(put) || !Array.isArray(remove)) return 'garbled';
  const frame: Frame = { t, epoch, n, put: [], remove: [] };
  for (const entry of put) {
    const one = decodePut(entry);
    if (one === 'garbled') return 'garbled';
    if (one) frame.put.push(one);
  }
  for (const entry of remove) {
    if (!Array.isArray(entry) || !isText(entry[0]) || !isText(entry[1])) return 'garbled';
    if (Object.hasOwn(fields, entry[0])) frame.remove.push([entry[0], entry[1]] as Remove);
  }
  return frame;
}

/** `null` for a collection that this page does not know. */
function decodePut(entry: unknown): Put | null | 'garbled' {
  if (!Array.isArray(entry) || !isText(entry[0]) || !isText(entry[1]) || !isObject(entry[2])) return 'garbled';
  const [collection, id, given] = entry as [string, string, Shape];
  if (!Object.hasOwn(fields, collection)) return null;
  const known: Record<string, unknown> = {};
  for (const name of fields[collection as Collection].split(' ')) {
    const value = given[name];
    if (value === undefined) continue;
    if (!(counts.test(name) ? isCount : flags.test(name) ? isFlag : isText)(value)) return 'garbled';
    known[name] = value;
  }
  return [collection, id, known] as unknown as Put;
}

function decodeClock({ round = null, timer = null }: Shape): Decoded {
  const clock: ClockMessage = { t: 'clock', round: null, timer: null };
  if (round !== null) {
    if (!isObject(round) || !isCount(round['left_ms']) || !isCount(round['every_ms']) || round['every_ms'] === 0) return 'garbled';
    clock.round = { left_ms: round['left_ms'], every_ms: round['every_ms'] };
  }
  if (timer !== null) {
    if (!isObject(timer) || !isCount(timer['left_ms']) || !isCount(timer['of_ms'])) return 'garbled';
    clock.timer = { left_ms: timer['left_ms'], of_ms: timer['of_ms'] };
  }
  return clock;
}

function decodeReply({ id, ok, code, params, receipt }: Shape): Decoded {
  if (!isText(id)) return 'garbled';
  if (ok === true) return (isText(receipt) ? { t: 'reply', id, ok, receipt } : { t: 'reply', id, ok }) satisfies Reply;
  return ok === false && isText(code) ? { t: 'reply', id, ok, code, params: paramsOf(params) } : 'garbled';
}
