import pg from "pg";
import { verifyLedger } from "../../../src/ledger/index.js";
import { testDatabase } from "../../testkit/hub/index.js";
import { attacked, attacks, attacksOn } from "../../testkit/postgres/attacks.js";
import { behindTheGuards, inSession, openLedger } from "../../testkit/postgres/sessions.js";
import { shuffled } from "../../testkit/random/random.js";
import type { Fault } from "./fault.js";

/** The successes of a list of attacks by the hub's user, in an order by chance. */
async function successesOf(
  url: string,
  list: readonly string[],
  random: () => number,
): Promise<string[]> {
  const user = new pg.Client({ connectionString: url });
  await user.connect();
  const found: string[] = [];
  for (const attack of shuffled(list, random)) {
    const success = await attacked(user, attack);
    if (success) found.push(success);
  }
  await user.end();
  return found;
}

/**
 * The hub's user tries to alter, switch off, replace, empty and drop everything in the database, in an order by
 * chance; then the same where one table and one function are its own, which must be found.
 */
export const roles: Fault = {
  name: "roles",
  needsServer: true,
  async run({ random, say }) {
    const database = await testDatabase("sample");
    const list = [...attacks, ...(await inSession(database.url, attacksOn))];
    const complaints = await successesOf(database.url, list, random);
    const open = await openLedger(database.url);
    const verdict = await verifyLedger(open.orm.em.fork());
    await open.close();
    if (!verdict.whole) complaints.push(`the chain is broken: ${verdict.reason}`);
    say(`${list.length} attempts, ${complaints.length} of which were not refused`);
    const [given = ""] = shuffled(
      list.filter((attack) =>
        /^alter (table|function) .*(disable trigger all|security definer)$/.test(attack),
      ),
      random,
    );
    const [, kind = "", name = ""] =
      /^alter (table|function) (.*) (?:disable|security)/.exec(given) ?? [];
    await behindTheGuards(database.url, `alter ${kind} ${name} owner to rembuk_user`);
    const found = await successesOf(database.url, list, random);
    say(`where ${name} is the user's own: ${found[0] ?? "NOT found"}`);
    await database.drop();
    return found.length > 0 ? complaints : [...complaints, `not found: ${name} is the user's own`];
  },
};
