import { afterAll, beforeAll } from "@jest/globals";
import { type Ground, layGround } from "./ground.js";
import { Oracle } from "./oracle.js";

/** Has the tests beside it run over an oracle on a ground of their own; gives it once they run. */
export function onGround(): () => Oracle {
  let ground: Ground;
  let oracle: Oracle;
  beforeAll(async () => {
    ground = await layGround();
    oracle = await Oracle.start(ground.database, ground.keys);
  }, 60_000);
  afterAll(async () => {
    await oracle.stop();
    await ground.database.drop();
  });
  return () => oracle;
}
