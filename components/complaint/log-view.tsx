import type { Panel } from '../../lib/panel/panel';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { late } from '../ui/late';
import { t } from '../ui/texts';
import { ComplaintForm } from './complaint-form';
import { ComplaintList } from './complaint-list';
import { ExportLog } from './export-log';

const LateSendTicket = late(async () => (await import('../tickets/send-ticket')).SendTicket);
const LateShareRecord = late(async () => (await import('../record/share-record')).ShareRecord);
const LateShareDraft = late(async () => (await import('./share-draft')).ShareDraft);
const LateDrafted = late(async () => (await import('./drafted-facts')).DraftedFacts);

export function LogView({ panel, onBack }: { panel: Panel; onBack: () => void }) {
  const { complaint, log, packs, language } = panel;
  const categories = packs.categories(language.value);
  const share = {
    titleOf: (category: string) => categories.find(({ id }) => id === category)?.title ?? category,
    copy: (text: string) => void panel.copy(text),
    insert: (text: string) => void panel.put(text),
  };
  return (
    <>
      <div class="actions">
        <Button kind="quiet" onClick={onBack} hotkey="Esc">
          {t('guideBack')}
        </Button>
      </div>
      <h2>{t('complaint')}</h2>
      {complaint.count.value > 1 && (
        <Choice
          label={t('roundOf')}
          value={String(complaint.chosen.value)}
          options={Array.from({ length: complaint.count.value }, (_, index) => ({
            value: String(index),
            title: t('roundNow', index + 1),
          }))}
          onChoose={(index) => complaint.choose(Number(index))}
        />
      )}
      <ComplaintForm
        form={complaint.form.value}
        categories={categories}
        onEdit={complaint.edit}
        onSave={() => void complaint.save()}
      />
      <LateDrafted also={complaint.also.value} />
      <LateShareDraft form={complaint.form.value} also={complaint.also.value} {...share} />
      <h2>{t('newest')}</h2>
      <ComplaintList
        complaints={log.newest.value}
        empty={t('logEmpty')}
        under={(saved) => (
          <div class="complaint-verbs">
            {panel.tickets.value && (
              <LateSendTicket tickets={panel.tickets.value} complaint={saved} />
            )}
            <LateShareRecord complaint={saved} {...share} />
          </div>
        )}
      />
      {log.newest.value.length > 0 && (
        <ExportLog
          exporting={log.exporting.value}
          onExport={(mask) => void log.exportAll(mask)}
          onStop={log.cancelExport}
        />
      )}
    </>
  );
}
