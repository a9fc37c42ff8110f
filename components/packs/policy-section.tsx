import type { AppliedPolicy, PolicyFault } from '../../lib/domain/policy';
import type { PackShelf } from '../../lib/panel/pack-shelf';
import type { MissingPack } from '../../lib/panel/policy-packs';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { headline } from './pack-review-card';

/** What is wrong with the organisation's policy, each by its key; the rest of it applies. */
export function PolicyFaults({ policy }: { policy: AppliedPolicy }) {
  if (policy.faults.length === 0) return null;
  return (
    <div role="status">
      <p class="due">{t('policyFaults')}</p>
      <ul class="faults">
        {policy.faults.map((fault) => (
          <li key={`${fault.key} ${fault.why}`}>{policyFaultText(fault)}</li>
        ))}
      </ul>
    </div>
  );
}

const texts = {
  unknown: 'policyFault_unknown',
  type: 'policyFault_type',
  value: 'policyFault_value',
  address: 'policyFault_address',
  origin: 'policyFault_origin',
} as const;

function policyFaultText({ key, why, what }: PolicyFault): string {
  return t(texts[why], key, what);
}

/** Packs that the policy names and that are not there yet. */
export function MissingPacks({ shelf }: { shelf: PackShelf }) {
  const missing = shelf.policy.missing.value;
  if (missing.length === 0) return null;
  return (
    <section role="status">
      <h2>{t('policyPacksMissing')}</h2>
      <ul>
        {missing.map((one) => (
          <MissingLine key={one.name} shelf={shelf} one={one} />
        ))}
      </ul>
    </section>
  );
}

function MissingLine({ shelf, one }: { shelf: PackShelf; one: MissingPack }) {
  const { name, url } = one;
  return (
    <li class="row">
      <span>{one.is === 'waits' ? t('policyPackWaits', name) : headline(one.state)}</span>
      {url !== undefined && (
        <Button onClick={() => void shelf.takeFromPolicy(url)}>{t('policyPackAllow')}</Button>
      )}
    </li>
  );
}
