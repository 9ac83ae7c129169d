import type { AccessScope } from "../../access/index.js";
import type { ConnectionArgs } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import { noteField, nounOf } from "../model/dictionary.js";
import { type FieldResolver, type FilterOffer, NounField } from "../model/field.js";
import type { Belongs, FilterSite, Join, NounTable, PlanSite } from "../model/sites.js";
import { seenThroughout } from "../model/throughout.js";
import { argumentsOf, connectionOf, filterOf } from "../schema/generated-types.js";
import { takesArguments } from "../schema/made-classes.js";
import { allOf, type Sql, snake, sql } from "../sql/fragments.js";
import type { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { classOf, type PropertyDecorator, shownAs } from "./property.js";

interface ChildrenOptions {
  description: string;
  /** The child's reference to this noun, or the SQL that joins them. */
  by: string | Join;
  /** True where the rows of a noun that can be about any noun are about this one only. */
  aboutThis?: boolean;
  /** The singular, for the filter "at least one of them"; absent when no filter is offered. */
  singular?: string;
  /** Why clients should no longer use it, since when, and what instead. */
  deprecationReason?: string;
}

/** A field that leads to the rows of another noun that belong to this one. */
abstract class ChildrenField extends NounField {
  protected readonly join: Join;

  constructor(
    name: string,
    protected readonly target: () => Class,
    private readonly options: ChildrenOptions,
  ) {
    super(name, options.description);
    const { by } = options;
    this.join =
      typeof by === "string"
        ? (parentId, child) => sql`${child.column(`${snake(by)}_id`)} = ${parentId}`
        : by;
  }

  override offer(): FilterOffer | undefined {
    const { singular } = this.options;
    if (!singular) return undefined;
    const description = `At least one of: ${this.description}`;
    const { target } = this;
    return { name: singular, type: () => filterOf(target()), description, target };
  }

  override condition(site: FilterSite): Sql {
    const { noun, row, scope } = site;
    const parent = row.column(noun.idColumn);
    return site.some(this.target(), (child) => this.join(parent, child, scope));
  }

  /** The condition that a row of the target belongs to the row of `site`, which the viewer sees. */
  protected belongs({ noun, row, scope }: PlanSite): Belongs {
    const parent = row.column(noun.idColumn);
    return (child) => allOf([this.join(parent, child, scope), this.visible(noun, scope, child)]);
  }

  private visible(noun: NounTable, scope: AccessScope, child: RowRef): Sql {
    const { by, aboutThis } = this.options;
    const { visible, visibleAmong, visibleBelow } = nounOf(this.target());
    if (aboutThis && visibleAmong) {
      const among = new Set([noun.name]);
      return seenThroughout(scope, child, (_, row) => visibleAmong(scope, row, among));
    }
    const below = typeof by === "string" ? visibleBelow[by] : undefined;
    return seenThroughout(scope, child, below ?? visible);
  }
}

/** All of them at once, in their default order. */
class ListField extends ChildrenField {
  readonly type = "list";

  override resolver(): FieldResolver {
    return (site) => site.list(this.target(), this.join);
  }

  override written(site: PlanSite): Json {
    return site.list(this.target(), this.belongs(site));
  }
}

/** Paged as a Relay connection. */
class ConnectionField extends ChildrenField {
  readonly type = "connection";

  override resolver(): FieldResolver {
    return (site, args) => site.page(this.target(), this.join, args as ConnectionArgs);
  }

  override written(site: PlanSite): Json {
    return site.page(this.target(), this.belongs(site));
  }
}

/**
 * The rows of another noun that belong to this one, in their default order. For short lists: of more
 * than 1,000 rows the rest is left out.
 */
export function Listing(target: () => Class, options: ChildrenOptions): PropertyDecorator {
  return (prototype, name) => {
    shownAs(() => [target()], { description: options.description })(prototype, name);
    noteField(classOf(prototype), new ListField(name, target, options));
  };
}

/** The rows of another noun that belong to this one, as a Relay connection. */
export function Connection(target: () => Class, options: ChildrenOptions): PropertyDecorator {
  const { description, deprecationReason } = options;
  const shown = { description, ...(deprecationReason ? { deprecationReason } : {}) };
  return (prototype, name) => {
    shownAs(() => connectionOf(target()), shown)(prototype, name);
    takesArguments(() => argumentsOf(target()))(prototype, name);
    noteField(classOf(prototype), new ConnectionField(name, target, options));
  };
}
