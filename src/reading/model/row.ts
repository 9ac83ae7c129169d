import type { RecordedNoun } from "../../ledger/index.js";

/** A row as the API shows it, by field name; `$id` is its identifier. */
export type Row = Record<string, unknown>;

/** Fields that lead to other rows by way of the API only, which a class declares as `never`. */
type StoredKeys<T> = {
  [K in keyof T]: [T[K]] extends [never]
    ? never
    : T[K] extends (...args: never[]) => unknown
      ? never
      : K;
}[keyof T] &
  string;

/** A field's value in a row: a reference is the other row's id, an instant is text (ISO 8601, UTC). */
type Shown<V> = V extends Date
  ? string
  : V extends RecordedNoun
    ? string
    : V extends object
      ? V
      : V;

/** The names of the fields that a row of a class can be read with. */
export type FieldName<T> = StoredKeys<T>;

/** A row of a class, read with these fields. */
export type RowOf<T, K extends FieldName<T>> = { [F in K]-?: Shown<Exclude<T[F], undefined>> } & {
  /** The row's identifier. */
  $id: string;
};
