import { readFileSync } from "node:fs";
import { benchPath } from "./bench-database.js";
import type { statements } from "./hand-written-sql.js";

/** A read that is measured: a document for the hub, a statement by hand, and what both are asked. */
export interface Shape {
  name: keyof typeof statements | "portalPlans";
  title: string;
  /** The document for the hub, and for a peer with its schema. */
  document: string;
  /** The same document for PostGraphile's schema, which follows the tables. */
  postgraphileDocument: string;
  /** True for groups with measures, which Mercurius does not make. */
  isGrouped?: boolean;
  /** The requests: variables, and the parameters of the hand-written statement. */
  requests: readonly ShapeRequest[];
}

/** A request: variables by name for the hub, parameters by place for the statement. */
export interface ShapeRequest {
  variables: Record<string, string | number>;
  values: readonly (string | number)[];
}

/** The text of a document of the benchmark, or of one in another folder of it. */
export const documentText = (name: string, ...folder: string[]): string =>
  readFileSync(benchPath(...folder, "documents", `${name}.graphql`), "utf8");

/** The two documents of a shape. */
export const documents = (name: string) => ({
  document: documentText(name),
  postgraphileDocument: documentText(name, "peers", "postgraphile"),
});
