// What an organisation sets for its agents by browser policy: packs, sites, the ticket system, settings, and what is locked.
import * as z from 'zod/mini';
import { packAddress } from './pack-address';
import { policyTicketsSchema } from './policy-tickets';
import { settingsSchema } from './settings';
import { siteSchema } from './site';

const { shape } = settingsSchema;
/** Each as in the settings, but told where it is wrong instead of being its default. */
const policySettingsSchema = z.strictObject({
  language: z.optional(shape.language.def.innerType),
  teamName: z.optional(shape.teamName.def.innerType),
  pulseSeconds: z.optional(shape.pulseSeconds.def.innerType),
  workingHours: z.optional(shape.workingHours.def.innerType),
  quietHours: z.optional(shape.quietHours.def.innerType),
  sound: z.optional(shape.sound.def.innerType),
  warnMinutes: z.optional(shape.warnMinutes.def.innerType),
  chatSeconds: z.optional(shape.chatSeconds.def.innerType),
  mailMinutes: z.optional(shape.mailMinutes.def.innerType),
  retention: z.optional(shape.retention.def.innerType),
  maskAlways: z.optional(shape.maskAlways.def.innerType),
});
export type PolicySetting = keyof z.infer<typeof policySettingsSchema>;
const policySettings = Object.keys(policySettingsSchema.shape) as PolicySetting[]; // Its own keys.

const urlSchema = z.string().check(z.refine((url) => packAddress(url) !== undefined, 'address'));
const originSchema = z
  .string()
  .check(z.refine((url) => URL.canParse(url) && new URL(url).origin === url, 'origin'));

const policyPackSchema = z.strictObject({
  /** Where it is fetched, and looked at daily. */
  url: z.optional(urlSchema),
  /** Or the pack itself, as the text of its file. */
  text: z.optional(z.string().check(z.minLength(1))),
  /** It cannot be switched off, moved or removed. */
  locked: z.optional(z.boolean()),
});
export type PolicyPack = z.infer<typeof policyPackSchema>;

const policySiteSchema = z.strictObject({
  origin: originSchema,
  replyBox: z.optional(z.string()),
  site: z.optional(siteSchema),
  /** It goes before what the agent has shown. */
  locked: z.optional(z.boolean()),
});
export type PolicySite = z.infer<typeof policySiteSchema>;

export const policySchema = z.strictObject({
  packs: z.optional(z.array(policyPackSchema)),
  sites: z.optional(z.array(policySiteSchema)),
  tickets: z.optional(policyTicketsSchema),
  settings: z.optional(policySettingsSchema),
  /** Settings that agents cannot change; one without a value above is locked at its default. */
  locked: z.optional(z.array(z.enum(policySettings))),
});

const faultWhys = ['unknown', 'type', 'value', 'address', 'origin'] as const;

/** What of a policy can be applied: as it is kept for all pages of the extension. */
export const appliedPolicySchema = z.object({
  packs: z.array(policyPackSchema),
  sites: z.array(policySiteSchema),
  tickets: z.optional(policyTicketsSchema),
  settings: z.record(z.string(), z.unknown()),
  locked: z.array(z.string()),
  faults: z.array(z.object({ key: z.string(), why: z.enum(faultWhys), what: z.string() })),
});
export type AppliedPolicy = z.infer<typeof appliedPolicySchema>;
/** `key`: such as `settings.pulseSeconds`; `what`: what should stand there. */
export type PolicyFault = AppliedPolicy['faults'][number];

export const noPolicy: AppliedPolicy = {
  packs: [],
  sites: [],
  settings: {},
  locked: [],
  faults: [],
};

/** Takes what is right of a policy and names what is not. Never throws. */
export function readPolicy(raw: unknown): AppliedPolicy {
  const given = typeof raw === 'object' && raw !== null ? raw : {};
  const faults: PolicyFault[] = [];
  const take = <T>(key: string, schema: z.ZodMiniType<T>, value: unknown): T[] => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return [parsed.data];
    faults.push(...parsed.error.issues.map((issue) => faultOf(key, issue)));
    return [];
  };
  const valueOf = (key: string): unknown => Reflect.get(given, key);
  const list = <T>(key: string, schema: z.ZodMiniType<T>): T[] =>
    take(key, z.optional(z.array(z.unknown())), valueOf(key))
      .flatMap((values) => values ?? [])
      .flatMap((value, at) => take(`${key}[${at}]`, schema, value));
  for (const key of Object.keys(given))
    if (!(key in policySchema.shape)) faults.push({ key, why: 'unknown', what: '' });
  const packs = list('packs', policyPackSchema);
  const sites = list('sites', policySiteSchema);
  const tickets = valueOf('tickets');
  const [ticketSystem] = tickets === undefined ? [] : take('tickets', policyTicketsSchema, tickets);
  const settings = readSettings(valueOf('settings'), take);
  const locked = list('locked', z.enum(policySettings));
  const rest = ticketSystem ? { tickets: ticketSystem } : {};
  return { packs, sites, settings, locked, faults, ...rest };
}

type Take = <T>(key: string, schema: z.ZodMiniType<T>, value: unknown) => T[];

/** One by one: a wrong one leaves the others. */
function readSettings(value: unknown, take: Take): Record<string, unknown> {
  const [all = {}] = take('settings', z.optional(z.record(z.string(), z.unknown())), value);
  const known = Object.entries(all).flatMap(([name, one]) =>
    take('settings', policySettingsSchema, { [name]: one }).map((taken) => Object.entries(taken)),
  );
  return Object.fromEntries(known.flat());
}

function faultOf(under: string, issue: z.core.$ZodIssue): PolicyFault {
  const path = issue.path.map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  const key = `${under}${path.join('')}`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return { key: `${key}.${issue.keys.join(', ')}`, why: 'unknown', what: '' };
    case 'invalid_type':
      return { key, why: 'type', what: issue.expected };
    case 'invalid_value':
      return { key, why: 'value', what: issue.values.join(', ') };
    case 'too_small':
      return { key, why: 'value', what: `≥ ${issue.minimum}` };
    case 'too_big':
      return { key, why: 'value', what: `≤ ${issue.maximum}` };
    case 'custom':
      return { key, why: issue.message === 'address' ? 'address' : 'origin', what: '' };
    default:
      return { key, why: 'type', what: '' };
  }
}
