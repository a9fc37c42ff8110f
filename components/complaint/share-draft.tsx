import { newComplaint } from '../../lib/domain/new-complaint';
import type { ComplaintForm } from '../../lib/domain/complaint';
import type { Also } from '../../lib/panel/complaint';
import { ShareRecord } from '../record/share-record';
import type { ShareRecordProps } from '../record/share-record';

type ShareDraftProps = Omit<ShareRecordProps, 'complaint'> & { form: ComplaintForm; also: Also };

const nowhere = { channel: '', receivedAt: 0 };
const unkept = { id: '', number: 0, at: 0 };

/** What is in the form as text, before it is in the log. */
export function ShareDraft({ form, also, ...share }: ShareDraftProps) {
  return <ShareRecord complaint={newComplaint({ ...also, ...form }, nowhere, unkept)} {...share} />;
}
