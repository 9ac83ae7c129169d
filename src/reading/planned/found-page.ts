import { getNullableType, isLeafType } from "graphql";
import type { Finder, FoundPage } from "../model/found.js";
import { type Sql, sql } from "../sql/fragments.js";
import { Json } from "../sql/json.js";
import { anyNode } from "./any-node.js";
import { type Compiler, nameOf, type SelectedField, Unplannable, type Writer } from "./compiler.js";
import type { RootPlan } from "./roots.js";
import { objectOf } from "./rows.js";
import { jsonValue } from "./structures.js";

/** A root field whose rows SQL finds among several nouns, in pages. */
export const foundPage =
  (finder: Finder): RootPlan =>
  (compiler, selected) => {
    const given = compiler.arguments(selected, finder.shape);
    const { statement, scope } = compiler;
    // What is searched for is made of the present rows: there is none of the past.
    if (statement.past) throw new Unplannable(nameOf(selected));
    const site = { statement, scope, args: given.values, value: given.later.bind(given) };
    return new FoundPageWriter(compiler, selected, finder.find(site)).write();
  };

class FoundPageWriter {
  /** The place of a row in the page as it is read, and the number of rows that are read. */
  private readonly number = sql.ref("$n");
  private readonly count = sql.ref("$count");

  constructor(
    private readonly compiler: Compiler,
    private readonly field: SelectedField,
    private readonly page: FoundPage,
  ) {}

  write(): Json {
    const { page, field } = this;
    const object = this.compiler.object(objectOf(field), field.nodes, this.member);
    const numbered = sql`(select one.*, row_number() over () as ${this.number},
      count(*) over () as ${this.count} from (${page.rows}) as one)`;
    return Json.of(
      sql`(with ${page.tables} select ${object.text()} from ${numbered} as ${page.row.name} having true)`,
      false,
    );
  }

  private readonly member: Writer = (selected) => {
    switch (selected.definition.name) {
      case "nodes":
        return this.items(this.item(selected));
      case "edges":
        return this.items(this.compiler.object(objectOf(selected), selected.nodes, this.edge));
      case "pageInfo":
        return this.compiler.object(objectOf(selected), selected.nodes, this.place);
      default:
        return this.part(selected, this.page.whole);
    }
  };

  private readonly edge: Writer = (selected) =>
    selected.definition.name === "node"
      ? this.item(selected)
      : Json.value(this.page.cursor, "quoted", false);

  private item(selected: SelectedField): Json {
    const { compiler, page } = this;
    return compiler.object(objectOf(selected), selected.nodes, (member) =>
      member.definition.name === "node"
        ? anyNode(compiler, member, page.node, page.nouns)
        : this.part(member, page.item),
    );
  }

  private readonly place: Writer = (selected) => {
    const { limit, hasPrevious } = this.page;
    switch (selected.definition.name) {
      case "hasNextPage":
        return Json.of(sql`(count(*) > ${sql.lit(limit)})::text`, false);
      case "hasPreviousPage":
        return Json.known(hasPrevious);
      case "startCursor":
        return this.cursorAt(sql.lit(Math.min(limit, 1)));
      case "endCursor":
        return this.cursorAt(sql`least(${this.count}, ${sql.lit(limit)})`);
      default:
        throw new Unplannable(nameOf(selected));
    }
  };

  private cursorAt(place: Sql): Json {
    const { cursor } = this.page;
    return Json.value(sql`max(${cursor}) filter (where ${this.number} = ${place})`, "quoted", true);
  }

  private items(item: Json): Json {
    return Json.list(item, sql` filter (where ${this.number} <= ${sql.lit(this.page.limit)})`);
  }

  /** A member that the finder's SQL gives. */
  private part(selected: SelectedField, parts: Readonly<Record<string, Sql>>): Json {
    const part = parts[selected.definition.name];
    if (!part) throw new Unplannable(nameOf(selected));
    const type = getNullableType(selected.definition.type);
    return isLeafType(type)
      ? Json.value(part, "text", true)
      : jsonValue(this.compiler, selected, type, part);
  }
}
