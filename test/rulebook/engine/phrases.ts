/** Examples of what people write: divided by "|" and by lines. */
export const phrases = (text: string): string[] => text.split(/\s*[|\n]\s*/).filter((one) => one !== "");
