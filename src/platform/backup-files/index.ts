export { BackupError, type BackupPlace, type PlacedBackup } from "./backup-place.js";
export {
  damaged,
  type PackedEntry,
  packed,
  textEntry,
  unpacked,
  type WholeBackup,
} from "./pack.js";
export { inParts } from "./parts.js";
export { type BackupS3, backupAt, backupName, isBackupName, placeAt } from "./places.js";
