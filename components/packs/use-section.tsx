import { useSignal } from '@preact/signals';
import type { UsedPhrase } from '../../lib/domain/use-counts';
import type { PackShelf } from '../../lib/panel/pack-shelf';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { FileButton } from '../ui/file-button';
import { t } from '../ui/texts';

const shownAtOnce = 50;

/** What is used of a pack and what is not, by this browser or by a team. */
export function UseSection({ shelf }: { shelf: PackShelf }) {
  const { uses } = shelf;
  const id = useSignal('');
  const packs = [...shelf.rows.value, ...shelf.builtIn.value];
  const choose = (chosen: string) => {
    id.value = chosen;
    void uses.show(chosen === '' ? undefined : chosen);
  };
  return (
    <section class="uses">
      <h2>{t('usesTitle')}</h2>
      <p class="hint">{t('usesIntro')}</p>
      <div class="actions">
        <Button onClick={uses.save}>{t('usesSave')}</Button>
        <FileButton
          label={t('usesRead')}
          accept=".json,application/json"
          multiple
          onFiles={(files) => void uses.readFiles(files)}
        />
      </div>
      <Choice
        label={t('usesOf')}
        value={id.value}
        options={[
          { value: '', title: '–' },
          ...packs.map((pack) => ({ value: pack.id, title: pack.title })),
        ]}
        onChoose={choose}
      />
      <div role="status">
        {uses.unread.value.length > 0 && (
          <p class="due">{t('usesUnread', uses.unread.value.join(', '))}</p>
        )}
        {uses.files.value.length > 0 && (
          <p>
            {t('usesFiles', uses.files.value.length)}{' '}
            <button type="button" class="link" onClick={uses.leaveFiles}>
              {t('usesOwn')}
            </button>
          </p>
        )}
      </div>
      {uses.shown.value && <UseTable {...uses.shown.value} />}
    </section>
  );
}

function UseTable({ title, phrases }: { title: string; phrases: readonly UsedPhrase[] }) {
  const shown = useSignal(shownAtOnce);
  const unused = phrases.filter(({ inserted }) => inserted === 0).length;
  const left = phrases.length - shown.value;
  return (
    <>
      <p>{t('usesCount', phrases.length - unused, unused)}</p>
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('usesPhrase')}</th>
            <th scope="col">{t('usesInserted')}</th>
            <th scope="col">{t('usesEdited')}</th>
            <th scope="col">{t('usesDropped')}</th>
          </tr>
        </thead>
        <tbody>
          {phrases.slice(0, shown.value).map(({ phrase, text, inserted, edited, dropped }) => (
            <tr key={phrase} class={inserted === 0 ? 'empty' : undefined}>
              <td dir="auto">{text}</td>
              <td class="number">{inserted}</td>
              <td class="number">{edited}</td>
              <td class="number">{dropped}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" class="link" onClick={() => (shown.value += 10 * shownAtOnce)}>
          {t('packMore', left)}
        </button>
      )}
    </>
  );
}
