// A real helpdesk of its own for one run: Request Tracker 5 on a free port, its state in a folder that goes with it.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './browsers.mjs';
import { freePort } from './free-port.mjs';
import { until } from './until.mjs';

const server = '/usr/share/request-tracker5/libexec/rt-server';
const agent = { user: 'agent1', password: 'Agent-One-1' };
const runProgram = promisify(execFile);

/** One ticket, written by the customer herself. */
export async function startRequestTracker() {
  const [setup, mailgate] = [findProgram('rt-setup-database-5'), findProgram('rt-mailgate-5')];
  if (!setup || !mailgate)
    throw new Error(
      'Request Tracker is not installed; node tests/support/prepare.mjs says what to do.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'composure-tickets-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...writeSettings(folder, port) };
  await runProgram(setup, ['--action', 'init', '--skip-create'], { env });
  const seed = join(folder, 'seed.pl');
  writeFileSync(seed, seedScript);
  const { stdout } = await runProgram('perl', [seed], { env });
  const token = /^token (\S+)$/m.exec(stdout)?.[1] ?? '';
  const how = ['--server', 'Starman', '--host', '127.0.0.1', '--port', `${port}`, '--workers', '2'];
  // Starman's workers are of its group, and end with it.
  const rt = spawn(server, how, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  rt.stderr.on('data', (chunk) => (log += chunk));
  const ended = once(rt, 'exit');
  const close = async () => {
    if (rt.exitCode === null) process.kill(-(rt.pid ?? 0), 'SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const mail = async (/** @type {{ from: string, subject: string, text: string }} */ letter) => {
    const gate = ['--queue', 'General', '--action', 'correspond', '--url', url];
    const sent = runProgram(mailgate, gate, { env });
    sent.child.stdin?.end(asLetter(letter));
    await sent;
  };
  await until(
    'Request Tracker',
    async () => {
      if (rt.exitCode !== null) throw new Error(`Request Tracker has ended: ${log}`);
      return fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    { seconds: 40 },
  ).catch(async (error) => {
    await close();
    throw error;
  });
  return {
    url,
    agent,
    /** Of the agent, for the REST interface. */
    token,
    /** A customer's mail; with `[localhost.test #1]` in its subject it goes to that ticket. */
    mail,
    close,
  };
}

/** RT wants one file and one folder. @param {string} folder @param {number} port */
function writeSettings(folder, port) {
  const file = join(folder, 'RT_SiteConfig.pm');
  const more = join(folder, 'RT_SiteConfig.d');
  mkdirSync(more);
  writeFileSync(
    file,
    `Set($rtname, 'localhost.test');
Set($Organization, 'localhost.test');
Set($Timezone, 'UTC');
Set($CorrespondAddress, 'rt@localhost.test');
Set($CommentAddress, 'rt-comment@localhost.test');
Set($WebPath, '');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebBaseURL, 'http://127.0.0.1:${port}');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${folder}/rtdb');
Set($MailCommand, 'testfile');
Set($LogToSyslog, '');
Set($LogToFile, undef);
Set($LogToSTDERR, 'warning');
1;
`,
  );
  return { RT_SITE_CONFIG: file, RT_SITE_CONFIG_DIR: more };
}

// Everyone may mail in, so that a customer is the author of her own message; one agent may answer.
const seedScript = `use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use RT;
RT::LoadConfig();
RT::Init();
my $queue = RT::Queue->new(RT->SystemUser);
$queue->Load('General');
my $everyone = RT::Group->new(RT->SystemUser);
$everyone->LoadSystemInternalGroup('Everyone');
$everyone->PrincipalObj->GrantRight(Right => $_, Object => $queue)
    for qw(CreateTicket ReplyToTicket SeeQueue ShowTicket);
my $agent = RT::User->new(RT->SystemUser);
my ($ok, $message) = $agent->Create(
    Name => '${agent.user}', Password => '${agent.password}', EmailAddress => 'agent1@desk.test',
    RealName => 'Alex Agent', Privileged => 1,
);
die "agent: $message\\n" unless $ok;
$agent->PrincipalObj->GrantRight(Right => $_, Object => $queue)
    for qw(ShowTicket SeeQueue ReplyToTicket CommentOnTicket ModifyTicket OwnTicket CreateTicket ShowTicketComments);
require RT::AuthToken;
my $key = RT::AuthToken->new(RT->SystemUser);
my ($made, $why, $token) = $key->Create(Owner => $agent->Id, Description => 'desk');
die "token: $why\\n" unless $made;
print "token $token\\n";
`;

/** @param {{ from: string, subject: string, text: string }} letter */
function asLetter({ from, subject, text }) {
  const id = `<${Math.abs(hash(subject + text))}@example.test>`;
  const head = [`From: ${from}`, 'To: rt@localhost.test', `Subject: ${subject}`];
  const rest = [`Message-ID: ${id}`, 'Content-Type: text/plain; charset=utf-8'];
  return `${[...head, ...rest].join('\n')}\n\n${text}\n`;
}

/** @param {string} text */
function hash(text) {
  let value = 0;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return value;
}
