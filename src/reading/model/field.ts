import type { GraphQLFieldResolver } from "graphql";
import type { AccessScope } from "../../access/index.js";
import type { FilterCompiler, Where } from "../lists/filter.js";
import type { Asked, Compiler } from "../planned/compiler.js";
import type { Json } from "../planned/json.js";
import type { Reader } from "../rows/reader.js";
import type { Row } from "../rows/session.js";
import type { Sql } from "../sql/fragments.js";
import type { Class, NounDefinition } from "./dictionary.js";

/** What the read resolvers need of a request's context. */
export interface ReadingContext {
  reader(): Promise<Reader>;
}

/** Gives a field of a row that the resolver path has read. */
export type Resolver = GraphQLFieldResolver<Row, ReadingContext>;

/** What a field offers in `where`: the input's name, its type, and what it means. */
export interface FilterOffer {
  name: string;
  type: () => unknown;
  description: string;
}

/** A row in a statement: its noun, and the alias of its table. */
export interface RowAt {
  noun: NounDefinition;
  row: string;
}

/** Where a planned statement writes a field: what the document asks of it, and where its row is. */
export interface WrittenAt extends RowAt {
  compiler: Compiler;
  asked: Asked;
}

/** Where a filter asks something of a field. */
export interface FilteredAt extends RowAt {
  filter: FilterCompiler;
  where: Where;
  path: string;
}

/**
 * One field of a noun, or of a class beside the nouns as a payload. Each kind of field is a class of
 * `fields/`, which says all that there is to say of it: how the resolver path reads and resolves it, how
 * it is filtered, and how the planned path writes it. A new kind is a new class there.
 */
export abstract class NounField {
  abstract readonly type: string;

  constructor(
    readonly name: string,
    readonly description: string,
  ) {}

  /** What a row of the resolver path carries of it, by its name; nothing unless said. */
  selected(_row: string, _scope: AccessScope): Sql | undefined {
    return undefined;
  }

  /** The names of the fields that are read with the row when it is asked. */
  readWith(): readonly string[] {
    return [this.name];
  }

  /** What is stored of it, as the API shows it; nothing where it leads elsewhere. */
  stored(_row: string, _scope: AccessScope): Sql | undefined {
    return undefined;
  }

  /** How it is resolved from such a row; by its name unless said. */
  resolver(_noun: NounDefinition | undefined): Resolver | undefined {
    return undefined;
  }

  /** What it offers in filters; nothing unless said. */
  offer(): FilterOffer | undefined {
    return undefined;
  }

  /** The condition that a filter asks of it. */
  condition({ path }: FilteredAt): Sql {
    throw new Error(`${path} is not filtered`);
  }

  /** How a planned statement writes it; throws Unplannable where none can. */
  abstract written(at: WrittenAt): Json;

  /** The same for an object that is at hand as JSON, where the field names rows by their ids. */
  writtenIn(_object: Sql, _compiler: Compiler, _asked: Asked): Json | undefined {
    return undefined;
  }
}

/** A decorator of a class's property. */
export type PropertyDecorator = (prototype: object, name: string) => void;

/** The class whose prototype a property decorator is given. */
export const classOf = (prototype: object): Class => prototype.constructor as Class;
