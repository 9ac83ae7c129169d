import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { Node, PageInfo } from "../../reading/index.js";
import { TextLanguage } from "../common/index.js";
import { SearchType } from "./search-type.js";

/** A piece of a text. */
@ObjectType({ description: "A piece of a text that matches, or that stands between." })
export class SearchSegment {
  @Field(() => String, { description: "The text as it is stored: no markup, nothing escaped." })
  text!: string;
  @Field(() => Boolean, { description: "True where it matches what was searched for." })
  isMatch!: boolean;
}

/** A text of a hit with its matches. */
@ObjectType({
  description:
    "A text of a hit that matches: a name whole, of a longer text up to two parts around the matches.",
})
export class SearchHighlight {
  @Field(() => String, { description: "The field's name in the type of the hit." })
  field!: string;
  @Field(() => TextLanguage, {
    nullable: true,
    description: "The language of the text, where the field has two.",
  })
  language?: TextLanguage | null;
  @Field(() => [SearchSegment], { description: "The text in segments, in order." })
  segments!: SearchSegment[];
}

/** A row that a search finds. */
@ObjectType({ description: "A row that a search finds. Hasil pencarian." })
export class SearchHit {
  @Field(() => SearchType, { description: "Its type." })
  type!: SearchType;
  @Field(() => Node, { description: "The row itself." })
  node!: Node;
  @Field(() => String, {
    nullable: true,
    description: "Its name or title; null for a type that has only texts, as a report.",
  })
  title?: string | null;
  @Field(() => Float, {
    description:
      "How well it fits: from 4 if a name or code is what was searched for, from 3 if a name begins so, from 2 if all words are in its names, from 1 if they are in its texts, below 1 if a name is only near. Within one answer the highest comes first.",
  })
  rank!: number;
  @Field(() => [SearchHighlight], {
    description: "Its texts that match, the names first; none where a name is only near.",
  })
  highlights!: SearchHighlight[];
}

/** A hit and its place in the list. */
@ObjectType({ description: "A hit and its place in the list." })
export class SearchEdge {
  @Field(() => SearchHit, { description: "The hit." })
  node!: SearchHit;
  @Field(() => String, { description: "Its cursor, for `after`." })
  cursor!: string;
}

/** The number of hits of a type. */
@ObjectType({ description: "The number of hits of a type, as far as the viewer may see." })
export class SearchCount {
  @Field(() => SearchType, { description: "The type." })
  type!: SearchType;
  @Field(() => Int, { description: "The number of its hits, at most 500." })
  count!: number;
  @Field(() => Boolean, {
    description: "False if there may be more: only the latest 500 are ranked and counted.",
  })
  isComplete!: boolean;
}

/** A page of hits. */
@ObjectType({ description: "A page of what a search finds (Relay connection)." })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: "The hits of this page with their cursors." })
  edges!: SearchEdge[];
  @Field(() => [SearchHit], { description: "The hits of this page, the best first." })
  nodes!: SearchHit[];
  @Field(() => PageInfo, { description: "Where this page lies in the list." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "The number of hits: the sum of `counts`." })
  totalCount!: number;
  @Field(() => [SearchCount], { description: "The number of hits by type, the most first." })
  counts!: SearchCount[];
  @Field(() => Boolean, {
    description:
      "True if nothing has the words, and the hits have names that are near to them: a typing fault is likely.",
  })
  isNear!: boolean;
  @Field(() => [String], {
    description:
      "The words that were ignored, because they stand in every text, as `dan` and `the`. Nothing is found where all are.",
  })
  ignoredWords!: string[];
}

/** Where to search. */
@InputType({
  description:
    "Where to search; all that are given must hold. A type that has no such place is left out.",
})
export class SearchFilter {
  @Field(() => ID, {
    nullable: true,
    description: "Lies in the region with this code, by its own region, its area or its plan.",
  })
  region?: string | null;
  @Field(() => String, { nullable: true, description: "Belongs to the programme with this key." })
  programme?: string | null;
  @Field(() => ID, { nullable: true, description: "Belongs to the plan with this id." })
  plan?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Is led, owned, given or said by the organisation with this key.",
  })
  organisation?: string | null;
}
