/** Long lists, a page at a time. Pure. */
import { button, note } from "../../turn/elements.ts";
import { shared } from "./texts.ts";

export type Page<T> = {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
};

/** The wished page; the nearest one where the list has become shorter. */
export function pageOf<T>(all: readonly T[], wished: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wished), pages);
  return { items: all.slice((page - 1) * size, page * size), page, pages };
}

type Paged = Omit<Page<unknown>, "items">;

/** Says which page this is; nothing where there is only one. */
export const pageNote = ({ page, pages }: Paged) => (pages > 1 ? [note(shared.page(page, pages))] : []);

/** Leads to the pages before and after. */
export const pageButtons = ({ page, pages }: Paged, verb: string, data: Record<string, unknown> = {}) => [
  ...(page > 1 ? [button(shared.earlier, verb, { ...data, page: page - 1 })] : []),
  ...(page < pages ? [button(shared.later, verb, { ...data, page: page + 1 })] : []),
];
