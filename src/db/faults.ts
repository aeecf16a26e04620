/** Faults of the store. Their messages are for the operator and hold no data of people. */
import { Fault } from "../system/log.ts";

/** The store cannot be opened as it is; the message says what to do. */
export class StoreFault extends Fault {
  override readonly name: string = "StoreFault";
}

/** The database knows migrations that this program does not. Nothing was changed. */
export class SchemaTooNew extends StoreFault {
  override readonly name = "SchemaTooNew";
}

/** A migration was begun by another tool and never finished, or one has failed now. */
export class MigrationFailed extends StoreFault {
  override readonly name = "MigrationFailed";
}

/** Too many transactions are waiting for the writer; nothing of this one was done. */
export class WriteQueueFull extends Fault {
  override readonly name = "WriteQueueFull";
}

/** A transaction was asked for inside another one; on SQLite it would wait for itself for ever. */
export class NestedWrite extends Fault {
  override readonly name = "NestedWrite";
}

/** The store takes no more writes: it is being closed, or a commit has failed. Nothing of this one was done. */
export class StoreClosed extends Fault {
  override readonly name = "StoreClosed";
}
