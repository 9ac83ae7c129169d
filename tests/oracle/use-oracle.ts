import { afterAll, beforeAll } from "@jest/globals";
import { makeOracleDatabase, type OracleDatabase } from "./database.js";
import { Oracle } from "./oracle.js";

/** Has the tests beside it run over an oracle on a ground of their own; gives it once they run. */
export function useOracle(): () => Oracle {
  let oracleDatabase: OracleDatabase;
  let oracle: Oracle;
  beforeAll(async () => {
    oracleDatabase = await makeOracleDatabase();
    oracle = await Oracle.start(oracleDatabase.database, oracleDatabase.keys);
  });
  afterAll(async () => {
    await oracle.stop();
    await oracleDatabase.database.drop();
  });
  return () => oracle;
}
