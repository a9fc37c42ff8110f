import { useSignal } from '@preact/signals';
import type { Complaint } from '../../lib/domain/complaint';
import { cleanAddress, isOpenOnTheWay } from '../../lib/domain/ticket';
import type { TicketField, TicketRequest, TicketSystem } from '../../lib/domain/ticket';
import type { ConnectionForm, Tickets, Told } from '../../lib/panel/tickets';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { Locked } from '../ui/locked';
import { SecretField } from '../ui/secret-field';
import { MaskChoice } from '../ui/mask-choice';
import { t } from '../ui/texts';
import { FieldMapping } from './field-mapping';
import { whyText } from './ticket-texts';

type ConnectionEditorProps = { tickets: Tickets; newest: Complaint | undefined };

/** The form of a connection, with the request that it makes of the newest complaint. */
export function ConnectionEditor({ tickets, newest }: ConnectionEditorProps) {
  const kept = tickets.connection.value;
  const isLocked = kept?.locked !== undefined;
  const form = useSignal<ConnectionForm>(
    kept ? { ...kept, secrets: {} } : blank(tickets.systems[0]),
  );
  const system = tickets.systems.find(({ id }) => id === form.value.system);
  const change = (more: Partial<ConnectionForm>) => (form.value = { ...form.value, ...more });
  const address = cleanAddress(form.value.address);
  const told = tickets.told.value;
  const request = newest && tickets.preview(form.value, newest);
  return (
    <div class="settings">
      <Locked is={isLocked}>
        <Choice
          label={t('ticketSystem')}
          value={form.value.system}
          options={tickets.systems.map(({ id, name }) => ({ value: id, title: name }))}
          onChoose={(id) => (form.value = blank(tickets.systems.find((each) => each.id === id)))}
        />
        <Field
          label={t('ticketAddress')}
          value={form.value.address}
          hint={t('ticketAddressHint', system?.address ?? '')}
          onInput={(typed) => change({ address: typed })}
        />
      </Locked>
      {address !== undefined && isOpenOnTheWay(address) && <p class="due">{t('ticketOpenWay')}</p>}
      {system?.fields.map((field) => (
        <Locked key={field.id} is={kept?.locked?.includes(field.id) === true}>
          <OneField
            field={field}
            form={form.value}
            isKept={kept?.system === system.id && kept.address === address}
            onChange={change}
          />
        </Locked>
      ))}
      <Locked is={isLocked}>
        <MaskChoice masked={form.value.mask} onChange={(mask) => change({ mask })} />
        <FieldMapping
          rows={form.value.mapping ?? []}
          onChange={(mapping) => change({ mapping: [...mapping] })}
        />
      </Locked>
      <div class="actions">
        <Button kind="main" onClick={() => void tickets.save(form.value)}>
          {t('ticketSave')}
        </Button>
      </div>
      <p role="status" class={told && isTrouble(told) ? 'due' : undefined}>
        {told && toldText(told)}
      </p>
      {request && <Preview request={request} />}
    </div>
  );
}

type OneFieldProps = {
  field: TicketField;
  form: ConnectionForm;
  /** Secrets of this connection are kept already. */
  isKept: boolean;
  onChange: (more: Partial<ConnectionForm>) => void;
};

function OneField({ field, form, isKept, onChange }: OneFieldProps) {
  const { id, label, secret = false, lines = 1, check = false } = field;
  const of = secret ? form.secrets : form.fields;
  const put = (value: string) =>
    onChange(secret ? { secrets: { ...of, [id]: value } } : { fields: { ...of, [id]: value } });
  const shared = { label: t(label), value: of[id] ?? '', onInput: put };
  const hint = secret && isKept ? t('ticketSecretKept') : '';
  if (check) {
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={shared.value === 'yes'}
          onChange={(event) => put(event.currentTarget.checked ? 'yes' : '')}
        />
        {shared.label}
      </label>
    );
  }
  if (secret && lines === 1) return <SecretField {...shared} hint={hint} />;
  return <Field {...shared} lines={lines} hint={hint} />;
}

/** The very request, its secrets hidden. */
function Preview({ request }: { request: TicketRequest }) {
  const { method, url, headers, body = '', sign } = request;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const signed = sign ? [`${sign.header}: sha256=…`] : [];
  return (
    <details class="preview">
      <summary>{t('ticketPreview')}</summary>
      <pre>{[`${method} ${url}`, ...lines, ...signed, '', body].join('\n')}</pre>
    </details>
  );
}

function blank(system: TicketSystem | undefined): ConnectionForm {
  const { id = '', fields = [] } = system ?? {};
  const open = fields.filter(({ secret }) => secret !== true);
  return {
    system: id,
    address: '',
    fields: Object.fromEntries(open.map((field) => [field.id, field.initial])),
    secrets: {},
    mask: true,
  };
}

function isTrouble({ is }: Told): boolean {
  return is !== 'saved' && is !== 'testing';
}

function toldText(told: Told): string {
  switch (told.is) {
    case 'testing':
      return t('ticketTesting');
    case 'saved':
      return t('ticketSaved');
    case 'no-address':
      return t('ticketNoAddress');
    case 'not-permitted':
      return t('ticketNotPermitted');
    case 'fault':
      return t(told.text);
    case 'failed':
      return whyText(told.why, told.said);
  }
}
