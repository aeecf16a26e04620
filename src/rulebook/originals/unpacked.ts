/** What a DOCX or PDF file holds, between the thread that unpacks it and the rules that make passages of it. Pure. */
import type { ReadRefusal } from "./passage.ts";

/** A paragraph or the row of a table. `style` holds the name and the id of its style, divided by "|". */
export type DocxBlock = {
  readonly kind: "text" | "item" | "row";
  readonly style: string;
  readonly text: string;
};

/** A run of text on a page. Origin at the lower left; sizes in points. */
export type PdfItem = {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** A line ends after it. */
  readonly hasEOL: boolean;
};

export type Unpacked =
  | { readonly kind: "docx"; readonly blocks: readonly DocxBlock[] }
  | { readonly kind: "pdf"; readonly pages: readonly (readonly PdfItem[])[] }
  | { readonly refusal: ReadRefusal };
