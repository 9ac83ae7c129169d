import { developmentIssuer } from "../../src/access/development-issuer.js";
import { testFolder } from "../testkit/hub/index.js";
import { testPool } from "../testkit/postgres/sessions.js";

/** Who asks: the headers of their requests by their names. */
export type Viewers = Record<string, Record<string, string>>;

const mixed = 14;

/** The sample's people in organisations that own, lead and assess, and made-up ones of many places. */
async function people(url: string): Promise<string[]> {
  const client = testPool(url, { max: 1 });
  try {
    const made = await client.query<{ email: string }>(
      `select u.email from user_account u join membership m on m.user_id = u.id
       where u.email like '%@oracle.example'
       group by u.email order by count(*) desc, u.email limit $1`,
      [mixed],
    );
    const sample = await client.query<{ email: string }>(
      `select email from user_account
       where email ~ '@(kemnaker|disnaker-lebak|ipb)\\.example$' order by email`,
    );
    return [...made.rows, ...sample.rows].map(({ email }) => email);
  } finally {
    await client.end();
  }
}

/** Viewers of every kind: a visitor, members in every role, the operator, keys, and strangers. */
export async function readViewers(url: string, keys: readonly string[]): Promise<Viewers> {
  const issuer = await developmentIssuer(testFolder());
  const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });
  const viewers: Viewers = { visitor: {}, "with a broken token": bearer("broken") };
  const members = await people(url);
  for (const email of [...members, "stranger@nowhere.example"]) {
    viewers[email] = bearer(await issuer.sign({ email, operator: false }));
  }
  const operators = ["operator@rembuk.example", members[0] ?? "", "coordinator@kemnaker.example"];
  for (const email of operators) {
    viewers[`operator ${email}`] = bearer(await issuer.sign({ email, operator: true }));
  }
  keys.forEach((secret, at) => {
    viewers[`key ${at + 1}`] = bearer(secret);
  });
  return viewers;
}

/** The viewers' names, each as often as it is to ask among the others. */
export function weightedNames(viewers: Viewers): string[] {
  return Object.keys(viewers).flatMap((name) => {
    if (name === "with a broken token") return [name];
    const often = name === "visitor" || name.startsWith("operator") ? 9 : 3;
    return Array.from({ length: often }, () => name);
  });
}
