import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Ctx,
  Extensions,
  FieldResolver,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import {
  type FoundRow,
  foundPage,
  PlannedRoot,
  type ReadingContext,
  readFound,
  readNode,
} from "../../reading/index.js";
import { usualPage } from "./search-arguments.js";
import { SearchConnection, SearchFilter, SearchHit } from "./search-hit.js";
import { searchFinder } from "./search-page.js";
import { SearchType } from "./search-type.js";

/** Search over the names and texts of every noun. */
@Resolver(() => SearchHit)
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'What has these words in its names or texts, in Indonesian or English, as far as the viewer may see; the best first. All words must be there, by their stems; the last may be unfinished. `"a phrase"`, `-without` and `or` work. Where nothing has the words, names that are near to them are found. Pencarian.',
  })
  @Extensions({ cost: 100 })
  @PlannedRoot(foundPage(searchFinder))
  async search(
    @Arg("text", () => String, {
      description: "What is searched for, 2 to 200 characters: words, a name, or a region's code.",
    })
    text: string,
    @Arg("types", () => [SearchType], {
      nullable: true,
      description: "The types to search; all of them without it.",
    })
    types: SearchType[] | null | undefined,
    @Arg("where", () => SearchFilter, { nullable: true, description: "Where to search." })
    where: SearchFilter | null | undefined,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: usualPage,
      description: "How many hits: 0 to 200.",
    })
    first: number | null,
    @Arg("after", () => String, { nullable: true, description: "Only hits after this cursor." })
    after: string | null | undefined,
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const args = { text, types, where, first, after };
    return readFound(await context.reader(), searchFinder, args, info);
  }

  @FieldResolver()
  async node(
    @Root() { $entity, $id }: FoundRow,
    @Ctx() context: ReadingContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return readNode(await context.reader(), $entity, $id, info);
  }
}
