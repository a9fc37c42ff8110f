// A screen of its own for what needs a real window: Xvfb with a window manager, real keys, pictures of all of it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { findProgram } from './browsers.mjs';
import { until } from './until.mjs';

/** @param {{ width?: number, height?: number }} [options] */
export async function openScreen({ width = 1280, height = 800 } = {}) {
  // Xvfb looks for a free number itself and writes it to the file descriptor it is given. Without -noreset it would
  // start anew whenever its last client leaves, and a client that is just coming would be thrown out.
  const xvfb = spawn(
    programOf('Xvfb'),
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await once(
    /** @type {import('node:stream').Readable} */ (xvfb.stdio[3]),
    'data',
  );
  const display = `:${String(number).trim()}`;
  const env = { ...process.env, DISPLAY: display };
  const openbox = spawn(programOf('openbox'), [], { stdio: 'ignore', env });

  /** @param {string} program @param {...string} args */
  function run(program, ...args) {
    const { status, stdout, stderr } = spawnSync(programOf(program), args, {
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr.trim()}`);
    return stdout.trim();
  }

  const close = async () => {
    for (const program of [openbox, xvfb]) {
      const ended = once(program, 'exit');
      if (program.exitCode === null && program.kill()) await ended;
    }
  };
  // Only a window manager answers this; windows opened before it is there would not be placed by it.
  await until('the window manager', () => {
    if (openbox.exitCode !== null) throw new Error('openbox has ended before it managed anything.');
    const asked = spawnSync(programOf('xdotool'), ['get_num_desktops'], { env, encoding: 'utf8' });
    return asked.status === 0 && Number(asked.stdout) > 0;
  }).catch(async (error) => {
    await close();
    throw error;
  });

  return {
    display,
    /** A picture of the whole screen. @param {string} path a PNG */
    screenshot: (path) => void run('import', '-window', 'root', path),
    /** Presses keys in the focused window. @param {...string} chords in xdotool's words: 'alt+shift+k', 'Return' */
    press: (...chords) => void run('xdotool', 'key', '--clearmodifiers', ...chords),
    /** @param {string} text */
    type: (text) => void run('xdotool', 'type', '--clearmodifiers', text),
    /** @param {number} x @param {number} y */
    click: (x, y) => void run('xdotool', 'mousemove', String(x), String(y), 'click', '1'),
    close,
  };
}

/** @param {string} name */
function programOf(name) {
  const path = findProgram(name);
  if (!path)
    throw new Error(`${name} is not installed; node tests/support/prepare.mjs says what to do.`);
  return path;
}
