/** A statement that makes rows, with a title for them. */
export interface DataStep {
  title: string;
  sql: string;
}
