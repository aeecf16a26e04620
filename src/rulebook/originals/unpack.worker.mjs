// @ts-check
// The thread in which files of others are unpacked. It gets one file, answers once, and ends.
import { parentPort, workerData } from "node:worker_threads";
import { unpackDocx, unpackPdf } from "./unpack.mjs";

const { format, bytes } = /** @type {{ format: "docx" | "pdf", bytes: Uint8Array }} */ (workerData);
const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

parentPort?.postMessage(
  await (format === "docx" ? unpackDocx(file) : unpackPdf(file)).catch(() => ({ refusal: "broken" })),
);
