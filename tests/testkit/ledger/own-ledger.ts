import { afterAll, beforeAll } from "@jest/globals";
import { type TestDatabase, testDatabase } from "../hub/index.js";
import { type OpenLedger, openLedger } from "../postgres/sessions.js";

/** What a test's transaction says of itself. */
export const noting = { actor: "hub", organisation: undefined, operation: "note" };

/** A ledger on a database of its own for the tests of a `describe`, without a hub around it. */
export function ownLedger(): { readonly open: OpenLedger; readonly database: TestDatabase } {
  let database: TestDatabase;
  let open: OpenLedger;
  beforeAll(async () => {
    database = await testDatabase("regions");
    open = await openLedger(database.url);
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });
  return {
    get open() {
      return open;
    },
    get database() {
      return database;
    },
  };
}
