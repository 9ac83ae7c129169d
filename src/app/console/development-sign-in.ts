import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import type { DevelopmentIssuer } from "../../access/development-issuer.js";
import { badField } from "../../platform/errors.js";
import { type Database, sql } from "../../reading/index.js";
import { nothingHere } from "../errors/refusal.js";
import { jsonOf, receiveJson } from "../http/json-body.js";
import { addResource, readOnly } from "../http/resource.js";

/** A person whom a developer can sign in as. */
interface DevelopmentPerson {
  email: string;
  name: string;
  operator: boolean;
  /** What the person is where. */
  memberships: { organisation: string; sector: string; roles: string[] }[];
}

/** The operator, who has no row of a person. */
const operator: DevelopmentPerson = {
  ...{ email: "operator@rembuk.example", name: "Operator", operator: true, memberships: [] },
};

/** The most people in the list: a synthetic country has thousands. */
const mostPeople = 200;

const tokenRequest = z.object({ email: z.email().max(254), operator: z.boolean().default(false) });

/** People with a role, by organisation. */
async function peopleOf(database: Database): Promise<DevelopmentPerson[]> {
  const statement = sql<Omit<DevelopmentPerson, "operator">>`
    select u.email, u.name, json_agg(json_build_object('organisation', m.organisation,
      'sector', m.sector, 'roles', m.roles) order by m.organisation) as memberships
    from user_account u join (
      select m.user_id, o.name as organisation, o.sector, json_agg(m.role order by m.role) as roles
      from membership m join organisation o on o.id = m.organisation_id
      group by m.user_id, o.id) m on m.user_id = u.id
    group by u.id order by min(m.organisation), u.email limit ${mostPeople}`;
  const { rows } = await statement.execute(database);
  return rows.map((row) => ({ ...row, operator: false }));
}

/** True for a request from this machine to this machine, by name too: no page of another host can send it. */
function isLocal({ ip, hostname }: FastifyRequest): boolean {
  const name = hostname.replace(/^\[|\]$/g, "");
  const isLoopback = (text: string) =>
    ipaddr.isValid(text) && ipaddr.process(text).range() === "loopback";
  return isLoopback(ip) && (name === "localhost" || isLoopback(name));
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return reply
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(JSON.stringify(body));
}

/** What the sign-in of a development hub needs. */
export interface DevelopmentSignIn {
  issuer: DevelopmentIssuer;
  database: Database;
}

/**
 * Adds the sign-in of a hub with the development issuer: `/development/people`, whom a developer can be,
 * and `/development/token`, a token for one of them. Both look absent to other machines.
 */
export function addDevelopmentSignIn(
  app: FastifyInstance,
  { issuer, database }: DevelopmentSignIn,
): void {
  receiveJson(app);
  const people = readOnly(async (request, reply) => {
    if (!isLocal(request)) throw nothingHere();
    return send(reply, { people: [operator, ...(await peopleOf(database))] });
  });
  addResource(app, "/development/people", { handlers: people });
  const sign = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isLocal(request)) throw nothingHere();
    const { data } = tokenRequest.safeParse(jsonOf(request.body as Buffer));
    if (!data) throw badField("email", "must be an e-mail address", "harus berupa alamat surel");
    return send(reply, { token: await issuer.sign(data) });
  };
  addResource(app, "/development/token", { handlers: { POST: sign } });
}
