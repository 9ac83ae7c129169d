import type { Rel } from "@mikro-orm/core";
import type { ChangeScope } from "../../ledger/index.js";
import {
  Column,
  DerivedReference,
  EnumColumn,
  from,
  InLanguage,
  Reference,
  Structure,
  sql,
} from "../../reading/index.js";
import {
  type StoredText,
  Translated,
  TranslatedText,
  Versioned,
  VersionedNoun,
} from "../common/index.js";
import { ActionPlan } from "../plans/index.js";
import { Organisation, User } from "../stakeholders/index.js";
import type { Chart, Order, Parameter } from "./document/definition.js";
import { ViewAudience, ViewDataset, ViewKind } from "./enums.js";
import { ViewChart, ViewParameter, ViewSort } from "./view-parts.js";
import { ViewStar } from "./view-star.js";
import { isOwn, visibleView, visibleViewChange } from "./view-visibility.js";

/** A list of names, as a column of JSON. */
const Names = (description: string): PropertyDecorator =>
  Structure(() => [String], { default: "'[]'", description }) as PropertyDecorator;

/** A saved question: a dataset, a filter with parameters, and what is shown of its rows or groups. */
@Versioned({
  filedApart: true,
  description:
    "A named custom view: a dataset, a filter with parameters, columns or groups with measures, an order and a chart. Its result is read with the rights of the requester. Tampilan.",
  queries: { one: "view", many: "views" },
  isSmall: true,
  defaultOrder: { field: "key", descending: false },
  filterBy: "key",
  table: "saved_view",
  visible: visibleView,
  changesVisible: visibleViewChange,
  hiddenInChanges: ["holder"],
})
export class View extends VersionedNoun {
  @Column("key", {
    unique: true,
    order: true,
    description: "Its stable key, readable in an address.",
  })
  key!: string;

  @InLanguage({ of: "titleText", order: true, description: "The title in the request's language." })
  title!: never;

  @Translated("The title in both languages.")
  titleText!: StoredText;

  @Structure(() => TranslatedText, {
    nullable: true,
    description: "What it answers, and how to read it, in both languages.",
  })
  descriptionText?: StoredText | null;

  @EnumColumn(() => ViewKind, { description: "The form of its result." })
  kind!: ViewKind;

  @EnumColumn(() => ViewDataset, { description: "The list that it is of." })
  dataset!: ViewDataset;

  @Column("json", {
    nullable: true,
    description:
      'The filter, as the list takes it in `where`. `{"$parameter": "region"}` stands in the place of a value, `{"$date": "THIS_QUARTER"}` in that of a date. Null for all rows.',
  })
  where?: unknown;

  @Structure(() => [ViewParameter], { default: "'[]'", description: "Its parameters." })
  parameters!: Parameter[];

  @Names("Of a TABLE: its columns, as paths along references to one row: `plan.programme.title`.")
  columns!: string[];

  @Names("Of GROUPS: the dimensions, as `LEAD_SECTOR`.")
  groupBy!: string[];

  @Names("Of a MATRIX: the dimensions of its rows.")
  matrixRows!: string[];

  @Names("Of a MATRIX: the dimensions of its columns.")
  matrixColumns!: string[];

  @Names("Of GROUPS and a MATRIX: paths of measures, as `count` or `money.given.total`.")
  measures!: string[];

  @Structure(() => [ViewSort], {
    default: "'[]'",
    description: "The orders of its rows or groups, the weightiest first.",
  })
  orderBy!: Order[];

  @Column("int", {
    filter: false,
    description: "The rows or groups of a page, where none are asked for.",
  })
  pageSize!: number;

  @Structure(() => ViewChart, { nullable: true, description: "The chart that portals draw of it." })
  chart?: Chart | null;

  @EnumColumn(() => ViewAudience, { description: "Who sees it." })
  audience!: ViewAudience;

  @Reference(() => ActionPlan, {
    nullable: true,
    mayBeHidden: true,
    description: "The plan whose participants see it; null for other audiences, and when hidden.",
  })
  plan?: Rel<ActionPlan> | null;

  @Reference(() => Organisation, {
    nullable: true,
    description: "Its organisation; none for a view of the platform, which every hub ships with.",
  })
  organisation?: Rel<Organisation> | null;

  @Reference(() => User, {
    nullable: true,
    mayBeHidden: true,
    description: "The person who saved it; hidden from most viewers, and null for an API key.",
  })
  user?: Rel<User> | null;

  // The person or the API key that saved it. Not in the API: `user` shows the person.
  @Column("id", {
    secret: true,
    nullable: true,
    index: true,
    description: "The person or the API key; none for a view of the platform.",
  })
  holder?: string | null;

  @DerivedReference(
    () => ViewStar,
    { description: "The viewer's own star; null where they gave it none." },
    (row, scope) => {
      const star = from(ViewStar, row);
      return sql`(select ${star.column("id")} from ${star.source}
        where ${star.column("view_id")} = ${row.column("id")} and ${isOwn(scope, star)})`;
    },
  )
  star!: never;

  /** A private view's changes are filed under nobody: its organisation does not see them, removed or not. */
  override changeScope(): ChangeScope {
    if (this.audience === ViewAudience.PRIVATE) return {};
    const plan = this.plan?.changeScope();
    return { ...plan, owner: this.organisation?.id };
  }
}
