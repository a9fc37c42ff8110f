import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { mostOptions, noOption } from '../../lib/domain/plan';
import type { PlanOption } from '../../lib/domain/plan';
import type { HelpStore } from '../../lib/panel/help';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Key } from '../ui/key';
import { t } from '../ui/texts';

type PlanHelpProps = { help: HelpStore; writing: Signal<'note' | 'plan' | undefined> };

/** Conclusion, basis, ways with their times, and both solutions, as one text (W9, W2, P1). */
export function PlanHelp({ help, writing }: PlanHelpProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const plan = help.plan.value;
  const wanted = writing.value === 'plan';
  useLayoutEffect(() => {
    if (!wanted || !details.current) return;
    details.current.open = true;
    details.current.querySelector('input')?.focus();
    writing.value = undefined;
  }, [wanted, writing]);
  const editOption = (at: number, change: Partial<PlanOption>) =>
    help.edit({
      options: plan.options.map((each, index) => (index === at ? { ...each, ...change } : each)),
    });
  return (
    <details ref={details} class="help plan" open={help.proposal.peek() !== ''}>
      <summary>
        {t('planTitle')} <Key name="T" />
      </summary>
      <form
        aria-label={t('planTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          void help.propose();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void help.propose();
        }}
      >
        <Field
          label={t('planConclusion')}
          value={plan.conclusion}
          onInput={(conclusion) => help.edit({ conclusion })}
        />
        <Field
          label={t('planBasis')}
          value={plan.basis}
          onInput={(basis) => help.edit({ basis })}
        />
        {plan.options.map((option, at) => (
          <fieldset key={at}>
            <legend>{t('planOption', at + 1)}</legend>
            <Field
              label={t('planWhat')}
              value={option.what}
              onInput={(what) => editOption(at, { what })}
            />
            <Field
              label={t('planReason')}
              value={option.reason}
              onInput={(reason) => editOption(at, { reason })}
            />
            <Field label={t('planBy')} value={option.by} onInput={(by) => editOption(at, { by })} />
          </fieldset>
        ))}
        {plan.options.length < mostOptions && (
          <button
            type="button"
            class="link"
            onClick={() => help.edit({ options: [...plan.options, noOption] })}
          >
            {t('planMore')}
          </button>
        )}
        <Field
          label={t('immediate')}
          value={plan.immediate}
          onInput={(immediate) => help.edit({ immediate })}
        />
        <Field
          label={t('permanent')}
          value={plan.permanent}
          onInput={(permanent) => help.edit({ permanent })}
        />
        {help.proposal.value !== '' && <p class="preview">{help.proposal.value}</p>}
        <Button kind="main" type="submit" hotkey="↵" disabled={help.proposal.value === ''}>
          {t('insert')}
        </Button>
      </form>
    </details>
  );
}
