// SPDX-License-Identifier: MIT
// The Debian package as it is handed over: what is in it and whom it belongs to, that it needs the C library and no more, that
// Debian's and systemd's own critics have nothing to say, that its configuration tells of every option, and that what is in it
// runs as the unit says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { binary, run, Server, temporaryFolder } from './lib/server.mjs';
import { ServiceManager } from './lib/service_manager.mjs';
import { http } from './lib/session.mjs';

const exposureMax = 1.5;
const root = fileURLToPath(new URL('../../', import.meta.url));

/** @returns what the command said; fails when it fails */
function done(/** @type {string} */ command, /** @type {string[]} */ ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${error ?? ''}\n${stdout}${stderr}`);
  return { out: stdout, err: stderr };
}
const missing = (/** @type {string} */ program) => spawnSync('which', [program]).status !== 0 && `${program} is not installed`;

describe('the package', { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const tree = join(folder, 'tree');
  let file = '';
  before(() => {
    const { err } = done(join(root, 'scripts/package'), '--binary', binary);
    file = /made (\S+\.deb)/.exec(err)?.[1] ?? '';
    done('dpkg-deb', '-x', file, tree);
  });
  const unit = () => readFileSync(join(tree, 'lib/systemd/system/durf.service'), 'utf8');
  const configuration = () => readFileSync(join(tree, 'etc/durf/durf.conf'), 'utf8');

  test('holds what it should, owned by root, and nothing that anybody else may write', () => {
    const entries = done('dpkg-deb', '-c', file).out.trim().split('\n').map((line) => line.split(/\s+/));
    for (const [mode, owner, , , , path] of entries) {
      assert.equal(owner, 'root/root', path);
      assert.match(mode ?? '', /^(drwxr-xr-x|-rw[-x]r-[-x]r-[-x])$/, path);
    }
    const files = entries.filter(([mode]) => mode?.startsWith('-')).map((entry) => entry[5]);
    assert.deepEqual(files.sort(), [
      './etc/durf/durf.conf', './lib/systemd/system/durf.service', './usr/bin/durf',
      './usr/share/doc/durf/OPERATIONS.md', './usr/share/doc/durf/changelog.gz', './usr/share/doc/durf/copyright',
      './usr/share/doc/durf/examples/Caddyfile', './usr/share/doc/durf/examples/caddy-without-tickets.conf',
      './usr/share/doc/durf/examples/nginx.conf', './usr/share/doc/durf/notices.gz',
      './usr/share/lintian/overrides/durf', './usr/share/man/man1/durf.1.gz',
    ]);
  });

  test('is of the version of the program, and needs the C library and adduser', async () => {
    const field = (/** @type {string} */ name) => done('dpkg-deb', '-f', file, name).out.trim();
    assert.equal(`durf ${field('Version')}\n`, (await run(['--version'])).out);
    assert.match(field('Depends'), /^adduser, libc6 \(>= 2\.\d+\)$/);
  });

  test('the same sources make the same bytes', () => {
    const first = readFileSync(file);
    done(join(root, 'scripts/package'), '--binary', binary);
    assert.ok(first.equals(readFileSync(file)));
  });

  test('lintian has nothing to say', { skip: missing('lintian') }, () => {
    // As root it says that it should not be root.
    const { out, err } = done('lintian', '--fail-on', 'error,warning', file);
    assert.equal(out + err.replace(/^running with root privileges.*\n/, ''), '');
  });

  test(`the unit makes sense to systemd, with an exposure of ${exposureMax} at most`, { skip: missing('systemd-analyze') }, () => {
    const copy = join(folder, 'durf.service');
    writeFileSync(copy, unit().replaceAll('/usr/bin/durf', join(tree, 'usr/bin/durf')));
    const { out, err } = done('systemd-analyze', 'verify', '--man=no', copy);
    const aboutIt = (out + err).split('\n').filter((line) => line.includes('durf'));
    assert.deepEqual(aboutIt, []);
    const security = done('systemd-analyze', 'security', '--offline=true', `--threshold=${exposureMax * 10}`, copy).out;
    assert.match(security, /Overall exposure level for durf\.service: \d/);
  });

  const help = spawnSync(binary, ['serve', '--help'], { encoding: 'utf8' }).stdout;
  const options = [...help.matchAll(/^ +(?:-\w,)?--([a-z-]+)/gm)].map(([, name]) => name).filter((name) => !['help', 'config', 'check'].includes(name ?? ''));
  const named = () => [...configuration().matchAll(/^#?([a-z-]+) = /gm)].map(([, name]) => name);

  test('the configuration tells of each option of the server', () => {
    assert.ok(options.length > 5, help);
    assert.deepEqual(options.filter((option) => !named().includes(option)), []);
  });

  test('the configuration tells of no option that there is not', () => {
    assert.ok(['tls-cert', 'tls-key', 'tls-listen', 'metrics', 'proxy'].every((option) => named().includes(option)), configuration());
    assert.deepEqual(named().filter((option) => !options.includes(option)), []);
  });

  test('what it installs starts as the unit says, tells so, answers, and stops when told', async () => {
    const command = /^ExecStart=(.*)$/m.exec(unit())?.[1] ?? '';
    assert.equal(command, '/usr/bin/durf serve --config /etc/durf/durf.conf');
    assert.match(unit(), /^Type=notify$/m);
    const manager = new ServiceManager();
    after(() => manager.stop());
    await manager.start();
    const server = new Server({ program: join(tree, 'usr/bin/durf'), options: ['--config', join(tree, 'etc/durf/durf.conf')],
      environment: manager.environment });
    after(() => server.dispose());
    await server.start();
    await manager.hears('READY=1');
    assert.equal((await http(server.port, { path: '/healthz' })).text, 'ok\n');
    assert.equal((await http(server.port, { path: '/' })).status, 200);
    const reload = /^ExecReload=\/bin\/sh -c 'kill -(\w+) \$MAINPID'$/m.exec(unit())?.[1];
    process.kill(server.pid, /** @type {NodeJS.Signals} */ (`SIG${reload}`));
    await manager.hears('RELOADING=1');
    await manager.hears('READY=1');
    const { code } = await server.stop();
    await manager.hears('STOPPING=1');
    assert.equal(code, 0);
  });

  test('its scripts are shell that says what it does to the data', () => {
    const control = join(folder, 'control');
    done('dpkg-deb', '-e', file, control);
    for (const script of ['postinst', 'prerm', 'postrm']) done('sh', '-n', join(control, script));

    // The script after removal, in a house of its own: every path that it names lies in there, and every program is silent.
    const house = join(folder, 'house');
    mkdirSync(join(house, 'var/lib/durf/keys'), { recursive: true });
    mkdirSync(join(house, 'etc/durf'), { recursive: true });
    const script = join(folder, 'postrm');
    writeFileSync(script, readFileSync(join(control, 'postrm'), 'utf8').replaceAll(/(?<= )\/(var|etc|run)\//g, `${house}/$1/`).replaceAll('deb-systemd-helper', ':'));
    chmodSync(script, 0o755);
    const entries = () => spawnSync('find', ['.', '-mindepth', '2'], { cwd: house, encoding: 'utf8' }).stdout.trim().split('\n').sort();
    assert.match(done(script, 'remove').err, /var\/lib\/durf stays.*purge/);
    assert.deepEqual(entries(), ['./etc/durf', './var/lib', './var/lib/durf', './var/lib/durf/keys']);
    assert.match(done(script, 'purge').err, /deleting .*var\/lib\/durf/);
    assert.deepEqual(entries(), ['./var/lib']);
  });
});
