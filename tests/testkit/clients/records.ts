import { write } from "../mutations/documents.js";
import type { World } from "../world/world.js";

/** An indicator's key and its title in both languages. */
export interface Titled {
  key: string;
  titleText: { indonesian: string; english: string };
}

/** Two indicators whose titles are the same in Indonesian only. */
export async function sameTitles(world: World): Promise<Titled[]> {
  const operator = await world.operator;
  const indonesian = "Tingkat pengangguran";
  const made: Titled[] = [];
  for (const english of ["Rate of joblessness", "Unemployment rate"]) {
    const titleText = { indonesian, english };
    const key = world.unique("rate");
    await write(operator, "createIndicator", {
      ...{ key, title: titleText },
      ...{ unit: "PERCENT", direction: "DECREASE", aggregation: "NONE" },
    });
    made.push({ key, titleText });
  }
  return made;
}

/** The keys of five new organisations, as a list of a ready document shows them. */
export async function fiveOrganisations(world: World): Promise<string[]> {
  const parties = [];
  for (let count = 0; count < 5; count += 1) parties.push(await world.organisation("NGO"));
  return parties.map(({ key }) => key).sort();
}

/** The part of such a list that a client pages by. */
export interface Organisations {
  organisations: {
    edges: { node: { id: string; key: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}
