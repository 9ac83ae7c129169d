import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Answer, type GraphqlClient, TestHub } from "../testkit/hub/index.js";

/** The regions that have none of so many texts in their names: each name is read for each text. */
const without = (texts: number, list = "list"): string => {
  const conditions = Array.from(
    { length: texts },
    (_, n) => `{ name: { contains: "${list} ${n}" } }`,
  );
  return `${list}: regions(where: { not: { or: [${conditions}] } }) { totalCount }`;
};

const light = "{ regions(where: { level: { eq: PROVINCE } }) { totalCount } }";

const codesOf = ({ errors = [] }: Answer<unknown>) =>
  new Set(errors.map(({ extensions }) => extensions.code));

describe.each(["on", "off"])(
  "a query that is too heavy or wrong, planned reads %s",
  (PLANNED_READS) => {
    let hub: TestHub;
    let visitor: GraphqlClient;
    const limitMs = 400;

    beforeAll(async () => {
      // Few connections, so that one that is not given back is missed at once.
      hub = await TestHub.start("regions", {
        PLANNED_READS,
        DATABASE_POOL_SIZE: "2",
        STATEMENT_TIMEOUT_MS: String(limitMs),
        // What the cost foresees is refused before: here the statement itself must end.
        LIMIT_COST: "1000000",
      });
      visitor = hub.visitor;
    });
    afterAll(() => hub.stop());

    /** The answer to a light query: on a busy machine it may take longer than the limit, and is asked again. */
    async function lightAnswer() {
      let answer = await visitor.ask(light);
      while (answer.status === 503) answer = await visitor.ask(light);
      return answer.data;
    }

    async function expectAnswers(): Promise<void> {
      for (const data of await Promise.all([1, 2, 3].map(lightAnswer))) {
        expect(data).toEqual({ regions: { totalCount: 38 } });
      }
    }

    it("is refused when one of its statements takes too long, and the hub goes on", async () => {
      const document = `{ ${without(400)} }`;
      const heavy = await Promise.all([1, 2, 3].map(() => visitor.ask(document)));
      for (const answer of heavy) expect(codesOf(answer)).toEqual(new Set(["UNAVAILABLE"]));
      await expectAnswers();
    });

    it("is refused when its statements are many, each of them short enough", async () => {
      const lists = Array.from({ length: 50 }, (_, n) => without(4, `list${n}`));
      const began = performance.now();
      const answer = await visitor.ask(`{ ${lists.join(" ")} }`);
      expect(codesOf(answer)).toEqual(new Set(["UNAVAILABLE"]));
      expect(performance.now() - began).toBeLessThan(10 * limitMs);
      await expectAnswers();
    });

    it("holds no connection when a field is refused while others are still being read", async () => {
      const refused = "areas(first: 201) { totalCount }";
      const deep =
        "regions { nodes { children(first: 3) { nodes { children(first: 3) { nodes { name } } } } } }";
      for (let times = 0; times < 3; times += 1) {
        const answer = await visitor.ask(`{ ${refused} ${deep} }`);
        expect(codesOf(answer)).toEqual(new Set(["BAD_USER_INPUT"]));
      }
      await expectAnswers();
    });
  },
);
