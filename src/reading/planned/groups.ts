import { type GraphQLObjectType, getNullableType, isLeafType } from "graphql";
import { dimensionOf, measuredOf, measuresOf } from "../groups/dimensions.js";
import type { GroupArgs } from "../groups/group-arguments.js";
import {
  aggregateColumn,
  countColumn,
  distinctColumn,
  type GroupColumn,
  measureColumn,
} from "../groups/group-columns.js";
import { GroupQuery, GroupRequest } from "../groups/group-query.js";
import type { Arguments } from "../model/arguments.js";
import { type NounDefinition, nounOf } from "../model/dictionary.js";
import type { Aggregate, Measure } from "../model/grouping.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import type { RowRef } from "../sql/statement.js";
import { valueAt } from "./arguments.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import { PageFrame } from "./page-frame.js";
import { objectOf, rowWithId } from "./rows.js";
import { jsonValue, storedValue } from "./structures.js";

/** The shape of the arguments: the dimensions, orders and limit, and which values of the cursor are null. */
const shapeOf =
  (noun: NounDefinition) =>
  (values: Arguments): string => {
    const { by, orderBy, first, after } = values as unknown as GroupArgs;
    const nulls =
      after && nullsAfter(new GroupRequest(noun, values as unknown as GroupArgs), after);
    return JSON.stringify([by, orderBy, first, nulls]);
  };

const nullsAfter = ({ keyset }: GroupRequest, after: string): boolean[] =>
  keyset.read(after, "after").values.map((value) => value === null);

/** The rows of a list in groups, as the object that is selected. */
export const groups = (
  compiler: Compiler,
  noun: NounDefinition,
  selected: SelectedField,
  matches: (row: RowRef) => Sql,
): Json => new GroupsWriter(compiler, noun, selected, matches).write();

class GroupsWriter {
  private readonly query: GroupQuery;
  private readonly request: GroupRequest;
  private readonly type: GraphQLObjectType;
  private readonly selected: ReadonlySet<string>;
  private readonly frame: PageFrame;
  /** The page's groups, and the whole. */
  private readonly row: RowRef;
  private readonly whole: RowRef;

  constructor(
    private readonly compiler: Compiler,
    private readonly noun: NounDefinition,
    private readonly field: SelectedField,
    matches: (row: RowRef) => Sql,
  ) {
    const { statement, scope } = compiler;
    const given = compiler.arguments(field, shapeOf(noun));
    this.request = new GroupRequest(noun, given.values as unknown as GroupArgs);
    this.type = objectOf(field);
    this.selected = compiler.names(this.type, field.nodes);
    const writer = {
      scope,
      write: <T>(_: T, path: string, read: (value: T) => unknown) =>
        given.later((values) => read(valueAt(values, path))),
    };
    this.query = new GroupQuery(this.request, writer, statement, matches, {
      groups: this.readsPage || this.selected.has("totalCount"),
      total: this.selected.has("total"),
    });
    this.row = statement.madeRow();
    this.whole = statement.madeRow();
    const { keyset, paging } = this.request;
    const cursor = () => keyset.cursorText(this.query.ordered(this.row));
    this.frame = new PageFrame(compiler, field, paging, cursor);
  }

  private get readsPage(): boolean {
    return ["nodes", "edges", "pageInfo"].some((name) => this.selected.has(name));
  }

  write(): Json {
    const { compiler, query, frame, row, selected } = this;
    const object = compiler.object(this.type, this.field.nodes, this.member).text();
    if (this.readsPage) {
      const page = frame.framed(query.page(row, frame.limit), row);
      return Json.of(sql`(${query.given()}select ${object} from ${page} having true)`, false);
    }
    const reads = selected.has("total") || selected.has("totalCount");
    return Json.of(reads ? sql`(${query.given()}select ${object})` : object, false);
  }

  private readonly member: Writer = (selected) => {
    const { compiler, frame, query, whole } = this;
    const object = (write: Writer) => compiler.object(objectOf(selected), selected.nodes, write);
    switch (selected.definition.name) {
      case "nodes":
        return frame.items(object(this.group));
      case "edges":
        return frame.items(object(this.edge));
      case "pageInfo":
        return object(frame.place);
      case "totalCount":
        return Json.of(sql`(${query.count()})`, false);
      case "total": {
        const measures = object(this.measures(whole)).text();
        return Json.of(
          sql`(select ${measures} from ${query.relation.name} as ${whole.name} where ${query.isWhole(whole)})`,
          false,
        );
      }
      default:
        throw new Unplannable(nameOf(selected));
    }
  };

  private readonly edge: Writer = (selected) =>
    selected.definition.name === "node"
      ? this.compiler.object(objectOf(selected), selected.nodes, this.group)
      : this.frame.edgeCursor();

  private readonly group: Writer = (selected) =>
    this.compiler.object(
      objectOf(selected),
      selected.nodes,
      selected.definition.name === "key" ? this.key : this.measures(this.row),
    );

  private readonly key: Writer = (selected) => {
    const found = this.query.keyOf(this.row, selected.definition.name);
    if (!found) return Json.known(null);
    const { value, dimension } = found;
    if (dimension.target)
      return rowWithId(this.compiler, nounOf(dimension.target()), value, selected);
    return storedValue(this.compiler, selected, dimension.kind, value, true);
  };

  private measures(row: RowRef): Writer {
    return (selected) => {
      const { name } = selected.definition;
      const measure = measuresOf(this.noun).get(name);
      if (measure) return this.declared(row, measure, selected);
      if (name === "count") return this.value(row, countColumn, selected);
      if (name === "countDistinct") {
        const { values } = this.compiler.arguments(selected, JSON.stringify);
        const dimension = dimensionOf(this.noun, String(values.of));
        return this.value(row, distinctColumn(dimension), selected);
      }
      return this.compiler.object(
        objectOf(selected),
        selected.nodes,
        this.aggregates(row, name as Aggregate),
      );
    };
  }

  private aggregates(row: RowRef, aggregate: Aggregate): Writer {
    return (selected) => {
      const measured = measuredOf(this.noun).get(selected.definition.name);
      if (!measured) throw new Unplannable(nameOf(selected));
      return this.value(row, aggregateColumn(measured, aggregate), selected);
    };
  }

  private declared(row: RowRef, measure: Measure, selected: SelectedField): Json {
    if (measure.kind) return this.value(row, measureColumn(measure), selected);
    if (measure.made) {
      const made = this.query.made(row, measure, measure.made);
      return jsonValue(this.compiler, selected, selected.definition.type, made);
    }
    return this.compiler.object(objectOf(selected), selected.nodes, (member) =>
      this.value(row, measureColumn(measure, member.definition.name), member),
    );
  }

  private value(row: RowRef, column: GroupColumn, selected: SelectedField): Json {
    const value = this.query.column(row, column);
    const { kind, nullable } = column;
    if (kind) return storedValue(this.compiler, selected, kind, value, nullable);
    const type = getNullableType(selected.definition.type);
    return isLeafType(type)
      ? Json.value(value, "text", true)
      : jsonValue(this.compiler, selected, selected.definition.type, value);
  }
}
