declare module "pg/lib/utils.js" {
  /** A value of a statement as the driver sends it; a Buffer as it is. */
  export function prepareValue(value: unknown): string | Buffer | null;
}
