// Characters nobody sees, which people paste along without knowing. The same rules as the server's (identifiers::unseen).

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF0-\uFFFC]/gu;
/** Those that shape their neighbours, which words and emoji need: joiners, variants, tags. */
const SHAPING = /[\u180B-\u180F\uFE00-\uFE0F\u{E0020}-\u{E01EF}]|\u200C|\u200D/u;

/** The text of an identifier without unseen characters. */
export const dropUnseen = (text: string): string => text.replace(UNSEEN, '');

/** The text of words without unseen characters but those that shape their neighbours. */
export const dropFromWords = (text: string): string => text.replace(UNSEEN, (c) => (SHAPING.test(c) ? c : ''));

/** Whether there is nothing to be seen in a text. */
export const isBlank = (text: string): boolean =>
  !dropUnseen(text)
    .replace(/\u2800/g, '')
    .trim();

/** How many characters of a text are kept. */
export const lengthOf = (text: string): number => [...dropFromWords(text).trim()].length;
