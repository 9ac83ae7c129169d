import { Args, Field } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import type { ConnectionArgs } from "../lists/paging.js";
import {
  type Class,
  idType,
  type Join,
  type NounDefinition,
  noteField,
  nounOf,
} from "../model/dictionary.js";
import {
  classOf,
  type FilteredAt,
  type FilterOffer,
  NounField,
  type PropertyDecorator,
  type Resolver,
  type WrittenAt,
} from "../model/field.js";
import type { Json } from "../planned/json.js";
import { page, wholeList } from "../planned/page.js";
import { resolveConnection } from "../rows/resolve-connection.js";
import { requestedFields } from "../rows/selection.js";
import { argumentsOf, connectionOf, filterOf } from "../schema/generated-types.js";
import { allOf, column, type Sql, snake, sql } from "../sql/fragments.js";

interface ChildrenOptions {
  description: string;
  /** The child's reference to this noun, or the SQL that joins them. */
  by: string | Join;
  /** Whether the rows, of whichever noun they can be about, are about this one only. */
  aboutThis?: boolean;
  /** The singular, for the filter "at least one of them"; absent when no filter is offered. */
  singular?: string;
}

/** To the rows of another noun that belong to this one. */
abstract class ChildrenField extends NounField {
  readonly join: Join;

  constructor(
    name: string,
    readonly target: () => Class,
    private readonly options: ChildrenOptions,
  ) {
    super(name, options.description);
    const { by } = options;
    this.join =
      typeof by === "string"
        ? (parentId, child) => sql`${column(child, `${snake(by)}_id`)} = ${parentId}`
        : by;
  }

  override offer(): FilterOffer | undefined {
    const { singular } = this.options;
    if (!singular) return undefined;
    const description = `At least one of: ${this.description}`;
    return { name: singular, type: () => filterOf(this.target()), description };
  }

  override condition({ filter, noun, row, where, path }: FilteredAt): Sql {
    const parent = column(row, noun.idColumn);
    const joined = (child: string) => this.join(parent, child, filter.scope);
    return filter.some(nounOf(this.target()), joined, where, path);
  }

  /** Which rows of the target belong to a row of `noun` that the viewer sees, and are seen too. */
  protected belonging(noun: NounDefinition, row: string, scope: AccessScope) {
    const parent = column(row, noun.idColumn);
    return (child: string): Sql =>
      allOf([this.join(parent, child, scope), this.visible(noun, scope, child)]);
  }

  private visible(noun: NounDefinition, scope: AccessScope, child: string): Sql {
    const { by, aboutThis } = this.options;
    const { visible, visibleAmong, visibleBelow } = nounOf(this.target());
    if (aboutThis && visibleAmong) return visibleAmong(scope, child, new Set([noun.name]));
    const below = typeof by === "string" ? visibleBelow[by] : undefined;
    return (below ?? visible)(scope, child);
  }
}

/** All of them at once, in their default order. */
export class ListField extends ChildrenField {
  readonly type = "list";

  override resolver(noun: NounDefinition | undefined): Resolver | undefined {
    if (!noun) return undefined;
    const target = nounOf(this.target());
    const parent = { join: this.join, idType: idType(noun) };
    const path = `${noun.name}.${this.name}`;
    return async (row, _args, context, info) => {
      const reader = await context.reader();
      const fields = requestedFields(info);
      const request = { noun: target, parent, args: {}, fields, cursors: false };
      return reader.list(String(row.$id), path, request);
    };
  }

  override written({ compiler, noun, row, asked }: WrittenAt): Json {
    const belongs = this.belonging(noun, row, compiler.scope);
    return wholeList(compiler, nounOf(this.target()), asked, belongs);
  }
}

/** Paged as a Relay connection. */
export class ConnectionField extends ChildrenField {
  readonly type = "connection";

  override resolver(noun: NounDefinition | undefined): Resolver | undefined {
    if (!noun) return undefined;
    const target = nounOf(this.target());
    const parent = { join: this.join, idType: idType(noun) };
    return async (row, args, context, info) => {
      const request = { noun: target, parent, args: args as ConnectionArgs };
      return resolveConnection(await context.reader(), String(row.$id), request, info);
    };
  }

  override written({ compiler, noun, row, asked }: WrittenAt): Json {
    const belongs = this.belonging(noun, row, compiler.scope);
    return page(compiler, nounOf(this.target()), asked, belongs);
  }
}

/**
 * The rows of another noun that belong to this one, in their default order. For short lists: of more
 * than 1,000 rows the rest is left out.
 */
export function Listing(target: () => Class, options: ChildrenOptions): PropertyDecorator {
  return (prototype, name) => {
    Field(() => [target()] as never, { description: options.description })(prototype, name);
    noteField(classOf(prototype), new ListField(name, target, options));
  };
}

/** The rows of another noun that belong to this one, as a Relay connection. */
export function Connection(target: () => Class, options: ChildrenOptions): PropertyDecorator {
  return (prototype, name) => {
    Field(() => connectionOf(target()), { description: options.description })(prototype, name);
    Args(() => argumentsOf(target()) as never)(prototype, name, 0);
    noteField(classOf(prototype), new ConnectionField(name, target, options));
  };
}
