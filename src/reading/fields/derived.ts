import { Field } from "type-graphql";
import type { AccessScope } from "../../access/index.js";
import { type Class, noteField } from "../model/dictionary.js";
import {
  classOf,
  type FilteredAt,
  type FilterOffer,
  NounField,
  type PropertyDecorator,
  type WrittenAt,
} from "../model/field.js";
import { type ColumnKind, type KindName, kinds } from "../model/kinds.js";
import type { Json } from "../planned/json.js";
import { partsObject, storedValue } from "../planned/structures.js";
import { scalarFilter } from "../schema/filter-inputs.js";
import { type Sql, sql } from "../sql/fragments.js";

type Compute = (row: string, scope: AccessScope) => Sql;
type Parts = (row: string, scope: AccessScope) => Record<string, Sql>;

/** A field that only SQL computes, from the row and what the viewer may see. */
export class DerivedField extends NounField {
  readonly type = "derived";

  constructor(
    name: string,
    description: string,
    readonly kind: ColumnKind,
    /** The SQL of its value. */
    readonly value: Compute,
  ) {
    super(name, description);
  }

  override selected(row: string, scope: AccessScope): Sql {
    return this.kind.select(this.value(row, scope));
  }

  override offer(): FilterOffer | undefined {
    const { name, description, kind } = this;
    const { filter } = kind;
    return filter && { name, type: () => scalarFilter(filter), description };
  }

  override condition({ filter, row, where, path }: FilteredAt): Sql {
    return filter.scalar(this.kind, this.value(row, filter.scope), where, path);
  }

  override written({ compiler, row, asked }: WrittenAt): Json {
    return storedValue(compiler, asked, this.kind, this.value(row, compiler.scope), true);
  }
}

/** As DerivedField, for an object whose members are computed each by itself, and which is never null. */
class DerivedObjectField extends DerivedField {
  constructor(
    name: string,
    description: string,
    private readonly parts: Parts,
  ) {
    super(name, description, kinds.json, (row, scope) => {
      const members = Object.entries(parts(row, scope)).map(
        ([member, part]) => sql`${sql.lit(member)}, ${part}`,
      );
      return sql`jsonb_build_object(${sql.join(members)})`;
    });
  }

  override written({ compiler, row, asked }: WrittenAt): Json {
    return partsObject(compiler, asked, this.parts(row, compiler.scope));
  }
}

/** A field that SQL computes from the row, counting only what the viewer may see. */
export function Derived(
  kindName: KindName,
  options: { description: string; nullable?: boolean; type?: () => unknown },
  compute: Compute,
): PropertyDecorator {
  const { description, nullable = false } = options;
  const kind = kinds[kindName];
  return (prototype, name) => {
    const type = options.type ?? (() => kind.graphql);
    Field(type as () => never, { nullable, description })(prototype, name);
    noteField(classOf(prototype), new DerivedField(name, description, kind, compute));
  };
}

/**
 * As Derived, for an object of which SQL computes each member: the planned path computes those only that
 * are asked for. Its members are text, or JSON where they are lists.
 */
export function DerivedObject(
  type: () => Class,
  description: string,
  parts: Parts,
): PropertyDecorator {
  return (prototype, name) => {
    Field(type as () => never, { description })(prototype, name);
    noteField(classOf(prototype), new DerivedObjectField(name, description, parts));
  };
}
