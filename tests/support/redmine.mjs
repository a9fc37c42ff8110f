// A real Redmine 5 of its own for one run: on a free port, its database in a folder that goes with it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { debianBundler } from './bundler.mjs';
import { freePort } from './free-port.mjs';
import { until } from './until.mjs';

const home = '/usr/share/redmine';
const runProgram = promisify(execFile);

/** One project, `support`, and an agent with an API key. */
export async function startRedmine() {
  if (!existsSync(home))
    throw new Error('Redmine is not installed; node tests/support/prepare.mjs says what to do.');
  const folder = mkdtempSync(join(tmpdir(), 'composure-issues-'));
  writeInstance(folder);
  // Debian keeps an instance under a folder of its own; this name leads out of it, to ours.
  const instance = `../../../../../..${folder}`;
  const own = { RAILS_ENV: 'production', REDMINE_INSTANCE: instance };
  const env = { ...process.env, ...debianBundler(), ...own };
  const how = { cwd: home, env };
  const shut = () => rmSync(folder, { recursive: true, force: true });
  try {
    await runProgram('bundle', ['exec', 'rake', 'db:migrate'], how);
    const seed = join(folder, 'seed.rb');
    writeFileSync(seed, seedScript);
    const { stdout } = await runProgram('bundle', ['exec', 'rails', 'runner', seed], how);
    const token = /^key (\w+)$/m.exec(stdout)?.[1] ?? '';
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    return { url, token, ...(await serve(port, url, how)), forget: shut };
  } catch (error) {
    shut();
    throw error;
  }
}

/** @param {number} port @param {string} url @param {{ cwd: string, env: NodeJS.ProcessEnv }} how */
async function serve(port, url, how) {
  // Puma is not in Redmine's bundle, so it is Debian's own.
  const args = ['-b', `tcp://127.0.0.1:${port}`, '-e', 'production', '-t', '2:4', 'config.ru'];
  const puma = spawn('puma', args, { ...how, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  puma.stderr.on('data', (chunk) => (log += chunk));
  puma.stdout.on('data', (chunk) => (log += chunk));
  const ended = once(puma, 'exit');
  const close = async () => {
    puma.kill('SIGTERM');
    await ended;
  };
  const serves = async () => {
    if (puma.exitCode !== null) throw new Error(`Redmine has ended: ${log}`);
    return fetch(`${url}/login`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  await until('Redmine', serves, { seconds: 60 }).catch(async (error) => {
    await close();
    throw error;
  });
  return { close };
}

/** @param {string} folder */
function writeInstance(folder) {
  for (const name of ['config', 'tmp', 'tmp/cache', 'log', 'files', 'public'])
    mkdirSync(join(folder, name));
  chmodSync(folder, 0o755);
  writeFileSync(
    join(folder, 'config', 'database.yml'),
    `production:\n  adapter: sqlite3\n  database: ${folder}/redmine.sqlite3\n  timeout: 10000\n`,
  );
  writeFileSync(join(folder, 'config', 'secret_key.txt'), 'a secret of one test run, '.repeat(4));
}

const seedScript = `
Setting.rest_api_enabled = '1'
Redmine::DefaultData::Loader.load('en') if Tracker.count.zero?
agent = User.new(language: 'en', mail_notification: 'none', firstname: 'Alex', lastname: 'Agent', mail: 'agent1@desk.test')
agent.login = 'agent1'
agent.password = agent.password_confirmation = 'Agent-One-1'
agent.save!
project = Project.create!(name: 'Support', identifier: 'support', is_public: false, tracker_ids: Tracker.pluck(:id))
project.enable_module!(:issue_tracking)
Member.create!(project: project, principal: agent, roles: [Role.find_by_name('Manager')])
puts "key #{agent.api_key}"
`;
