/** Texts in another language, by their Chinese source. */
export type Catalogue = Record<string, string>;
