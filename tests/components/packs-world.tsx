// The Desk's page of packs over a real log; what the network would say is given.
import { signal } from '@preact/signals';
import { render } from 'preact';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PacksPage } from '../../components/packs/packs-page';
import { NoticeLine } from '../../components/panel/notice-line';
import { speak } from '../../components/ui/texts';
import { isSelector } from '../../lib/browser/is-selector';
import { openMemory } from '../../lib/data/memory';
import { admitPack } from '../../lib/domain/admit-pack';
import type { Look } from '../../lib/domain/kept-pack';
import type { Language } from '../../lib/domain/pack';
import { signerOf } from '../../lib/domain/pack-signature';
import { compareTexts, parsePacks, reviewLayers } from '../../lib/domain/review-layers';
import type { Fetched } from '../../lib/packs/fetch-pack';
import { digestOf } from '../../lib/packs/load-packs';
import { textOfFile } from '../../lib/packs/text-of-file';
import type { MemoryState } from '../../lib/panel/live';
import { createNotices } from '../../lib/panel/notices';
import { createPackShelf } from '../../lib/panel/pack-shelf';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import englishPack from '../../public/packs/en.json';
import chinesePack from '../../public/packs/zh-cn.json';
import '../../components/desk/desk.css';

export const builtIn = [englishPack, chinesePack].map((pack) => JSON.stringify(pack));
export const url = 'https://team.example/north.json';
/** The page on an empty screen, in a language; whether the browser would allow an address. */
export async function showPacks({
  language = 'en',
  allowed = true,
}: { language?: Language; allowed?: boolean } = {}) {
  const root = document.createElement('main');
  root.className = 'desk';
  document.body.replaceChildren(root);
  document.title = 'Desk';
  speak(language, language === 'en' ? english : chinese);
  document.documentElement.lang = language;
  const name = `shelf-${crypto.randomUUID()}`;
  const opened = await openMemory({ now: () => 1e12, createId: () => 'x', indexedDB, name });
  const memory = signal<MemoryState>({ is: 'opened', ...opened });
  const nobody = { is: 'failed', why: 'offline', what: '' } as const;
  const net: { fetched: Fetched; look: Look } = { fetched: nobody, look: nobody };
  const saved: { name: string; text: Promise<string> }[] = [];
  const drafts: number[] = [];
  const notices = createNotices();
  const shelf = createPackShelf({
    memory,
    notices,
    readBuiltIn: async () => builtIn,
    admit: async (asked, onProgress) => ({
      ...admitPack({ ...asked, builtIn: parsePacks(asked.builtIn), onProgress }),
      signer: await signerOf(asked.text, crypto.subtle),
    }),
    compare: async ({ before, after }) => compareTexts(before, after),
    reviewLayers: async (texts) => reviewLayers(texts),
    digest: digestOf,
    isSelector,
    textOfFile,
    fetchPack: async () => net.fetched,
    lookAt: async () => net.look,
    allow: async () => allowed,
    saveFile: (file, as) => saved.push({ name: as, text: file.text() }),
    goToDraft: (id) => drafts.push(id),
    policy: { missing: signal([]), apply: async () => {} },
  });
  render(
    <>
      <h1>Desk</h1>
      <PacksPage shelf={shelf} />
      <NoticeLine notices={notices} />
    </>,
    root,
  );
  await expect.element(page.getByText('Composure, English').first()).toBeVisible();
  return { shelf, net, saved, memory, drafts, root };
}

export const choose = (text: string, name = 'north.json') =>
  userEvent.upload(
    document.querySelector('.settings input[type="file"]') ?? document.body,
    new File([text], name),
  );
export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const phrase = (id: string, text: string) => ({ id, text, places: ['greet'] });
