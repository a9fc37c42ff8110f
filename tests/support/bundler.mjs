// Which Bundler finds the gems that Debian brings: the one that Debian packages.
import { spawnSync } from 'node:child_process';

/**
 * Environment for Debian's programs in Ruby. A security update of Ruby brings a newer Bundler with it, which takes
 * Debian's gems for deleted, so that Redmine can neither be installed nor run with it (Debian 12 with Ruby 3.1.7, seen
 * 2026-11-22).
 * @returns {Record<string, string>}
 */
export function debianBundler() {
  const { stdout } = spawnSync('apt-cache', ['show', '--no-all-versions', 'ruby-bundler'], {
    encoding: 'utf8',
  });
  // Where there is no such program there is no text: null, which no version is found in.
  const [, version] = /^Version: ([\d.]+)/m.exec(stdout) ?? [];
  return version === undefined ? {} : { BUNDLER_VERSION: version };
}
