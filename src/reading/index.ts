// For classes: the decorators of a noun's fields, and the SQL of its row filters and derived fields.

export { Among } from "./fields/among.js";
export { Connection, Listing } from "./fields/children.js";
export { ChosenMember } from "./fields/chosen-member.js";
export { Column, EnumColumn, Identifier, Structure } from "./fields/column.js";
export { Computed } from "./fields/computed.js";
export { IndexOn, UniqueOn } from "./fields/constraints.js";
export { Derived, DerivedObject } from "./fields/derived.js";
export { DerivedRows } from "./fields/derived-rows.js";
export { Executed } from "./fields/executed.js";
export { Formula } from "./fields/formula.js";
export {
  InLanguage,
  languageMembers,
  textInLanguage,
  withFormerTexts,
} from "./fields/in-language.js";
export { NodeReference } from "./fields/node-reference.js";
export { Noun, type NounOptions } from "./fields/noun.js";
export { DerivedReference, Loaded, Reference } from "./fields/reference.js";
export { LoadedList, References } from "./fields/references.js";
export {
  Dimension,
  Dimensions,
  type DimensionType,
  MadeMeasure,
  Measure,
  ObjectMeasure,
} from "./groups/declare.js";
export type { Class } from "./model/class.js";
export { type RowFilter, seenByAll } from "./model/dictionary.js";
export { defineEnum, type MemberOf, publishEnum } from "./model/enumerations.js";
export type { Aggregate, Fact, GroupSite } from "./model/grouping.js";
export { kinds } from "./model/kinds.js";
export { exists, from, rowOf } from "./model/rows.js";
export type { Join, MadeRows } from "./model/sites.js";
export { suppressedValue } from "./model/suppressed.js";
export { changesOfTags, tablesChangedWith } from "./model/tags.js";
export { holdsThroughout, seenThroughout, shownThroughout } from "./model/throughout.js";
export { PageInfo } from "./schema/generated-types.js";
export { Node } from "./schema/node.js";
export { allOf, anyOf, countOf, isAmong, type Sql, snake, sql } from "./sql/fragments.js";
export { knownLines } from "./sql/past.js";
export { type RowRef, Statement } from "./sql/statement.js";

// For use cases, resolvers and streams: reads of rows, filters, and the dictionary of nouns.

export { FilterCompiler } from "./lists/filter.js";
export { pageLimits, pagingOf } from "./lists/paging.js";
export { afterRank, byRank, rankCursor, readRankCursor } from "./lists/rank-order.js";
export { OrderDirection, type Where } from "./model/arguments.js";
export { allNouns, idType, type NounDefinition, nounNamed, nounOf } from "./model/dictionary.js";
export {
  type ColumnField,
  isColumn,
  isReference,
  type NounField,
  type ReferenceField,
  type Shown,
  type Suppression,
} from "./model/field.js";
export type { Finder, FindSite, FoundPage } from "./model/found.js";
export type { FieldName, Row, RowOf } from "./model/row.js";
export {
  anyOfIds,
  computedRoot,
  type EntityOf,
  eventWith,
  foundPage,
  HeldStatement,
  knownOfViewer,
  PlannedRoot,
  seenRow,
} from "./planned/index.js";
export { type FoundRow, readFound } from "./rows/found-rows.js";
export { Reader } from "./rows/reader.js";
export { type ReadingContext, readNode } from "./rows/resolvers.js";
export { storedColumns } from "./rows/row-columns.js";
export { requestedFields } from "./rows/selection.js";
export {
  type Database,
  type Reading,
  ReadSession,
  type RowSession,
  rowsWithin,
  type SeenRows,
  type SessionBounds,
} from "./rows/session.js";
export { filterOf } from "./schema/generated-types.js";

// For streams: one statement for many viewers.

export {
  type EventLane,
  type EventPlan,
  type EventRow,
  type Lane,
  type LaneStatement,
  Lanes,
  makeEventPlan,
  type PlanSession,
  type PlanSessionBounds,
  PlanSessions,
  scopeToPlanWith,
  shapeOfScope,
} from "./planned/index.js";

// For the app: the schema, the two engines, the cache.

export { type Basis, ChangedTables, ExactCache } from "./cache/index.js";
export { type AskedGroups, measureGroups } from "./groups/group-measure.js";
export { generateGroupTypes } from "./groups/group-types.js";
export { type FilterMeasure, listTables, measureFilter } from "./lists/filter-measure.js";
export { checkFiled } from "./model/filing.js";
export type { PastMoment } from "./planned/index.js";
export {
  AnswerTooLong,
  loadStatementParser,
  type PlannedAnswer,
  Planner,
  type PlanRequest,
  PlanRunner,
  type Prepared,
  prepareRows,
  type RowBounds,
  RowRead,
  Unplannable,
} from "./planned/index.js";
export { attachResolvers } from "./rows/resolvers.js";
export {
  type ColumnValue,
  columnAt,
  defaultColumns,
  selectionOf,
  type TableColumnPath,
  valueIn,
} from "./schema/columns.js";
export { filteredNoun, generateTypes } from "./schema/generated-types.js";
export { rootQueries } from "./schema/root-queries.js";
export { endOfToday } from "./sql/day.js";
