/** The error of a backup or restore whose message says what is wrong and what to do. */
export class BackupError extends Error {
  override name = "BackupError";
}

/** A folder, or a bucket's prefix, that holds backups. A backup has its name there once it is complete. */
export interface BackupPlace {
  /** The address of a backup there, for people. */
  addressOf(name: string): string;
  /** Tells whether there is a backup, or anything else, of this name. */
  has(name: string): Promise<boolean>;
  /** Writes a backup: all of it, or nothing of this name. */
  write(name: string, content: AsyncIterable<Buffer>): Promise<void>;
  /** The content of a backup; BackupError where there is none. */
  read(name: string): AsyncIterable<Buffer>;
  /** The names of what is there. */
  names(): Promise<string[]>;
  /** Removes a backup. */
  remove(name: string): Promise<void>;
  /** Removes what writers have left that were killed. Call it before a backup is written. */
  removeUnfinished(): Promise<void>;
}

/** A backup by its place and its name there. */
export interface PlacedBackup {
  place: BackupPlace;
  name: string;
}
