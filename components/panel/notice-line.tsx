import { longestWords } from '../../lib/domain/complaint-form';
import type { InsertFailure } from '../../lib/domain/reply';
import type { Notice, Notices } from '../../lib/panel/notices';
import { ruleText } from '../draft/rule-text';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const failures: Record<InsertFailure, TextKey> = {
  'no-reply-box': 'insert_no_reply_box',
  'read-only': 'insert_read_only',
  gone: 'insert_gone',
  rejected: 'insert_rejected',
  composing: 'insert_composing',
  moved: 'insert_moved',
  disconnected: 'insert_disconnected',
};

/** What just happened, with undo where there is one. Announced politely. */
export function NoticeLine({ notices }: { notices: Notices }) {
  const notice = notices.current.value;
  return (
    <div class="notice" role="status">
      {notice && (
        <div class="notice-line">
          <p>{noticeText(notice)}</p>
          {notice.undo && (
            <Button onClick={notice.undo} hotkey="Z">
              {t('undo')}
            </Button>
          )}
          <Button kind="quiet" onClick={notices.dismiss}>
            {t('dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}

function noticeText({ about, text = '', why = '' }: Notice): string {
  switch (about) {
    case 'inserted':
      return t('noticeInserted');
    case 'copied-instead':
      return t('noticeCopied', failureText(why));
    case 'not-inserted':
      return t('noticeNotInserted', failureText(why), text);
    case 'reworded':
      return t('noticeReworded');
    case 'not-undone':
      return t('noticeNotUndone', failureText(why));
    case 'hint-dismissed':
      return t('noticeHintDismissed', text);
    case 'hint-silenced':
      return t('noticeHintSilenced', text);
    case 'hint-not-silenced':
      return t('noticeHintNotSilenced', why);
    case 'rule-quiet':
      return t('noticeRuleQuiet', ruleText(text));
    case 'news-dismissed':
      return t('noticeNewsDismissed');
    case 'round':
      return t('noticeRound');
    case 'threat-read':
      return t('noticeThreatRead');
    case 'threat-dismissed':
      return t('noticeThreatDismissed', text);
    case 'debriefed':
      return t('noticeDebriefed');
    case 'handed-over':
      return t(why === 'copied' ? 'noticeHandOverCopied' : 'noticeHandOverInserted', text);
    case 'note-dropped':
      return t('noticeNoteDropped', text);
    case 'saved':
      return t('noticeSaved', text);
    case 'not-saved':
      return notSavedText(why);
    case 'removed':
      return t('noticeRemoved', text);
    case 'exported':
      return t('noticeExported', text);
    case 'export-cancelled':
      return t('noticeExportCancelled');
    case 'export-failed':
      return t('noticeExportFailed', why);
    case 'hold-not-stored':
      return t('holdNotStarted');
    case 'hold-over':
      return t('noticeHoldOver', ...text.split('|'));
    case 'time-not-stored':
      return t('noticeTimeNotStored');
    case 'promise-made':
      return t('noticePromiseMade');
    case 'promise-kept':
      return t('noticePromiseKept');
    case 'promise-broken':
      return t('noticePromiseBroken');
    case 'promise-dropped':
      return t('noticePromiseDropped');
    case 'promise-renewed':
      return t('noticePromiseRenewed');
    case 'promise-lapsed':
      return t('noticePromiseLapsed');
    case 'promise-left':
      return t('noticePromiseLeft');
    case 'follow-up-next':
      return t('noticeFollowUpNext');
    case 'no-place':
      return t('noticeNoPlace');
    case 'box-chosen':
      return t('noticeBoxChosen');
    case 'page-taught':
      return t('noticePageTaught');
    case 'pack-removed':
      return t('noticePackRemoved', text);
    case 'pack-offered':
      return t('noticePackOffered', ...text.split('|'));
    case 'copied':
      return t('noticeTextCopied');
    case 'told':
      return text;
  }
}

function failureText(why: string): string {
  return why in failures ? t(failures[why as InsertFailure]) : ''; // `in` just told that it is one.
}

function notSavedText(why: string): string {
  if (why === 'what-missing') return t('noticeNotSavedWhat');
  if (why === 'too-long') return t('noticeNotSavedLong', longestWords);
  if (why === 'QuotaExceededError') return t('noticeNotSavedFull');
  return why === 'no-memory' ? t('noticeNotSavedMemory') : t('noticeNotSaved', why);
}
