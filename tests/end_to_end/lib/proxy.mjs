// SPDX-License-Identifier: MIT
// The sample configurations of nginx and Caddy, in use: on free ports of loopback, with a certificate made for the occasion and
// with everything that they write in one folder. Besides, a pane of glass between proxy and server, through which a test sees
// what the proxy tells the server.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './server.mjs';

const samples = fileURLToPath(new URL('../../../server/packaging/examples/', import.meta.url));
const listensWithinMs = 20_000;
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export const isInstalled = (/** @type {string} */ program) => spawnSync(program, [program === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' }).status === 0;

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** Replaces each text, all of which must be there: a sample that was changed must not pass by itself. @param {[string, string][]} changes */
function changed(/** @type {string} */ sample, changes) {
  let text = sample;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the sample does not hold "${from}" any more`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** What an administrator does with the nginx sample, and around it what Debian's nginx.conf says of logs. @param {Ground} ground */
function nginx({ folder, port, plainPort, upstream, certificate, key }) {
  const site = changed(readFileSync(join(samples, 'nginx.conf'), 'utf8'), [
    ['  listen [::]:443 ssl default_server;\n', ''], ['  listen [::]:80;\n', ''],
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`], ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['http://127.0.0.1:8080', `http://127.0.0.1:${upstream}`], ['durf.example', '127.0.0.1'],
    ['/etc/ssl/durf/fullchain.pem', certificate], ['/etc/ssl/durf/privkey.pem', key],
  ]);
  const parked = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${join(folder, name)};\n`).join('');
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  writeFileSync(join(folder, 'nginx.conf'), `${user}daemon off;\npid ${join(folder, 'pid')};\nerror_log ${join(folder, 'error.log')};\n`
    + `events { worker_connections 768; }\nhttp {\n  access_log ${join(folder, 'access.log')};\n${parked}${site}}\n`);
  return { program: 'nginx', args: ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')] };
}

/** Also the command with which the drop-in of Caddy's unit makes the configuration that it starts from. @param {Ground} ground */
function caddy({ folder, port, upstream, certificate, key }) {
  writeFileSync(join(folder, 'Caddyfile'), changed(readFileSync(join(samples, 'Caddyfile'), 'utf8'), [
    ['\n{\n', '\n{\n\tadmin off\n\tauto_https disable_redirects\n'], ['\ndurf.example {', `\nhttps://127.0.0.1:${port} {\n\tbind 127.0.0.1`],
    ['#tls /etc/ssl/durf/fullchain.pem /etc/ssl/durf/privkey.pem', `tls ${certificate} ${key}`], ['127.0.0.1:8080', `127.0.0.1:${upstream}`],
  ]));
  const dropIn = readFileSync(join(samples, 'caddy-without-tickets.conf'), 'utf8').replaceAll(/\/(etc|run)\/caddy\//g, `${folder}/`);
  const before = /^ExecStartPre=\/bin\/sh -ec '(.*)'$/m.exec(dropIn)?.[1];
  const [program = '', ...args] = /^ExecStart=\/usr\/bin\/(caddy .*)$/m.exec(dropIn)?.[1]?.split(' ') ?? [];
  if (!before || !program) throw new Error(`no commands in the drop-in:\n${dropIn}`);
  const made = spawnSync('sh', ['-ec', before], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`no configuration for Caddy: ${made.stderr}`);
  return { program, args: args.filter((word) => word !== '--environ') };
}

/** @typedef {{folder: string, port: number, plainPort: number, upstream: number, certificate: string, key: string}} Ground */
const kinds = { nginx, caddy };

export class Proxy {
  folder = temporaryFolder();
  port = 0;
  certificate = '';
  #kind;
  /** @type {import('node:child_process').ChildProcess | null} */ #child = null;

  /** @param {keyof typeof kinds} kind */
  constructor(kind) { this.#kind = kind; }

  async choosePort() { this.port = await freePort(); }

  async start(/** @type {number} */ upstream) {
    const certificate = join(this.folder, 'certificate.pem'), key = join(this.folder, 'key.pem');
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
      '-subj', '/CN=durf.example', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate]);
    if (made.status !== 0) throw new Error(`no certificate: ${made.stderr}`);
    this.certificate = readFileSync(certificate, 'utf8');
    const plainPort = await freePort();
    const { program, args } = kinds[this.#kind]({ folder: this.folder, port: this.port, plainPort, upstream, certificate, key });
    // HOME: Caddy keeps things there.
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: this.folder, XDG_DATA_HOME: this.folder, XDG_CONFIG_HOME: this.folder } });
    this.#child = child;
    running.add(child);
    child.on('exit', () => running.delete(child));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        said += bytes;
        writeFileSync(join(this.folder, 'said'), said);
      });
    }
    const began = performance.now();
    while (!(await this.#listens())) {
      if (child.exitCode !== null || performance.now() - began > listensWithinMs) throw new Error(`${program} does not listen:\n${said}`);
    }
  }

  #listens() {
    return new Promise((resolve) => {
      const socket = connect({ port: this.port, host: '127.0.0.1' });
      socket.on('connect', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => setTimeout(() => resolve(false), 20));
    });
  }

  /** Whoever is connected is cut off. Once it has ended, everything that it had to say is written. */
  async stop() {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    const tooLong = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await closed;
    clearTimeout(tooLong);
  }
}

/** Passes bytes on to a port and keeps what came in. */
export class Glass {
  port = 0;
  /** By connection. @type {string[]} */ seen = [];
  /** @type {Set<import('node:net').Socket>} */ #sockets = new Set();
  /** @type {import('node:net').Server | null} */ #server = null;

  async start(/** @type {number} */ upstream) {
    this.#server = createServer((from) => {
      const to = connect({ port: upstream, host: '127.0.0.1' });
      for (const socket of [from, to]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => { this.#sockets.delete(socket); from.destroy(); to.destroy(); });
      }
      const connection = this.seen.push('') - 1;
      from.on('data', (bytes) => { this.seen[connection] += bytes.toString('latin1'); });
      from.pipe(to).pipe(from);
    }).listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
  }

  /** From here on the server cannot be reached any more. */
  async smash() {
    const server = this.#server;
    if (!server?.listening) return;
    server.close();
    this.#sockets.forEach((socket) => socket.destroy());
    await once(server, 'close');
  }
}
