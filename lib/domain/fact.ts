// The facts in the customer's own words: order number, amount, and when it happened.
import { remember } from '../text/remember';
import { findTimes } from './time-words';

/** As the customer wrote them; undefined where they named none. */
export type Facts = { order?: string; amount?: string; when?: string };

const orderWords =
  /\b(?:order|parcel|tracking|booking|reservation|ticket|invoice|case|reference|ref|confirmation|shipment)\s*(?:number|no\.?|nr\.?|id|code)?\s*(?:is|was|:|：)?\s*#?\s*([A-Za-z]{0,5}-?\d[\dA-Za-z-]{2,23})\b|(?:订单|单号|运单|快递单|工单|预订|预定|发票|流水|编号)(?:号码|号|编号)?\s*(?:是|为|:|：)?\s*#?\s*([A-Za-z]{0,5}-?\d[\dA-Za-z-]{2,23})|(?:^|[\s(（，,])#\s?([A-Za-z]{0,5}-?\d[\dA-Za-z-]{2,23})|\b([A-Z]{2,5}-?\d{4,20})\b/iu;

const amountWords =
  /[¥￥$€£]\s?\d[\d,]*(?:\.\d{1,2})?|\b\d[\d,]*(?:\.\d{1,2})?\s?(?:dollars?|euros?|pounds?|bucks|yuan|USD|EUR|GBP|RMB|CNY)\b|\d[\d,]*(?:\.\d{1,2})?\s?(?:元|块钱|块|万元|美元|欧元)/iu;

const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const count =
  '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|a couple of)';
// What has passed; what is still to come findTimes knows.
const passedWords = new RegExp(
  `\\b(?:(?:since|on|last|this|from) )?(?:${weekday}(?: (?:morning|afternoon|evening|night))?)\\b|\\b(?:yesterday|the day before yesterday|last (?:night|week|weekend|month|year)|this (?:morning|afternoon|evening))\\b|\\b${count} (?:minutes|hours?|days?|weeks?|months?|years?) ago\\b|\\b(?:for|since) (?:over |more than |almost |about )?${count} (?:minutes|hours?|days?|weeks?|months?)\\b|\\b(?:on |since )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}|${month} \\d{1,2}(?:st|nd|rd|th)?)\\b|(?:昨天|前天|大前天|昨晚|今早|今天[早上中下]?[上午]?|上周[一二三四五六日天末]?|上个?(?:星期|礼拜)[一二三四五六日天]?|上个?月(?:\\d{1,2}[号日])?|周[一二三四五六日天]|(?:星期|礼拜)[一二三四五六日天]|\\d{1,2}月\\d{1,2}[号日]?|[\\d一二两三四五六七八九十半几]+(?:个)?(?:分钟|小时|钟头|天|周|星期|月|年)(?:前|以前|之前|了))`,
  'iu',
);

/** When it happened, in the words of the text; undefined where it names no time. */
export const whenIn = remember((text): string | undefined => {
  const passed = passedWords.exec(text)?.[0];
  if (passed !== undefined) return passed.trim();
  const [time] = findTimes(text);
  return time && text.slice(time.start, time.end).trim();
});

const orderIn = remember((text) => orderWords.exec(text)?.slice(1).find(Boolean));
const amountIn = remember((text) => amountWords.exec(text)?.[0].trim());

/** The first of each that the texts name. */
export function factsIn(texts: readonly string[]): Facts {
  const first = (find: (text: string) => string | undefined) => {
    for (const text of texts) {
      const found = find(text);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const order = first(orderIn);
  const amount = first(amountIn);
  const when = first(whenIn);
  return {
    ...(order !== undefined && { order }),
    ...(amount !== undefined && { amount }),
    ...(when !== undefined && { when }),
  };
}
