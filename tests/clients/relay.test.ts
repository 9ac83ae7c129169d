import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import Relay, { type ConcreteRequest } from "relay-runtime";
import { projectModule } from "../testkit/clients/project-module.js";
import { sameTitles, type Titled } from "../testkit/clients/records.js";
import { World } from "../testkit/world/world.js";

describe("Relay's store", () => {
  let world: World;
  let titled: Titled[];

  beforeAll(async () => {
    world = await World.start();
    titled = await sameTitles(world);
  });
  afterAll(() => world.stop());

  it("shows the English title of each indicator beside the same Indonesian one", async () => {
    // What `npx relay-compiler` makes of titles.js.
    const { default: titles } = await projectModule<{ default: ConcreteRequest }>(
      "tests/relay-compiler/__generated__/titlesQuery.graphql.js",
    );
    const send = async ({ text }: { text: string | null }, variables: object) => ({
      data: await world.visitor().data(text ?? "", variables as never),
    });
    const environment = new Relay.Environment({
      network: Relay.Network.create(send),
      store: new Relay.Store(new Relay.RecordSource()),
    });
    const variables = { keys: titled.map(({ key }) => key) };
    await Relay.fetchQuery(environment, titles, variables).toPromise();
    const { fragment } = Relay.createOperationDescriptor(titles, variables);
    const { nodes } = environment.lookup(fragment).data.indicators as { nodes: Titled[] };
    expect(nodes.map(({ titleText }) => titleText.english).sort()).toEqual(
      titled.map(({ titleText }) => titleText.english),
    );
  });
});
