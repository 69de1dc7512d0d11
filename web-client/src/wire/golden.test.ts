// SPDX-License-Identifier: MIT
// Shows that the page reads and writes exactly the messages that the server's tests read and write: the same files.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { applyFrame, emptyReplica, hole } from '../replica/replica';
import { decodeMessage } from './decode';
import { command, deskHello, encode, pairingHello, participantHello } from './encode';
import { decodeCreated, decodeHostAnswer, decodeRefusal } from './http';
import type { Command, CommandType, CreateSessionBody, Hello } from './messages';
import { decodeDeleted, decodeResults, decodeSessionAnswer } from './results';

const folder = fileURLToPath(new URL('../../../tests/protocol/golden/', import.meta.url));
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const golden = (name: string) => readFileSync(folder + name, 'utf8').trimEnd();
const starting = (...starts: string[]) => names.filter((name) => starts.some((start) => name.startsWith(start)));

it('there are golden files', () => expect(names.length).toBeGreaterThan(120));

describe('what the server says', () => {
  it.each(starting('welcome.', 'clock.', 'reply.', 'pairing.', 'pong.'))('%s is read whole', (name) => {
    expect(decodeMessage(golden(name))).toEqual(JSON.parse(golden(name)));
  });
  it.each(starting('frame.', 'snapshot.'))('%s is read whole', (name) => {
    expect(decodeMessage(golden(name))).toEqual({ remove: [], ...JSON.parse(golden(name)) });
  });
  it.each(starting('snapshot.'))('%s makes a replica with all of it', (name) => {
    const snapshot = decodeMessage(golden(name));
    if (typeof snapshot === 'string' || snapshot.t !== 'snapshot') throw new Error('not a snapshot');
    const replica = applyFrame(emptyReplica, snapshot);
    if (replica === hole) throw new Error('a snapshot follows on anything');
    for (const [collection, id, fields] of snapshot.put) expect(replica[collection].get(id)).toEqual({ id, ...fields });
  });
});

describe('what the page says', () => {
  it.each(starting('command.'))('%s is written letter for letter', (name) => {
    const { id, type, body } = JSON.parse(golden(name)) as Command;
    expect(encode(command(id, type as CommandType, body))).toBe(golden(name));
  });
  it.each(starting('hello.'))('%s is written letter for letter', (name) => {
    const hello = JSON.parse(golden(name)) as Hello;
    const resume = 'resume' in hello ? hello.resume ?? null : null;
    const written = hello.role === 'participant' ? participantHello(hello.token, hello.join, resume)
      : hello.role === 'desk' ? deskHello(hello.secret, resume) : pairingHello();
    expect(encode(written)).toBe(golden(name));
  });
  it('ping is written letter for letter', () => expect(encode({ t: 'ping' })).toBe(golden('ping.json')));
});

describe('http', () => {
  it.each(starting('http.create_session'))('%s is written letter for letter', (name) =>
    expect(encode(JSON.parse(golden(name)) as CreateSessionBody)).toBe(golden(name)));
  it.each(starting('http.host'))('%s is read', (name) => expect(decodeHostAnswer(golden(name))).toEqual(JSON.parse(golden(name))));
  it.each(starting('http.refusal'))('%s is read', (name) =>
    expect(decodeRefusal(golden(name))).toEqual({ params: {}, ...JSON.parse(golden(name)) }));
  it.each(starting('http.session'))('%s is read', (name) => expect(decodeSessionAnswer(golden(name))).toEqual(JSON.parse(golden(name))));
  it.each(starting('http.results'))('%s is read', (name) => expect(decodeResults(golden(name))).toEqual(JSON.parse(golden(name))));
  it('http.deleted.json is read', () => expect(decodeDeleted(golden('http.deleted.json'))).toEqual(JSON.parse(golden('http.deleted.json'))));
  it('http.created.json is read', () => expect(decodeCreated(golden('http.created.json'))).toBe('482913'));
});
