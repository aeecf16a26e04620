import { StoreFault } from "../faults.ts";

/** A backup cannot be made or used; the message says what to do. The store and older backups are as they were. */
export class BackupFault extends StoreFault {
  override readonly name = "BackupFault";
}
