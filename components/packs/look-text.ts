import type { LookFailure } from '../../lib/domain/kept-pack';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

type Why = LookFailure | 'no-address' | 'not-permitted' | 'not-kept';

const texts: Record<Why, TextKey> = {
  'no-address': 'packLook_no_address',
  'not-permitted': 'packLook_not_permitted',
  'not-kept': 'packLook_not_kept',
  'not-allowed': 'packLook_not_allowed',
  offline: 'packLook_offline',
  forwarded: 'packLook_forwarded',
  status: 'packLook_status',
  'too-big': 'packLook_too_big',
  'too-slow': 'packLook_too_slow',
  'not-a-pack': 'packLook_not_a_pack',
  'another-pack': 'packLook_another_pack',
  backwards: 'packLook_backwards',
  'same-version': 'packLook_same_version',
  'bad-signature': 'packLook_bad_signature',
  unsigned: 'packLook_unsigned',
  'another-key': 'packLook_another_key',
  'no-ed25519': 'packLook_no_ed25519',
};

/** Somebody else may have written it: told in the colour of alarms. */
export function isAlarm({ why }: { why: Why }): boolean {
  return why === 'bad-signature' || why === 'unsigned' || why === 'another-key';
}

/** Why an address gave no pack, and what to do about it. */
export function lookText({ why, what }: { why: Why; what: string }): string {
  return t(texts[why], what);
}
