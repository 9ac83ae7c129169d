import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import manifest from "../../schema/typed/persisted-documents.json" with { type: "json" };
import { readyDocument } from "../testkit/clients/ready-document.js";
import {
  fiveOrganisations,
  type Organisations,
  sameTitles,
  type Titled,
} from "../testkit/clients/records.js";
import { World } from "../testkit/world/world.js";

describe("Apollo Client's normalised cache", () => {
  let world: World;
  let titled: Titled[];
  let keys: string[];

  beforeAll(async () => {
    world = await World.start();
    titled = await sameTitles(world);
    keys = await fiveOrganisations(world);
  });
  afterAll(() => world.stop());

  const open = (...links: ApolloLink[]) =>
    new ApolloClient({
      link: ApolloLink.from([...links, new HttpLink({ uri: world.hub.url })]),
      cache: new InMemoryCache({
        typePolicies: {
          Query: { fields: { organisations: relayStylePagination(["where", "orderBy"]) } },
          TranslatedText: { merge: true },
        },
      }),
    });
  const read = async (client: ApolloClient, members: string) => {
    const query = gql`query ($keys: [String!]) {
      indicators(where: { key: { in: $keys } }) { nodes { id key titleText { ${members} } } }
    }`;
    const variables = { keys: titled.map(({ key }) => key) };
    await client.query({ query, variables });
    const shown = client.readQuery<{ indicators: { nodes: Titled[] } }>({ query, variables });
    return shown?.indicators.nodes.map(({ titleText }) => titleText.english).sort();
  };
  const english = () => titled.map(({ titleText }) => titleText.english).sort();

  it("shows the English title of each indicator beside the same Indonesian one", async () => {
    expect(await read(open(), "indonesian english")).toEqual(english());
  });

  it("would show one for both, were the Indonesian text named `id`", async () => {
    const shown = await read(open(), "id: indonesian english");
    expect(new Set(shown).size).toBe(1);
  });

  it("keeps both languages of a text that two queries read", async () => {
    const client = open();
    await read(client, "english");
    await read(client, "indonesian");
    expect(JSON.stringify(client.extract())).toContain('"english"');
  });

  it("pages on through a ready document, with every row once", async () => {
    const client = open();
    const query = readyDocument("OrganisationsOfSector");
    const variables = { sector: "NGO", first: 2 };
    const shown = () => client.readQuery<Organisations>({ query, variables })?.organisations;
    await client.query({ query, variables });
    const list = client.watchQuery<Organisations>({ query, variables });
    const watching = list.subscribe(() => undefined);
    while (shown()?.pageInfo.hasNextPage) {
      await list.fetchMore({ variables: { ...variables, after: shown()?.pageInfo.endCursor } });
    }
    watching.unsubscribe();
    expect(
      shown()
        ?.edges.map(({ node }) => node.key)
        .sort(),
    ).toEqual(keys);
  });

  it("knows what it gets for a document that it sends by its id", async () => {
    const [id = ""] =
      Object.entries(manifest).find(([, text]) => text.includes("OrganisationsOfSector")) ?? [];
    const byId = new PersistedQueryLink({ generateHash: () => id });
    const client = open(byId);
    const query = readyDocument("OrganisationsOfSector");
    await client.query({ query, variables: { sector: "NGO" } });
    const known = Object.keys(Object(client.extract())).filter((id) =>
      id.startsWith("Organisation:"),
    );
    expect(known).toHaveLength(5);
  });
});
