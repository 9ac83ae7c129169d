/** The parts of the driver's connection that its types leave out, as its own queries use them. */
export interface Wire {
  readonly stream: {
    readonly writable: boolean;
    write(bytes: Buffer): void;
    cork(): void;
    uncork(): void;
  };
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: { name: string; text: string }): void;
  bind(bound: { statement: string; values: readonly unknown[]; valueMapper: unknown }): void;
  describe(what: { type: "P"; name: string }): void;
  execute(what: object): void;
  sync(): void;
}

/**
 * Has Postgres parse a statement, unless the connection has prepared it under its name; true where it has. One
 * without a name is not prepared.
 */
export function parseOnce(wire: Wire, { name, text }: { name: string; text: string }): boolean {
  if (name !== "" && (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name])) {
    return true;
  }
  wire.parse({ name, text });
  if (name !== "") wire.submittedNamedStatements[name] = text;
  return false;
}
