// The pack format, version 1: phrases, cues, rewrites, refusals, procedures and pick lists as data. Built-in packs use exactly this.
import * as z from 'zod/mini';
import {
  fragmentSchema,
  locksSchema,
  nameSchema,
  packSiteSchema,
  phraseVariantsSchema,
  pickListSchema,
  slotPromptsSchema,
} from './pack-house';
import {
  daySchema,
  findSchema,
  idSchema,
  lineSchema,
  ruleSchema,
  signatureSchema,
  versionSchema,
} from './pack-words';
import { momentIds, subStepIds } from './step';

/** Ids of the same kind, in packs of the same language below this one, whose place this takes. */
const replacesSchema = z.optional(z.array(idSchema).check(z.minLength(1)));
export const languageSchema = z.enum(['en', 'zh-CN']);
export type Language = z.infer<typeof languageSchema>;

export const emotionSchema = z.enum([
  'angry',
  'anxious',
  'disappointed',
  'sad',
  'neutral',
  'positive',
]);
export type Emotion = z.infer<typeof emotionSchema>;

/** What a phrase is for: a sub-step of the five steps, or a moment outside them. */
export const placeSchema = z.enum([...subStepIds, ...momentIds]);
export type Place = z.infer<typeof placeSchema>;

/** What there is to ask (Q1), in the order in which it is best asked. */
export const interrogativeSchema = z.enum(['what', 'when', 'where', 'who', 'how', 'why']);
export type Interrogative = z.infer<typeof interrogativeSchema>;

export const phraseSchema = z.strictObject({
  id: idSchema,
  /** May hold slots, `{customer}`, `{minutes:5}`, and fragments: `{>sign-off}`. */
  text: lineSchema,
  places: z.array(placeSchema).check(z.minLength(1)),
  emotions: z.optional(z.array(emotionSchema)),
  categories: z.optional(z.array(idSchema)),
  shortcut: z.optional(idSchema),
  /** For the agent, shown below the phrase: when to say it, what to do first. */
  note: z.optional(lineSchema),
  slots: z.optional(slotPromptsSchema),
  variants: z.optional(phraseVariantsSchema),
  /** What an open question asks for (Q1): it is not asked again once the customer has told it. */
  asks: z.optional(interrogativeSchema),
  /** Doctrine rules that the phrase carries, such as `L5`. */
  rules: z.optional(z.array(ruleSchema)),
  /** Offered from this day on, and up to and including that one. */
  from: z.optional(daySchema),
  until: z.optional(daySchema),
  replaces: replacesSchema,
});
export type Phrase = z.infer<typeof phraseSchema>;

/** What puts somebody in danger or the organisation before others (doctrine X1): harm, a court, the press. */
export const threatSchema = z.enum(['threat.self-harm', 'threat.violence', 'threat.legal']);
export type Threat = z.infer<typeof threatSchema>;

/** What a cue means: the agent did a sub-step or said no, promised, handed over; the customer feels, tells or answers. */
export const meaningSchema = z.enum([
  ...subStepIds,
  ...momentIds,
  'refuse',
  'promise',
  'transfer',
  ...emotionSchema.options,
  'agrees',
  'refuses',
  'complains', // something went wrong, with or without a feeling
  'asks', // told by grammar, not by cues
  'adds', // brings facts that were not there before
  'another', // begins another matter
  'about', // names what it is about: a category of the pack
  ...threatSchema.options,
]);
export type Meaning = z.infer<typeof meaningSchema>;

export const cueSchema = z.strictObject({
  means: meaningSchema,
  side: z.enum(['customer', 'agent']),
  /** Letters match whole words, Chinese matches anywhere. */
  words: z.array(findSchema).check(z.minLength(1)),
  /** What takes the words back where it stands around them: "don't worry" for "worry". */
  unless: z.optional(z.array(findSchema)),
  /** Counts in a question alone, or in what is not one: "shall I send a new one?" offers, "I can send it" too. */
  only: z.optional(z.enum(['question', 'statement'])),
  /** Counts at the beginning of a clause alone ("try another cable", not "we try"), or in the first of the message. */
  start: z.optional(z.enum(['clause', 'message'])),
  /** Counts only where the sentence repeats words of the customer: "so you …" says back, or says anything. */
  echo: z.optional(z.boolean()),
  /** A meaning is told from a sum of 2 on, which is what a cue has without this: hints of 1 need each other. */
  weight: z.optional(z.int().check(z.gte(1), z.lte(4))),
});
export type Cue = z.infer<typeof cueSchema>;

/**
 * How a sentence of the customer's is told: something that happened, an opinion, what was promised to them before, or
 * the answer to an open question. Times are told by grammar, not by words.
 */
const signSchema = z.strictObject({
  is: z.enum(['promised', 'happened', 'opinion', 'where', 'who', 'how', 'why']),
  words: z.array(findSchema).check(z.minLength(1)),
});
export type Sign = z.infer<typeof signSchema>;

/** What a frame says: a restatement around `{story}`, its details, and the sentences of a proposal (W9). */
export const frameUseSchema = z.enum([
  'restate',
  'order',
  'amount',
  'when',
  'basis',
  'option',
  'first',
  'second',
  'third',
  'immediate',
  'permanent',
  'choice',
  'agree',
]);
export type FrameUse = z.infer<typeof frameUseSchema>;

/** A sentence around words of the agent or the customer. Of several, the first whose slots can all be filled is said. */
const frameSchema = z.strictObject({
  id: idSchema,
  for: frameUseSchema,
  text: lineSchema,
  replaces: replacesSchema,
});
export type Frame = z.infer<typeof frameSchema>;

/** Where in a sentence a wording may stand: see lib/domain/rewrite.ts. */
const wordingSchema = z.strictObject({
  /**
   * Written as it stands in mid-sentence: `could you please …?`. An ellipsis is what stood in the gap of the find, or
   * the rest of the sentence; an end mark replaces everything up to the sentence's own; `{I|we}` is whichever of them
   * stands in the flagged words, otherwise the first.
   */
  text: lineSchema,
  /** `start`: opens a sentence of its own; `clause` (if not given): opens a clause; `anywhere`. */
  where: z.optional(z.enum(['start', 'clause', 'anywhere'])),
  /** What must come behind the flagged words for this to be grammatical; if not given, anything. */
  follows: z.optional(z.enum(['verb', 'noun', 'words', 'end'])),
});
export type Wording = z.infer<typeof wordingSchema>;

/** Words that are better said another way, and how. */
export const rewriteSchema = z.strictObject({
  id: idSchema,
  /** The doctrine's rule that the words break; the interface has a line for each. */
  rule: ruleSchema,
  words: z.array(findSchema).check(z.minLength(1)),
  unless: z.optional(z.array(findSchema)),
  /** The line shown with the words, in the pack's language; otherwise the interface's line for the rule. */
  reason: z.optional(lineSchema),
  /** True: a question is not meant ("do you have to", "您要退货吗"). */
  stated: z.optional(z.boolean()),
  /** True: only where the words are a sentence by themselves, such as a bare "No." */
  alone: z.optional(z.boolean()),
  /** Not pointed out once this is done: a fault may be admitted when the facts are known (B2). */
  until: z.optional(z.enum(subStepIds)),
  /** The best first. None: the words are shown without another wording. */
  to: z.array(wordingSchema),
  replaces: replacesSchema,
});
export type Rewrite = z.infer<typeof rewriteSchema>;

/** The three layers of a refusal, in their order (S1, S2, S3). */
export const layerSchema = z.enum(['affirm', 'explain', 'offer']);
export type Layer = z.infer<typeof layerSchema>;

/** One layer's words in a refusal: whole sentences, which may hold slots as phrases do. */
const refusalBlockSchema = z.strictObject({
  id: idSchema,
  layer: layerSchema,
  text: lineSchema,
  categories: z.optional(z.array(idSchema)),
  replaces: replacesSchema,
});
export type RefusalBlock = z.infer<typeof refusalBlockSchema>;

/** What the organisation does when a threat is made (X1). A team's own takes the place of the built-in one. */
export const procedureSchema = z.strictObject({
  id: idSchema,
  threat: threatSchema,
  title: lineSchema,
  /** For the agent, in their order. */
  steps: z.array(lineSchema).check(z.minLength(1), z.maxLength(12)),
  contacts: z.optional(z.array(z.strictObject({ name: lineSchema, how: lineSchema }))),
  /** One calm line to the customer. It holds no slots: nothing is asked for in such a moment. */
  say: lineSchema.check(z.regex(/^[^{}]*$/, 'no-slots')),
  replaces: replacesSchema,
});
export type Procedure = z.infer<typeof procedureSchema>;

/** What a complaint can be about. `finds`: the customer's words that tell it. */
export const categorySchema = z.strictObject({
  id: idSchema,
  title: lineSchema,
  finds: z.optional(z.array(findSchema)),
});
export type Category = z.infer<typeof categorySchema>;

/** A word that only the house understands, and what to say instead (W5). */
export const houseWordSchema = z.strictObject({ words: findSchema, plain: lineSchema });

const mostTests = z.maxLength(1000);

/**
 * What a pack must do, tried before it is used: drafts with the rules that they break, and messages with what they mean.
 * Of those named, each must be found; where none is named, none may be.
 */
const packTestsSchema = z.strictObject({
  drafts: z.optional(
    z.array(z.strictObject({ text: lineSchema, flagged: z.array(ruleSchema) })).check(mostTests),
  ),
  messages: z.optional(
    z
      .array(
        z.strictObject({
          text: lineSchema,
          side: z.enum(['customer', 'agent']),
          means: z.array(meaningSchema),
        }),
      )
      .check(mostTests),
  ),
});

/** What the packs below this one have, and this language does without. */
const hidesSchema = z.partial(
  z.strictObject({
    phrases: z.array(idSchema),
    rewrites: z.array(idSchema),
    refusals: z.array(idSchema),
    procedures: z.array(idSchema),
    frames: z.array(idSchema),
    categories: z.array(idSchema),
    sites: z.array(idSchema),
  }),
);

export const packFormat = 1;

export const packSchema = z.strictObject({
  /** For editors, which offer what public/pack.schema.json names. */
  $schema: z.optional(z.string().check(z.maxLength(2000))),
  format: z.literal(packFormat),
  id: idSchema,
  version: versionSchema,
  title: lineSchema,
  language: languageSchema,
  licence: z.optional(lineSchema),
  authors: z.optional(z.array(lineSchema)),
  categories: z.optional(z.array(categorySchema)),
  /** Pick lists for other fields of a complaint. */
  lists: z.optional(z.array(pickListSchema)),
  phrases: z.array(phraseSchema).check(z.maxLength(20_000)),
  fragments: z.optional(z.array(fragmentSchema).check(z.maxLength(2000))),
  cues: z.optional(z.array(cueSchema)),
  rewrites: z.optional(z.array(rewriteSchema)),
  houseWords: z.optional(z.array(houseWordSchema)),
  names: z.optional(z.array(nameSchema).check(z.maxLength(500))),
  refusals: z.optional(z.array(refusalBlockSchema)),
  procedures: z.optional(z.array(procedureSchema)),
  signs: z.optional(z.array(signSchema)),
  frames: z.optional(z.array(frameSchema)),
  sites: z.optional(z.array(packSiteSchema).check(z.maxLength(50))),
  hides: z.optional(hidesSchema),
  locks: z.optional(locksSchema),
  tests: z.optional(packTestsSchema),
  /** Base64 of an Ed25519 key and of its signature over this file without the value: lib/domain/pack-signature.ts. */
  signature: z.optional(signatureSchema),
});
export type Pack = z.infer<typeof packSchema>;
