import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { projectModule } from "../testkit/clients/project-module.js";
import { readyDocument } from "../testkit/clients/ready-document.js";
import {
  fiveOrganisations,
  type Organisations,
  sameTitles,
  type Titled,
} from "../testkit/clients/records.js";
import { World } from "../testkit/world/world.js";

describe("urql's normalised cache", () => {
  let world: World;
  let titled: Titled[];
  let keys: string[];
  let embedded: Record<string, () => null>;
  const warnings: string[] = [];

  beforeAll(async () => {
    const generated = "schema/clients/graphcache-keys.js";
    ({ keys: embedded } = await projectModule<{ keys: typeof embedded }>(generated));
    world = await World.start();
    titled = await sameTitles(world);
    keys = await fiveOrganisations(world);
  });
  afterAll(() => world.stop());

  const open = () =>
    new Client({
      url: world.hub.url,
      preferGetMethod: false,
      exchanges: [
        cacheExchange({
          keys: embedded,
          resolvers: { Query: { organisations: relayPagination() } },
          logger: (severity, message) => {
            if (severity !== "debug") warnings.push(message);
          },
        }),
        fetchExchange,
      ],
    });
  const read = async (client: Client, members: string) => {
    const query = gql`query ($keys: [String!]) {
      indicators(where: { key: { in: $keys } }) { nodes { id key titleText { ${members} } } }
    }`;
    const variables = { keys: titled.map(({ key }) => key) };
    await client.query(query, variables);
    const { data } = await client.query(query, variables, { requestPolicy: "cache-only" });
    return data.indicators.nodes.map(({ titleText }: Titled) => titleText.english).sort();
  };

  it("shows the English title of each indicator beside the same Indonesian one", async () => {
    const english = titled.map(({ titleText }) => titleText.english);
    expect(await read(open(), "indonesian english")).toEqual(english);
    expect(warnings).toEqual([]);
  });

  it("pages on through a ready document, with every row once", async () => {
    const client = open();
    const query = readyDocument("OrganisationsOfSector");
    let after: string | undefined;
    let shown: Organisations["organisations"] | undefined;
    do {
      const { data } = await client.query(query, { sector: "NGO", first: 2, after });
      shown = data.organisations as Organisations["organisations"];
      after = shown.pageInfo.hasNextPage ? shown.pageInfo.endCursor : undefined;
    } while (after);
    expect(shown.edges.map(({ node }) => node.key).sort()).toEqual(keys);
    expect(warnings).toEqual([]);
  });
});
