/** What a text is made of, as what is learnt sees it. Pure. */

/** Names of features and how strongly each is there. */
export type Features = ReadonlyMap<string, number>;
export type FeaturesOf = (text: string) => Features;
