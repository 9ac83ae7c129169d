import type { AccessScope } from "../../access/index.js";
import type { Arguments } from "../model/arguments.js";
import type { Class } from "../model/class.js";
import { fieldOf, type NounDefinition, nounOf } from "../model/dictionary.js";
import type { ColumnKind } from "../model/kinds.js";
import type {
  Belongs,
  ComputeInCode,
  ExecuteInRequest,
  MadeRows,
  NodeName,
  PlanSite,
} from "../model/sites.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { anyNode } from "./any-node.js";
import {
  type Compiler,
  type FieldWriter,
  nameOf,
  type SelectedField,
  Unplannable,
} from "./compiler.js";
import { executedValue } from "./executed-values.js";
import { openValue } from "./open-values.js";
import { page, wholeList } from "./page.js";
import { rowsWithIds, rowWithId } from "./rows.js";
import { jsonValue, madeRowsList, partsObject, storedValue } from "./structures.js";

/** One field of a row in a planned statement. */
class PlannedField implements PlanSite {
  constructor(
    private readonly compiler: Compiler,
    readonly noun: NounDefinition,
    readonly row: RowRef,
    private readonly selected: SelectedField,
  ) {}

  get scope(): AccessScope {
    return this.compiler.scope;
  }

  arguments(): Arguments {
    return this.compiler.arguments(this.selected, JSON.stringify).values;
  }

  value(kind: ColumnKind, value: Sql, nullable: boolean): Json {
    return storedValue(this.compiler, this.selected, kind, value, nullable);
  }

  json(value: Sql): Json {
    return jsonValue(this.compiler, this.selected, this.selected.definition.type, value);
  }

  parts(parts: Record<string, Sql>): Json {
    return partsObject(this.compiler, this.selected, parts);
  }

  madeRows(rows: MadeRows): Json {
    return madeRowsList(this.compiler, this.selected, rows);
  }

  byId(target: Class, id: Sql): Json {
    return rowWithId(this.compiler, nounOf(target), id, this.selected);
  }

  byIds(target: Class, ids: Sql): Json {
    return rowsWithIds(this.compiler, nounOf(target), ids, this.selected);
  }

  node(name: NodeName): Json {
    return anyNode(this.compiler, this.selected, name);
  }

  list(target: Class, belongs: Belongs): Json {
    return wholeList(this.compiler, nounOf(target), this.selected, belongs);
  }

  page(target: Class, belongs: Belongs): Json {
    return page(this.compiler, nounOf(target), this.selected, belongs);
  }

  inCode(needs: readonly string[], compute: ComputeInCode): Json {
    const members = needs.map((name): [string, Json] => [
      name,
      fieldOf(this.noun, name).written(this),
    ]);
    return openValue(this.compiler, this.selected, Json.object(members), compute);
  }

  executed(needs: readonly string[], make: ExecuteInRequest): Json {
    // As the resolvers read them: what the document selects below the field is no part of what it needs.
    const members = needs.flatMap((name) => {
      const value = fieldOf(this.noun, name).selected(this.row, this.scope);
      return value ? [sql`${sql.lit(name)}, ${value}`] : [];
    });
    const row = Json.of(sql`json_build_object(${sql.join(members)})`, false);
    return executedValue(this.compiler, this.selected, row, make);
  }

  resolverOnly(): never {
    throw new Unplannable(nameOf(this.selected));
  }
}

/** Writes a field of a row by the field's own class; throws Unplannable for one that the noun has not. */
export const writeField: FieldWriter = (compiler, noun, row, selected) => {
  const field = noun.fields.get(selected.definition.name);
  if (!field) throw new Unplannable(nameOf(selected));
  return field.written(new PlannedField(compiler, noun, row, selected));
};
