// @ts-check
// Writes zip files (PKWARE APPNOTE 6.3). Nothing is compressed and nothing is dated: the same files give the same
// bytes with every version of Node and zlib, and an app package is small anyway.
import { crc32 } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2.0, the version that every reader knows. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day of the format. */
const FIRST_DAY = 0x0021;

/** The fields that both headers of a file share. @param {Buffer} name @param {Buffer} data */
function facts(name, data) {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(FLAGS, 2);
  bytes.writeUInt16LE(FIRST_DAY, 8);
  bytes.writeUInt32LE(crc32(data), 10);
  bytes.writeUInt32LE(data.length, 14);
  bytes.writeUInt32LE(data.length, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

/** @param {number} value */
const four = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** @param {Buffer} name @param {Buffer} data @param {number} offset of its local header */
function entry(name, data, offset) {
  const shared = facts(name, data);
  const made = Buffer.from([VERSION, 0]);
  // Comment, disk and attributes: none.
  const rest = Buffer.alloc(10);
  return {
    local: Buffer.concat([four(LOCAL), shared, name, data]),
    central: Buffer.concat([four(CENTRAL), made, shared, rest, four(offset), name]),
  };
}

/**
 * @param {readonly { name: string, data: Buffer }[]} files in the order in which they are written
 * @returns {Buffer}
 */
export function zipOf(files) {
  const entries = [];
  let offset = 0;
  for (const { name, data } of files) {
    const one = entry(Buffer.from(name, "utf8"), data, offset);
    entries.push(one);
    offset += one.local.length;
  }
  const directory = Buffer.concat(entries.map(({ central }) => central));
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries.map(({ local }) => local), directory, four(END), end]);
}
